//! One line of text.

use core::fmt::{self, Write as _};

use crate::facts::Facts;
use crate::json::Text;
use crate::read::{Item, Outcome, Reading};
use crate::table::{Part, Wording};

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
            write!(f, " {}: {}", transport.name, transport.meaning)?;
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
            masked_text(part, code.map_or(&[], |code| facts.wordings(code)), out)?;
        }
    }
    Ok(())
}

/// A text that may hold what is sensitive.
fn masked_text(text: Text<'_>, wordings: &[Wording<'_>], out: &mut impl fmt::Write) -> fmt::Result {
    let Some(wording) = wordings.iter().find(|wording| fits(wording, text)) else {
        return out.write_str(MASK);
    };
    for part in wording.parts {
        match part {
            Part::Literal(literal) => out.write_str(literal)?,
            // To be shown where `sensitive` does not have the name, once `fits` tells wordings with placeholders.
            Part::Hole(_) | Part::Again(_) => out.write_str(MASK)?,
        }
    }
    Ok(())
}

/// Whether a text is this wording. As yet only wordings without placeholders are told.
///
/// Whoever takes the values out of messages has to mind that a value can hold words of the wording: its end can then be
/// read as the value of the next placeholder, which may be one that is shown.
fn fits(wording: &Wording<'_>, text: Text<'_>) -> bool {
    match wording.parts {
        [Part::Literal(literal)] => text == *literal,
        _ => false,
    }
}
