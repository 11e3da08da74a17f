//! One line of text.

use core::fmt::{self, Write as _};

use crate::json::Text;
use crate::table::{Part, Wording};
use crate::{Codes, ErrorItem, Message, Outcome, Response, wording};

/// What stands in place of what is not shown.
pub(super) const MASK: &str = "***";

/// Escapes what would break the line or reorder what is shown.
pub(super) struct OneLine<'a, 'f> {
    pub(super) to: &'a mut fmt::Formatter<'f>,
    /// Whether quotes are escaped, too.
    pub(super) quoted: bool,
}

impl fmt::Write for OneLine<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some(position) = rest.find(|character| self.escapes(character)) {
            let (plain, from) = rest.split_at(position);
            self.to.write_str(plain)?;
            let mut characters = from.chars();
            if let Some(character) = characters.next() {
                write!(self.to, "{}", character.escape_default())?;
            }
            rest = characters.as_str();
        }
        self.to.write_str(rest)
    }
}

impl OneLine<'_, '_> {
    fn escapes(&self, character: char) -> bool {
        character.is_control()
            || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || self.quoted && matches!(character, '"' | '\\')
    }
}

/// Whose response it is, and what it says.
pub(super) fn response<'t, C: Codes<'t>>(
    response: &Response<'_, C>,
    masked: bool,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    f.write_str(response.reading().reader().title)?;
    if let Some(status) = response.status() {
        write!(f, " {status}")?;
    }
    match (response.outcome(), response.primary()) {
        (Outcome::Unrecognized(why), _) => {
            if let Some(transport) = response.transport() {
                write!(f, " {}", transport.name)?;
            }
            write!(f, ": {why}")
        }
        (_, Some(error)) => {
            f.write_char(' ')?;
            item(&error, masked, f)
        }
        (outcome, None) => write!(f, ": {outcome}"),
    }?;
    match response.request_id() {
        Some(id) if response.is_error() => write!(OneLine { to: f, quoted: false }, " (request {id})"),
        _ => Ok(()),
    }
}

/// The code and the message of an error.
pub(super) fn item<'t, C: Codes<'t>>(item: &ErrorItem<'_, C>, masked: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match item.raw_code() {
        Some(code) => write!(OneLine { to: f, quoted: false }, "{code}")?,
        None => f.write_str("without a code")?,
    }
    if item.message().is_none() {
        return Ok(());
    }
    f.write_str(": ")?;
    message(item, masked, &mut OneLine { to: f, quoted: false })
}

/// The message of an error; `masked` without what is sensitive.
pub(super) fn message<'t, C: Codes<'t>>(
    item: &ErrorItem<'_, C>,
    masked: bool,
    out: &mut impl fmt::Write,
) -> fmt::Result {
    let code = item.code().filter(|_| masked);
    let sensitive = code.map_or(&[][..], C::sensitive);
    for (index, part) in item.message().into_iter().flat_map(Message::parts).enumerate() {
        if index > 0 {
            out.write_str("; ")?;
        }
        if sensitive.is_empty() {
            write!(out, "{part}")?;
        } else {
            masked_text(part, code.map_or(&[], C::wordings), sensitive, out)?;
        }
    }
    Ok(())
}

/// A text that may hold what is sensitive. One that is none of the code's wordings is not shown at all.
fn masked_text(text: Text<'_>, wordings: &[Wording<'_>], sensitive: &[&str], out: &mut impl fmt::Write) -> fmt::Result {
    let Some(parameters) = wording::parameters(wordings, text) else {
        return out.write_str(MASK);
    };
    let parts = parameters.wording().parts;
    let spilled = parameters.iter().any(|(name, value)| !sensitive.contains(&name) && holds_literal(value, parts));
    for part in parts {
        match part {
            Part::Literal(literal) => out.write_str(literal)?,
            Part::Hole(name) | Part::Again(name) => match parameters.get(name) {
                Some(value) if !spilled && !sensitive.contains(name) => write!(out, "{value}")?,
                _ => out.write_str(MASK)?,
            },
        }
    }
    Ok(())
}

/// Whether a value holds fixed words of its wording. A sensitive value before it may then have held them, too, and have
/// been taken to end there, with its rest in this one.
fn holds_literal(value: Text<'_>, parts: &[Part<'_>]) -> bool {
    parts.iter().any(|part| match part {
        Part::Literal(literal) => contains(value, literal),
        Part::Hole(_) | Part::Again(_) => false,
    })
}

/// Whether a text has another within it.
fn contains(text: Text<'_>, literal: &str) -> bool {
    if let Some(text) = text.as_str() {
        return text.contains(literal);
    }
    let mut rest = text.chars();
    loop {
        let mut here = rest.clone();
        if literal.chars().all(|character| here.next() == Some(character)) {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}
