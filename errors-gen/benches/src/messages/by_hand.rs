//! The methods of `str`.

use errors_gen::ErrorCode;
use errors_gen::table::Part;
use errors_gen::wording::MOST_PARAMETERS;

use super::making::{Message, Wordings, wordings};
use super::{Take, Way};

/// Fixed text after fixed text, as one writes it for one message, here for any.
pub(super) struct ByHand(Wordings);

impl ByHand {
    pub(super) fn of<C: ErrorCode>() -> Self {
        Self(wordings::<C>())
    }
}

impl<C: ErrorCode> Way<C> for ByHand {
    #[inline]
    fn values<T: Take>(&mut self, message: &Message<C>, take: &mut T) {
        for wording in &self.0[message.code.index()] {
            let mut values = [""; MOST_PARAMETERS];
            if let Some(count) = by_hand(wording.parts, &message.text, &mut values) {
                for value in &values[..count] {
                    take.value(value);
                }
                return;
            }
        }
    }
}

/// How many values there are; `None` where the text does not follow the wording.
fn by_hand<'m>(parts: &[Part<'_>], text: &'m str, values: &mut [&'m str; MOST_PARAMETERS]) -> Option<usize> {
    let mut names = [""; MOST_PARAMETERS];
    let (mut rest, mut count, mut open) = (text, 0, false);
    for (index, part) in parts.iter().enumerate() {
        match *part {
            Part::Hole(name) => {
                (names[count], open) = (name, true);
                count += 1;
            }
            Part::Literal(literal) if !open => rest = rest.strip_prefix(literal)?,
            Part::Literal(literal) => {
                (values[count - 1], rest) = if index + 1 == parts.len() {
                    (rest.strip_suffix(literal)?, "")
                } else {
                    rest.split_once(literal)?
                };
                open = false;
            }
            Part::Again(name) => rest = rest.strip_prefix(values[names.iter().position(|other| *other == name)?])?,
        }
    }
    if open {
        values[count - 1] = rest;
        return Some(count);
    }
    rest.is_empty().then_some(count)
}
