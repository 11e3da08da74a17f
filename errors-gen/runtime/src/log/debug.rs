//! Implements `Debug`, which omits the tables and shows only the length of a body.

use core::fmt::{self, Write as _};

use super::line;
use crate::mask::MASK;
use crate::one_line::OneLine;
use crate::{Codes, ErrorItem, Outcome, Response};

/// The maximum number of errors of a response that are shown.
const MOST: usize = 8;

/// A value whose `Debug` is a function.
const fn shown<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result>(write: F) -> Shown<F> {
    Shown(write)
}

struct Shown<F>(F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> fmt::Debug for Shown<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

/// Shows a response under the name of its type. Nothing of the body of a success is shown.
pub(super) fn response<'t, C: Codes<'t>>(
    name: &str,
    response: &Response<'_, C>,
    masked: bool,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let errors = shown(|f| {
        let (mut errors, mut list) = (response.errors(), f.debug_list());
        for error in errors.by_ref().take(MOST) {
            list.entry(&shown(|f| item("Error", &error, masked, f)));
        }
        if errors.next().is_some() { list.finish_non_exhaustive() } else { list.finish() }
    });
    let mut all = f.debug_struct(name);
    all.field("vendor", &response.whose().vendor_name())
        .field("status", &response.status())
        .field("outcome", &response.outcome())
        .field("envelope", &response.envelope());
    if !masked || response.outcome() != Outcome::Succeeded {
        all.field("errors", &errors);
    }
    let body = response.body();
    match core::str::from_utf8(body) {
        _ if masked => all.field("body", &format_args!("{} bytes", body.len())),
        Ok(text) => all.field("body", &text),
        Err(_) => all.field("body", &body),
    };
    all.finish()
}

/// Shows an error under the name of its type. For one that is no failure, only a listed code is shown.
pub(super) fn item<'t, C: Codes<'t>>(
    name: &str,
    item: &ErrorItem<'_, C>,
    masked: bool,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let hidden = line::marked(item, masked);
    let listed = item.code().is_some() || !masked;
    let mut all = f.debug_struct(name);
    match item.raw_code() {
        Some(_) if masked && item.is_of_success() && item.code().is_none() => {
            all.field("code", &format_args!("{MASK}"))
        }
        Some(raw) => {
            let code = shown(|f| quoted(f, |out| line::code(raw, listed, &hidden, out)));
            all.field("code", &Some(code))
        }
        None => all.field("code", &None::<&str>),
    };
    if masked && item.is_of_success() {
        return all.finish_non_exhaustive();
    }
    if item.message().is_some() {
        all.field("message", &shown(|f| quoted(f, |out| line::message(item, masked, &hidden, out))));
    }
    if let Some(status) = item.status() {
        all.field("status", &status);
    }
    let fields = || item.fields().documented(line::documented(item));
    if fields().next().is_some() {
        let fields = shown(|f| {
            let mut map = f.debug_map();
            for (field, json) in fields() {
                if masked {
                    map.entry(&field.name, &hidden.debug_field(field, json))
                } else {
                    map.entry(&field.name, &format_args!("{}", json.as_str()))
                };
            }
            map.finish()
        });
        all.field("fields", &fields);
    }
    all.finish()
}

/// Writes a text in quotes.
fn quoted(
    f: &mut fmt::Formatter<'_>,
    write: impl FnOnce(&mut OneLine<&mut fmt::Formatter<'_>>) -> fmt::Result,
) -> fmt::Result {
    f.write_char('"')?;
    write(&mut OneLine { to: &mut *f, quoted: true })?;
    f.write_char('"')
}
