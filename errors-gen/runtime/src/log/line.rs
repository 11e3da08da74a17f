//! One line of text.

use core::fmt::{self, Write as _};

use crate::facts::Facts;
use crate::json::Text;
use crate::read::{Item, Outcome, Reading};
use crate::table::{Part, Wording};
use crate::wording;

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

/// Whose response it is, and what it says but for the message. The item whose message is to follow.
pub(super) fn head<'b, 't>(
    reading: &Reading<'b, 't>,
    f: &mut fmt::Formatter<'_>,
) -> Result<Option<Item<'b, 't>>, fmt::Error> {
    f.write_str(reading.reader().title)?;
    if let Some(status) = reading.status() {
        write!(f, " {status}")?;
    }
    if let Outcome::Unrecognized(why) = reading.outcome() {
        if let Some(transport) = reading.transport() {
            write!(f, " {}", transport.name)?;
        }
        write!(f, ": {why}")?;
        return Ok(None);
    }
    let Some(item) = reading.primary() else {
        write!(f, ": {}", reading.outcome())?;
        return Ok(None);
    };
    f.write_char(' ')?;
    code(&item, f)?;
    Ok(Some(item))
}

/// The code of an item.
pub(super) fn code(item: &Item<'_, '_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match item.raw_code() {
        Some(code) => write!(OneLine { to: f, quoted: false }, "{code}"),
        None => f.write_str("without a code"),
    }
}

/// The message of an item; `masked` without what is sensitive.
pub(super) fn message<'t>(
    item: &Item<'_, 't>,
    facts: impl Facts<'t>,
    masked: bool,
    out: &mut impl fmt::Write,
) -> fmt::Result {
    let Some(message) = item.message() else {
        return Ok(());
    };
    let code = item.code_index().filter(|_| masked);
    let sensitive = code.map_or(&[][..], |code| facts.sensitive(code));
    for (index, part) in message.parts().enumerate() {
        if index > 0 {
            out.write_str("; ")?;
        }
        if sensitive.is_empty() {
            write!(out, "{part}")?;
        } else {
            masked_text(part, code.map_or(&[], |code| facts.wordings(code)), sensitive, out)?;
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
