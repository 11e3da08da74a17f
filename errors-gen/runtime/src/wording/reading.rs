//! Taking the values of the holes out of a message.

use super::repeated;
use super::scan::Scan;
use super::values::Values;
use crate::table::Part;

/// The values of the holes in a message that follows a wording.
///
/// Each fixed text is taken where it stands first. What follows has most room then, so if the message can be read at all,
/// it can be read this way, and there is nothing to go back to; unless a value is repeated, which [`repeated`] sees to.
#[inline]
pub(super) fn read<'b>(parts: &[Part<'_>], message: impl Scan<'b>) -> Option<Values<'b>> {
    // A message seldom follows a wording with whose start and end it does not agree.
    let (first, behind) = match parts {
        [Part::Literal(text), rest @ ..] => (message.strip(0, text)?, rest),
        _ => (0, parts),
    };
    let (limit, mut parts) = match behind {
        [rest @ .., Part::Literal(text)] => (message.strip_end(text)?, rest),
        _ => (message.spelling().len(), behind),
    };
    let mut values = Values::new(message.spelling());
    let mut start = first;
    loop {
        parts = match parts {
            [] => return (start == limit).then_some(values),
            [Part::Hole(_)] => {
                if start > limit {
                    return None;
                }
                values.push(start, limit)?;
                return Some(values);
            }
            [Part::Hole(_), Part::Literal(literal), rest @ ..] => {
                let (end, next) = message.find(start, limit, literal)?;
                values.push(start, end)?;
                start = next;
                rest
            }
            [Part::Again(_), ..] => return repeated::read(behind, message, first),
            // No catalog has what follows: two holes or two texts side by side.
            [Part::Hole(_), rest @ ..] => {
                values.push(start, start)?;
                rest
            }
            [Part::Literal(literal), rest @ ..] => {
                start = message.strip(start, literal)?;
                rest
            }
        }
    }
}
