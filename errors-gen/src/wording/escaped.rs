//! Messages with escapes.

use super::scan::Scan;
use crate::json::{Chars, Text};

/// A message with escapes. Lengths are in characters.
#[derive(Clone, Copy)]
pub(super) struct Escaped<'b>(pub(super) &'b str);

/// The length of the longest escape, that of a surrogate pair.
const LONGEST_ESCAPE: usize = 12;

impl<'b> Escaped<'b> {
    /// The characters from a position on.
    fn from(self, at: usize) -> Option<Chars<'b>> {
        self.0.get(at..).map(|rest| Text::new(rest).chars())
    }

    /// The position that these characters have reached.
    fn position(self, characters: &Chars<'b>) -> usize {
        self.0.len() - characters.rest().len()
    }

    /// Where these characters end, if they stand here.
    fn strip_characters(self, at: usize, mut wanted: impl Iterator<Item = char>) -> Option<usize> {
        let mut characters = self.from(at)?;
        wanted.all(|character| characters.next() == Some(character)).then(|| self.position(&characters))
    }
}

impl<'b> Scan<'b> for Escaped<'b> {
    fn spelling(self) -> &'b str {
        self.0
    }

    fn strip(self, at: usize, text: &str) -> Option<usize> {
        self.strip_characters(at, text.chars())
    }

    fn strip_again(self, at: usize, value: &'b str) -> Option<usize> {
        self.strip_characters(at, Text::new(value).chars())
    }

    fn strip_end(self, text: &str) -> Option<usize> {
        // No escape is as long as the window, so where there is none in it the text starts between two characters.
        let start = self.0.len().saturating_sub(text.len());
        let window = self.0.as_bytes().get(start.saturating_sub(LONGEST_ESCAPE)..)?;
        if self.0.ends_with(text) && !window.contains(&b'\\') {
            return Some(start);
        }
        // Otherwise nobody knows from behind where an escape starts: the characters are counted from the front.
        let length = self.length_of(self.0).checked_sub(self.length(text))?;
        let start = self.advance(0, length)?;
        self.strip(start, text).map(|_| start)
    }

    fn find(self, at: usize, limit: usize, text: &str) -> Option<(usize, usize)> {
        let Some(first) = text.chars().next() else { return (at <= limit).then_some((at, at)) };
        let mut characters = self.from(at)?;
        loop {
            let start = self.position(&characters);
            if start > limit {
                return None;
            }
            if characters.next()? == first
                && let Some(end) = self.strip(start, text)
                && end <= limit
            {
                return Some((start, end));
            }
        }
    }

    fn length(self, text: &str) -> usize {
        text.chars().count()
    }

    fn length_of(self, piece: &'b str) -> usize {
        Text::new(piece).chars().count()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_between_characters() {
        let text = Escaped(r"a\u00e9\\n\ud83d\ude00]");
        assert_eq!(text.advance(0, 2), Some(7));
        assert_eq!(text.strip(7, "\\n😀"), Some(22));
        assert_eq!(text.strip_end("n😀]"), Some(9));
        assert_eq!(text.strip_end("\n😀]"), None);
        assert_eq!(text.find(0, 23, "n"), Some((9, 10)));
        assert_eq!(text.find(0, 22, "]"), None);
        assert_eq!((text.next(22), text.next(23)), (Some(23), None));
    }
}
