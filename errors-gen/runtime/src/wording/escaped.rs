//! Messages with escapes. The text between two escapes is compared bytewise; only escapes are decoded.

#[cfg(all(test, feature = "alloc"))]
mod tests;

use super::scan::{self, Scan};
use crate::json::{Chars, escape};

/// A message with escapes.
#[derive(Clone, Copy)]
pub(super) struct Escaped<'b>(pub(super) &'b str);

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
            // The texts differ at an escape, or match up to one: it stands for exactly one character.
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

    fn trimmed_end(self) -> usize {
        let (mut end, mut at) = (0, 0);
        while let Some((character, behind)) = self.next(at) {
            if !character.is_whitespace() {
                end = behind;
            }
            at = behind;
        }
        end
    }

    fn find(self, mut at: usize, limit: usize, text: &str) -> Option<(usize, usize)> {
        let bytes = self.0.as_bytes().get(..limit)?;
        loop {
            at = scan::candidate::<true>(bytes, at, text.as_bytes())?;
            if let Some(end) = self.strip(at, text) {
                return Some((at, end)).filter(|_| end <= limit);
            }
            // The letters of an escape are not text, so it is skipped as a whole.
            at += escape::decode(bytes.get(at..)?).map_or(1, |(_, length)| length);
        }
    }

    fn next(self, at: usize) -> Option<(char, usize)> {
        let mut characters = Chars::spelled(self.0.get(at..)?);
        let character = characters.next()?;
        Some((character, self.0.len() - characters.rest().len()))
    }
}
