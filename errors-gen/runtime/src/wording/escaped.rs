//! Messages with escapes.

mod compare;
mod find;
#[cfg(all(test, feature = "alloc"))]
mod tests;

use super::scan::Scan;
use crate::json::Chars;

/// A message with escapes. Lengths are in characters.
#[derive(Clone, Copy)]
pub(super) struct Escaped<'b>(pub(super) &'b str);

impl<'b> Escaped<'b> {
    /// The characters from a position on.
    fn from(self, at: usize) -> Option<Chars<'b>> {
        self.0.get(at..).map(Chars::spelled)
    }

    /// The position that these characters have reached.
    fn position(self, characters: &Chars<'b>) -> usize {
        self.0.len() - characters.rest().len()
    }
}

impl<'b> Scan<'b> for Escaped<'b> {
    #[inline]
    fn spelling(self) -> &'b str {
        self.0
    }

    #[inline]
    fn strip(self, at: usize, text: &str) -> Option<usize> {
        Some(at + compare::strip(self.0.as_bytes().get(at..)?, text)?)
    }

    fn strip_again(self, at: usize, value: &'b str) -> Option<usize> {
        // Mostly it is spelled alike. Half a surrogate pair at its end is another character than with the half behind it.
        let end = at + value.len();
        if self.0.get(at..)?.starts_with(value) && self.0.as_bytes().get(end) != Some(&b'\\') {
            return Some(end);
        }
        let mut characters = self.from(at)?;
        let same = Chars::spelled(value).all(|character| characters.next() == Some(character));
        same.then(|| self.position(&characters))
    }

    #[inline]
    fn strip_end(self, text: &str) -> Option<usize> {
        compare::strip_end(self.0.as_bytes(), text)
    }

    #[inline]
    fn find(self, at: usize, limit: usize, text: &str) -> Option<(usize, usize)> {
        if at > limit {
            return None;
        }
        find::find(self.0.as_bytes().get(..limit)?, at, text)
    }

    fn length(self, text: &str) -> usize {
        text.chars().count()
    }

    fn length_of(self, piece: &'b str) -> usize {
        Chars::spelled(piece).count()
    }

    fn advance(self, at: usize, length: usize) -> Option<usize> {
        let mut characters = self.from(at)?;
        if let Some(last) = length.checked_sub(1) {
            characters.nth(last)?;
        }
        Some(self.position(&characters))
    }

    fn next(self, at: usize) -> Option<usize> {
        self.advance(at, 1)
    }
}
