//! Positions in a body.

use super::JsonKind;

/// A range of bytes in a body of less than 4 GiB. An empty span stands for a missing value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    pub(crate) const NONE: Self = Self { start: 0, end: 0 };

    /// The span `start..end`.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "bodies of 4 GiB and more are refused before they are scanned")]
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    #[inline]
    pub(crate) const fn is_none(self) -> bool {
        self.start == self.end
    }

    /// The span of a string without its quotes.
    #[inline]
    pub(crate) const fn unquoted(self) -> Self {
        Self { start: self.start + 1, end: self.end.wrapping_sub(1) }
    }

    /// The slice of the text at this span; empty if the span is out of bounds.
    #[inline]
    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// The first byte of the value at this span, which determines its type.
    #[inline]
    pub(crate) fn first_byte(self, text: &str) -> u8 {
        text.as_bytes().get(self.start as usize).copied().unwrap_or(b'n')
    }

    /// The type of the value at this span.
    #[inline]
    pub(crate) fn kind(self, text: &str) -> JsonKind {
        JsonKind::by_first_byte(Some(self.first_byte(text)))
    }
}
