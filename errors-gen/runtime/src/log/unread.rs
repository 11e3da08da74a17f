//! Describes bodies that have none of the vendor's envelopes.

use core::fmt::{self, Write};

use crate::mask;
use crate::{Codes, Guess, Reason, Response};

/// The maximum number of characters of a text that are shown.
const MOST_SHOWN: usize = 80;
/// How many bytes of a body are searched for the tags of an HTML page.
const LOOKED_AT: usize = 1024;

/// Describes a body that could not be read; if `masked`, without what could be sensitive.
pub(super) fn write<'t, C: Codes<'t>>(response: &Response<'_, C>, masked: bool, out: &mut impl Write) -> fmt::Result {
    let Some(why) = response.unread() else { return Ok(()) };
    let body = response.body();
    let start = without_space(body);
    let offset = why.offset.unwrap_or_default();
    let place = |out: &mut dyn Write, what: &str| match why.offset {
        Some(offset) => write!(out, "{what} at byte {offset}"),
        None => out.write_str(what),
    };
    match (why.reason, start) {
        (_, []) => out.write_str("empty body"),
        (Reason::NotEnvelope, _) => out.write_str("JSON, but none of the vendor's envelopes"),
        (Reason::TooDeep, _) => place(out, "JSON nested too deeply"),
        (Reason::NotJson, [b'{' | b'[', ..]) if is_cut(body, offset) => {
            place(out, "JSON cut off")?;
            match Guess::of(response.whose(), response.status().into(), body).code() {
                Some(code) => write!(out, ", after the code {}", code.wire()),
                None => Ok(()),
            }
        }
        (Reason::NotJson, [b'{' | b'[' | b'"', ..]) => place(out, "not JSON"),
        (Reason::NotJson, _) if is_html(start) => {
            out.write_str("HTML page")?;
            let Some(title) = title(start) else { return Ok(()) };
            out.write_str(": ")?;
            text(title, masked, out)
        }
        (Reason::NotJson, _) if core::str::from_utf8(start).is_err_and(|error| error.error_len().is_some()) => {
            place(out, "neither JSON nor text")
        }
        _ => {
            out.write_str("text: ")?;
            text(start, masked, out)
        }
    }
}

/// Writes the start of a text.
fn text(bytes: &[u8], masked: bool, out: &mut impl Write) -> fmt::Result {
    let characters = bytes.utf8_chunks().flat_map(|chunk| chunk.valid().chars());
    if masked {
        return mask::write_start(characters.map(Some), MOST_SHOWN, out);
    }
    let mut characters = characters;
    characters.by_ref().take(MOST_SHOWN).try_for_each(|character| out.write_char(character))?;
    if characters.next().is_some() { out.write_str(" …") } else { Ok(()) }
}

/// A body without a byte order mark and without whitespace around it.
fn without_space(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii()
}

/// Whether JSON with an error at this byte was cut off there: at most an incomplete UTF-8 character follows.
fn is_cut(body: &[u8], offset: usize) -> bool {
    let rest = body.get(offset..).unwrap_or_default();
    core::str::from_utf8(rest).map_or_else(|error| error.error_len().is_none(), str::is_empty)
}

/// Whether a body that is not JSON is an HTML page.
fn is_html(body: &[u8]) -> bool {
    let start = body.get(..LOOKED_AT.min(body.len())).unwrap_or_default();
    let marks: [&[u8]; 5] = [b"<!doctype html", b"<html", b"<head", b"<title", b"<body"];
    body.first() == Some(&b'<') && marks.iter().any(|mark| find(start, mark).is_some())
}

/// The text of the `title` element of an HTML page.
fn title(page: &[u8]) -> Option<&[u8]> {
    let behind = page.get(find(page, b"<title")?..)?;
    let text = behind.get(behind.iter().position(|&byte| byte == b'>')? + 1..)?;
    let end = text.iter().position(|&byte| byte == b'<').unwrap_or(text.len());
    text.get(..end).map(<[u8]>::trim_ascii).filter(|title| !title.is_empty())
}

/// The index of the first occurrence of a lowercase needle, ignoring ASCII case.
fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle))
}
