//! Writes responses and errors as one line of text.

use core::fmt::{self, Write};

use super::hidden::{Hidden, position};
use super::unread;
use crate::json::{JsonKind, Text};
use crate::mask::{self, MASK};
use crate::one_line::OneLine;
use crate::table::Wording;
use crate::view::marked::{Marked, write_plain};
use crate::wording;
use crate::{Codes, ErrorItem, Field, Message, RawCode, Response};

/// Writes the vendor and the status of a response, then its primary error, or its outcome if there is none.
pub(super) fn response<'t, C: Codes<'t>>(
    response: &Response<'_, C>,
    masked: bool,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    f.write_str(response.reading().reader().title)?;
    if let Some(status) = response.status() {
        write!(f, " {status}")?;
    }
    match (response.primary(), response.unread().filter(|_| response.is_error())) {
        (Some(error), _) => {
            f.write_char(' ')?;
            item(&error, masked, f)?;
        }
        (None, why) => {
            if let Some(transport) = response.transport() {
                write!(f, " {}", transport.name)?;
            }
            match why {
                Some(_) => {
                    f.write_str(": ")?;
                    unread::write(response, masked, &mut OneLine { to: &mut *f, quoted: false })?;
                }
                None => write!(f, ": {}", response.outcome())?,
            }
        }
    }
    match response.request_id() {
        Some(id) if response.is_error() => {
            f.write_str(" (request ")?;
            if masked {
                mask::write_unlisted(id, f)?;
            } else {
                OneLine { to: &mut *f, quoted: false }.write_str(id)?;
            }
            f.write_char(')')
        }
        _ => Ok(()),
    }
}

/// Writes the code, the detail code and the message of an error, and the fields that the catalog lists to be shown.
pub(super) fn item<'t, C: Codes<'t>>(item: &ErrorItem<'_, C>, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let hides = marked(item, masked);
    let mut out = OneLine { to: &mut *f, quoted: false };
    match item.raw_code() {
        Some(_) if masked && item.is_of_success() && item.code().is_none() => out.write_str(MASK)?,
        Some(raw) => code(raw, item.code().is_some() || !masked, &hides, &mut out)?,
        None => out.write_str("without a code")?,
    }
    if masked && item.is_of_success() {
        return Ok(());
    }
    if let Some(raw) = item.raw_detail_code().filter(|_| item.raw_code().is_some()) {
        out.write_char('/')?;
        code(raw, item.detail_code().is_some() || !masked, &hides, &mut out)?;
    }
    let says = |message: Message<'_>| message.parts().any(|part| part.chars().next().is_some());
    if item.message().is_some_and(says) {
        out.write_str(": ")?;
        message(item, masked, &hides, &mut out)?;
    }
    let shown = item
        .fields()
        .documented(documented(item))
        .filter(|(field, value)| field.shown && value.kind() != JsonKind::Null);
    let mut separator = " (";
    for (field, value) in shown {
        write!(out, "{separator}{}: ", field.name)?;
        if masked {
            hides.write_field(field, value, &mut out)?;
        } else {
            write!(out, "{value}")?;
        }
        separator = ", ";
    }
    if separator == ", " { out.write_char(')') } else { Ok(()) }
}

/// The fields that the catalog documents for an error.
pub(crate) fn documented<'t, C: Codes<'t>>(item: &ErrorItem<'_, C>) -> &'t [Field<'t>] {
    item.code().map_or_else(|| item.whose().item_fields(), C::fields)
}

/// The wordings of an error's message, and the names that are marked as sensitive.
fn worded<'t, C: Codes<'t>>(item: &ErrorItem<'_, C>) -> (&'t [Wording<'t>], &'t [&'t str]) {
    item.code().map_or((&[], &[]), |code| (code.wordings(), code.sensitive()))
}

/// The texts that are marked as sensitive: the values of fields of an error and of placeholders of its message.
pub(crate) fn marked<'b, 't, C: Codes<'t>>(item: &ErrorItem<'b, C>, masked: bool) -> Marked<'b> {
    if !masked {
        return Marked::NONE;
    }
    let mut all = Marked::of(item.fields(), documented(item));
    let (wordings, sensitive) = worded(item);
    if !sensitive.is_empty() {
        let parts = item.message().into_iter().flat_map(Message::parts);
        for parameters in parts.filter_map(|part| wording::parameters(wordings, part)) {
            let hidden = parameters.iter().filter(|(name, _)| sensitive.contains(name));
            hidden.for_each(|(_, value)| all.add(value));
        }
    }
    all
}

/// Writes a code. An unlisted one is masked unless it looks like a code.
pub(crate) fn code(raw: RawCode<'_>, listed: bool, marked: &Marked<'_>, out: &mut impl Write) -> fmt::Result {
    if listed || mask::looks_like_code(raw.chars()) && !marked.is(raw) {
        write!(out, "{raw}")
    } else {
        out.write_str(MASK)
    }
}

/// Writes the message of an error; if `masked`, without sensitive data.
pub(crate) fn message<'b, 't, C: Codes<'t>>(
    item: &ErrorItem<'b, C>,
    masked: bool,
    hides: &Marked<'b>,
    out: &mut impl Write,
) -> fmt::Result {
    let (wordings, sensitive) = worded(item);
    for (index, part) in item.message().into_iter().flat_map(Message::parts).enumerate() {
        if index > 0 {
            out.write_str("; ")?;
        }
        if masked {
            masked_text(part, wordings, sensitive, hides, out)?;
        } else {
            write!(out, "{part}")?;
        }
    }
    Ok(())
}

/// Writes a text with sensitive data masked: in the part that matches a wording, what the catalog marks; in the rest,
/// what does not look harmless.
fn masked_text<'b>(
    text: Text<'b>,
    wordings: &[Wording<'_>],
    sensitive: &[&str],
    marked: &Marked<'b>,
    out: &mut impl Write,
) -> fmt::Result {
    if marked.hides_all() {
        return out.write_str(MASK);
    }
    let Some(parameters) = wording::parameters(wordings, text) else {
        return mask::write(marked.mask(text, &[]), out);
    };
    let mut hidden = Hidden::NONE;
    for wording in wordings.iter().filter(|_| !sensitive.is_empty()) {
        if let Some(parameters) = wording::parameters(core::slice::from_ref(wording), text) {
            hidden.add(text, &parameters, sensitive);
        }
    }
    let Some(ranges) = hidden.ranges() else { return out.write_str(MASK) };
    let mut characters = marked.mask(text, ranges);
    let end = parameters.rest().and_then(|rest| position(text, rest)).unwrap_or(text.raw().len());
    write_plain(core::iter::from_fn(|| if characters.at() < end { characters.next() } else { None }), out)?;
    mask::write(characters, out)
}
