//! Messages with escapes. What stands between two escapes is compared as it is; only escapes are decoded.

#[cfg(all(test, feature = "alloc"))]
mod tests;

use super::scan::{self, Scan};
use crate::json::{Chars, escape};

/// A message with escapes.
#[derive(Clone, Copy)]
pub(super) struct Escaped<'b>(pub(super) &'b str);

impl Escaped<'_> {
    /// The last character before a position, and where its spelling starts.
    fn last(self, end: usize) -> Option<(char, usize)> {
        let before = self.0.get(..end)?;
        let escaped = [escape::LONGEST, escape::UNIT, 2].into_iter().find_map(|length| {
            let (plain, last) = before.as_bytes().split_at_checked(end.checked_sub(length)?)?;
            let (character, _) = escape::decode(last).filter(|(_, whole)| *whole == length)?;
            // Backslashes in a row escape each other in pairs, from the first one on.
            let backslashes = plain.iter().rev().take_while(|byte| **byte == b'\\').count();
            backslashes.is_multiple_of(2).then_some((character, plain.len()))
        });
        escaped.or_else(|| before.char_indices().next_back().map(|(start, character)| (character, start)))
    }
}

impl<'b> Scan<'b> for Escaped<'b> {
    fn spelling(self) -> &'b str {
        self.0
    }

    fn strip(self, mut at: usize, mut text: &str) -> Option<usize> {
        loop {
            let rest = self.0.as_bytes().get(at..)?;
            let same = rest
                .iter()
                .zip(text.as_bytes())
                .take_while(|(spelled, wanted)| spelled == wanted && **spelled != b'\\');
            let same = same.count();
            if same == text.len() {
                return Some(at + same);
            }
            // Where an escape starts, there a character of the text does too.
            let (character, length) = escape::decode(rest.get(same..)?)?;
            text = text.get(same..)?.strip_prefix(character)?;
            at += same + length;
        }
    }

    fn strip_again(self, at: usize, value: &'b str) -> Option<usize> {
        let mut characters = Chars::spelled(self.0.get(at..)?);
        let same = Chars::spelled(value).all(|character| characters.next() == Some(character));
        same.then(|| self.0.len() - characters.rest().len())
    }

    fn strip_end(self, text: &str) -> Option<usize> {
        let mut end = self.0.len();
        for wanted in text.chars().rev() {
            let (character, start) = self.last(end)?;
            if character != wanted {
                return None;
            }
            end = start;
        }
        Some(end)
    }

    fn find(self, mut at: usize, limit: usize, text: &str) -> Option<(usize, usize)> {
        let bytes = self.0.as_bytes().get(..limit)?;
        loop {
            at = scan::candidate::<true>(bytes, at, text.as_bytes())?;
            if let Some(end) = self.strip(at, text) {
                return Some((at, end)).filter(|_| end <= limit);
            }
            // The letters of an escape are no text: it is passed as a whole.
            at += escape::decode(bytes.get(at..)?).map_or(1, |(_, length)| length);
        }
    }

    fn next(self, at: usize) -> Option<usize> {
        let mut characters = Chars::spelled(self.0.get(at..)?);
        characters.next()?;
        Some(self.0.len() - characters.rest().len())
    }
}
