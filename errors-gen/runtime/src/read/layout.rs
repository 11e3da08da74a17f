//! How an item is written up to its code and message. The items of a list are mostly written alike.

use crate::json::{Lead, Passage, Span, Utf8};

use super::marks::Mark;

/// What stood before the code and the message of an item, both strings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// From the end of the item before into the first of the two.
    before: Lead,
    /// How far the item starts behind that end.
    start: usize,
    /// From the end of the first into the second.
    between: Lead,
    /// Whether the message comes first.
    message_first: bool,
}

impl Layout {
    /// Of the item with this code and message, which starts at a position. `None` where one of them is no string, or where
    /// too much stands before one to be compared.
    pub(super) fn of(body: Utf8<'_>, behind: usize, start: usize, code: Span, message: Span) -> Option<Self> {
        if [code, message].iter().any(|part| part.first_byte(body) != b'"') {
            return None;
        }
        let message_first = message.start < code.start;
        let (first, second) = if message_first { (message, code) } else { (code, message) };
        let lead = |start: usize, string: Span| Lead::new(body.as_bytes(), start, string.start as usize + 1);
        let (before, between) = (lead(behind, first)?, lead(first.end as usize, second)?);
        Some(Self { before, start: start.checked_sub(behind)?, between, message_first })
    }

    /// Where the next item starts, if it is written like this one.
    #[inline]
    pub(super) const fn start(&self, passage: &Passage<'_>) -> usize {
        passage.at() + self.start
    }

    /// Its code and its message then, which may be marked.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the passage in registers")]
    pub(super) fn parts(&self, passage: &mut Passage<'_>, mark: Option<Mark>) -> Option<(Span, Span)> {
        let (first, second) = match mark {
            Some(mark) => (
                passage.known_string_behind(&self.before, mark.first)?,
                passage.known_string_behind(&self.between, mark.second)?,
            ),
            None => (passage.string_behind(&self.before)?, passage.string_behind(&self.between)?),
        };
        Some(if self.message_first { (second, first) } else { (first, second) })
    }
}
