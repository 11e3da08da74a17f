//! What is said of a body that fits no envelope of the vendor.

use std::io::{self, Write};

use errors_runtime::decide::StatusAdvice;
use errors_runtime::{self as runtime, ErrorItem, Reason, Response};

use super::super::json::guess;
use super::super::likeness::{self, Likeness};
use super::{Asked, send_again};
use crate::catalogs::Catalogs;
use crate::phrases::code_title;
use crate::status_name;
use crate::text::{cut, line, lines, on_one_line};

/// How many characters of the body are shown.
const MOST_SHOWN: usize = 300;
/// How many bytes of the body are looked at to show these.
const LOOKED_AT: usize = 4096;

/// A response whose body was not read.
pub(super) struct Unread<'r, 'b> {
    response: &'r Response<'b>,
    why: runtime::Unread,
}

impl<'r, 'b> Unread<'r, 'b> {
    /// The response, where its body was not read.
    pub(super) fn of(response: &'r Response<'b>) -> Option<Self> {
        Some(Self { response, why: response.unread()? })
    }

    /// Says what the status means and what to do, then what the body looks like.
    pub(super) fn describe(&self, asked: &Asked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let response = self.response;
        let vendor = response.vendor();
        let listed = guess(response).and_then(|code| vendor.find(code));
        if let Some(code) = listed {
            line(out, "code", format_args!("{}, as far as the body tells", code_title(code)))?;
            line(out, "meaning", code.meaning())?;
            line(out, "do", code.action())?;
        }
        lines(out, "status", response.status().map(|status| meaning(response, status)))?;
        if response.is_error() {
            if listed.is_none() {
                line(out, "do", response.action().value)?;
            }
            send_again::describe(response, asked, out)?;
            line(out, "kind", response.kind())?;
            if let Some(topic) = *response.topic() {
                line(out, "topic", topic)?;
            }
        }
        line(out, "reason", self.reason())?;
        let others = likeness::find(asked.catalogs, vendor.name(), response.status(), response.body());
        lines(out, "looks like", others)?;
        let shown = excerpt(response.body());
        if !shown.is_empty() {
            line(out, "body", shown)?;
        }
        Ok(())
    }

    fn reason(&self) -> String {
        let what = match self.why.reason {
            Reason::Empty => "the body is empty",
            Reason::NotEnvelope => "the body is JSON, but none of the vendor's envelopes",
            Reason::TooDeep => "the body is nested too deeply",
            _ if self.response.body().trim_ascii().starts_with(b"<") => "the body is a page of HTML or XML",
            _ => "the body is not JSON",
        };
        self.why.offset.map_or(what.to_owned(), |offset| format!("{what} (byte {offset})"))
    }
}

/// What a status means: by the catalog where it documents one without a code, else for all vendors.
fn meaning(response: &Response<'_>, status: u16) -> String {
    if let Some(transport) = response.transport() {
        return format!("HTTP {status} {}: {}", transport.name, transport.meaning);
    }
    let phrase = status_name::of(status).map(|phrase| format!(" {phrase}")).unwrap_or_default();
    let advice = StatusAdvice::of(status).map(|advice| format!(": {}", advice.kind)).unwrap_or_default();
    format!("HTTP {status}{phrase}{advice}")
}

/// The start of a body on one line.
fn excerpt(body: &[u8]) -> String {
    let start = body.get(..LOOKED_AT).unwrap_or(body);
    let text = cut(on_one_line(&String::from_utf8_lossy(start)), MOST_SHOWN);
    let whole = text.ends_with("...") || start.len() == body.len();
    if whole { text } else { format!("{text}...") }
}

/// Says which other vendors list a code that this one does not.
pub(super) fn listed_elsewhere(item: &ErrorItem<'_>, catalogs: &Catalogs, out: &mut dyn Write) -> io::Result<()> {
    let Some(raw) = item.raw_code().filter(|_| item.code().is_none()) else { return Ok(()) };
    let own = item.vendor().name();
    let others = likeness::listing(catalogs, own, &raw.to_string());
    lines(out, "looks like", others.iter().map(Likeness::of_code))
}
