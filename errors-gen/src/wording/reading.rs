//! Taking the values of the holes out of a message.

use super::repeated;
use super::scan::Scan;
use super::values::Values;
use crate::table::Part;

/// The values of the holes in a message that follows a wording.
#[inline]
pub(super) fn read<'b>(parts: &[Part<'_>], message: impl Scan<'b>) -> Option<Values<'b>> {
    // A message seldom follows a wording with whose start and end it does not agree.
    let (start, parts) = match parts {
        [Part::Literal(text), rest @ ..] => (message.strip(0, text)?, rest),
        _ => (0, parts),
    };
    if parts.iter().any(|part| matches!(part, Part::Again(_))) {
        return repeated::read(parts, message, start);
    }
    let (limit, parts) = match parts {
        [rest @ .., Part::Literal(text)] => (message.strip_end(text)?, rest),
        _ => (message.spelling().len(), parts),
    };
    between(parts, message, start, limit)
}

/// The values between the first and the last fixed text.
///
/// Each fixed text is taken where it stands first. What follows has most room then, so if the message can be read at all,
/// it can be read this way, and there is nothing to go back to.
#[inline]
fn between<'b>(mut parts: &[Part<'_>], message: impl Scan<'b>, mut start: usize, limit: usize) -> Option<Values<'b>> {
    let text = message.spelling();
    let mut values = Values::NONE;
    loop {
        parts = match parts {
            [] => return (start == limit).then_some(values),
            [Part::Hole(_)] => {
                values.push(text.get(start..limit)?)?;
                return Some(values);
            }
            [Part::Hole(_), Part::Literal(literal), rest @ ..] => {
                let (end, next) = message.find(start, limit, literal)?;
                values.push(text.get(start..end)?)?;
                start = next;
                rest
            }
            // No catalog has what follows: two holes or two texts side by side.
            [Part::Hole(_), rest @ ..] => {
                values.push("")?;
                rest
            }
            [Part::Literal(literal), rest @ ..] => {
                start = message.strip(start, literal)?;
                rest
            }
            [Part::Again(_), ..] => return None,
        }
    }
}
