//! What `Debug` shows: no tables, and of a body its length.

use core::fmt::{self, Write as _};

use super::line::{self, MASK, OneLine};
use crate::{Codes, ErrorItem, Response};

/// How many errors of a response are shown.
const MOST: usize = 8;

/// Shows what a function writes.
const fn shown<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result>(write: F) -> Shown<F> {
    Shown(write)
}

struct Shown<F>(F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> fmt::Debug for Shown<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

/// A response, under the name of its type.
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
        .field("envelope", &response.envelope())
        .field("errors", &errors);
    let body = response.body();
    match core::str::from_utf8(body) {
        _ if masked => all.field("body", &format_args!("{} bytes", body.len())),
        Ok(text) => all.field("body", &text),
        Err(_) => all.field("body", &body),
    };
    all.finish()
}

/// An error, under the name of its type.
pub(super) fn item<'t, C: Codes<'t>>(
    name: &str,
    item: &ErrorItem<'_, C>,
    masked: bool,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let code = item.raw_code().map(|code| shown(move |f| quoted(f, |out| write!(out, "{code}"))));
    let fields = || item.fields().documented(item.code().map_or(&[], C::fields));
    let mut all = f.debug_struct(name);
    all.field("code", &code);
    if item.message().is_some() {
        all.field("message", &shown(|f| quoted(f, |out| line::message(item, masked, out))));
    }
    if let Some(status) = item.status() {
        all.field("status", &status);
    }
    if fields().next().is_some() {
        let value = |json, hidden| {
            shown(move |f| if hidden { f.write_str(MASK) } else { write!(OneLine { to: f, quoted: false }, "{json}") })
        };
        let entries = || fields().map(|(field, json)| (field.name, value(json, masked && field.sensitive)));
        all.field("fields", &shown(|f| f.debug_map().entries(entries()).finish()));
    }
    all.finish()
}

/// Writes a text in quotes.
fn quoted(f: &mut fmt::Formatter<'_>, write: impl FnOnce(&mut OneLine<'_, '_>) -> fmt::Result) -> fmt::Result {
    f.write_char('"')?;
    write(&mut OneLine { to: f, quoted: true })?;
    f.write_char('"')
}
