//! What a body says, for a person: what is needed first comes first.

mod batch;
mod item;
mod send_again;
mod unread;

use std::io::{self, Write};

use errors_codegen::text::OneLine;
use errors_runtime::{ErrorItem, Response};

use super::raw::compact;
use crate::catalogs::Catalogs;
use crate::text::{STRONG, count, cut, line};

/// How many characters of a value that is not documented are shown.
const MOST_OF_A_VALUE: usize = 120;

/// What is known of the request beside the response.
pub(super) struct Asked<'a> {
    /// Its HTTP method, where it was given.
    pub(super) method: Option<&'a str>,
    /// The key of the call that was answered.
    pub(super) operation: Option<&'a str>,
    /// All catalogs, for a body that may be another vendor's.
    pub(super) catalogs: &'a Catalogs,
}

/// Writes what a response says: why the request failed and what to do, then each error, then the other members of the body.
pub(super) fn describe(response: &Response<'_>, asked: &Asked<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title = response.vendor().title();
    let status = response.status().map(|status| format!(", HTTP {status}")).unwrap_or_default();
    let envelope = response.envelope().map(|name| format!(", envelope `{name}`")).unwrap_or_default();
    let outcome = response.outcome();
    writeln!(out, "{STRONG}{}: {outcome}{STRONG:#}{status}{}\n", OneLine(title), OneLine(envelope))?;
    if let Some(unread) = unread::Unread::of(response) {
        unread.describe(asked, out)?;
    } else {
        errors(response, asked, out)?;
    }
    rest(response, out)
}

/// The errors, the one that failed the request first.
fn errors(response: &Response<'_>, asked: &Asked<'_>, out: &mut dyn Write) -> io::Result<()> {
    if let Some(primary) = response.primary() {
        item::first(&primary, out)?;
        send_again::describe(response, asked, out)?;
        unread::listed_elsewhere(&primary, asked.catalogs, out)?;
    } else if response.is_error() {
        send_again::describe(response, asked, out)?;
    }
    if let Some(elements) = response.elements() {
        return batch::describe(response, elements, asked, out);
    }
    let total = response.errors().count();
    if total == 0 {
        return line(out, "errors", count(0, "error"));
    }
    for (index, item) in response.errors().enumerate() {
        let is_primary = response.primary_index() == Some(index);
        if total > 1 {
            heading(&format!("error {} of {total}", index + 1), is_primary, out)?;
        } else if !is_primary {
            item::first(&item, out)?;
        }
        error(response, &item, is_primary, total > 1, asked, out)?;
    }
    Ok(())
}

/// The heading of one of several errors.
fn heading(which: &str, is_primary: bool, out: &mut dyn Write) -> io::Result<()> {
    let primary = if is_primary { ", the primary one" } else { "" };
    writeln!(out, "\n{STRONG}{which}{STRONG:#}{primary}")
}

/// One error below its heading. What was said of the primary one is not said again.
fn error(
    response: &Response<'_>,
    item: &ErrorItem<'_>,
    is_primary: bool,
    among_several: bool,
    asked: &Asked<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if among_several && is_primary {
        item::code(item, out)?;
    } else if among_several {
        item::first(item, out)?;
    }
    item::rest(response, item, asked.operation, out)
}

/// What stands beside the errors.
fn rest(response: &Response<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut separated = false;
    let mut separate = |out: &mut dyn Write| {
        if std::mem::replace(&mut separated, true) { Ok(()) } else { writeln!(out) }
    };
    if let Some(id) = response.request_id() {
        separate(out)?;
        line(out, "request", id)?;
    }
    for (name, value) in response.context() {
        separate(out)?;
        line(out, "context", format_args!("{name}: {}", cut(compact(value.as_str()), MOST_OF_A_VALUE)))?;
    }
    Ok(())
}
