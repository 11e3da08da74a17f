//! How an item is written up to its code and message. The items of a list are mostly written alike.

use crate::json::{Lead, Passage, Span, Utf8};

/// What stood before the code and the message of an item, both strings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// From the start of the item into the first of the two.
    before: Lead,
    /// From the end of the first into the second.
    between: Lead,
    /// Whether the message comes first.
    message_first: bool,
}

impl Layout {
    /// Of the item with this code and message, the inside of which starts at the position. `None` where one of them is no
    /// string, or where too much stands before one to be compared.
    pub(super) fn of(body: Utf8<'_>, start: usize, code: Span, message: Span) -> Option<Self> {
        if [code, message].iter().any(|part| part.first_byte(body) != b'"') {
            return None;
        }
        let message_first = message.start < code.start;
        let (first, second) = if message_first { (message, code) } else { (code, message) };
        let lead = |start: usize, string: Span| Lead::new(body.as_bytes().get(start..=string.start as usize)?);
        let (before, between) = (lead(start, first)?, lead(first.end as usize, second)?);
        Some(Self { before, between, message_first })
    }

    /// The code and the message of the item that a passage is inside of, if it is written like this one.
    #[inline]
    pub(super) fn parts(&self, passage: &mut Passage<'_>) -> Option<(Span, Span)> {
        let first = passage.string_behind(&self.before)?;
        let second = passage.string_behind(&self.between)?;
        Some(if self.message_first { (second, first) } else { (first, second) })
    }
}
