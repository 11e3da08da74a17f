//! Messages with escapes. What stands between two escapes is compared as it is; only escapes are decoded.

#[cfg(all(test, feature = "alloc"))]
mod tests;

use super::scan::Scan;
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
        // What a backslash before the last of these bytes escapes ends before the text starts.
        let last = self.0.len().saturating_sub(text.len() + escape::UNIT);
        if !self.0.as_bytes().get(last..)?.contains(&b'\\') {
            return self.0.strip_suffix(text).map(str::len);
        }
        // As many characters before the end as the text has.
        let (mut start, mut ahead) = (Chars::spelled(self.0), Chars::spelled(self.0));
        for _ in text.chars() {
            ahead.next()?;
        }
        while ahead.next().is_some() {
            start.next();
        }
        start.clone().eq(text.chars()).then(|| self.0.len() - start.rest().len())
    }

    fn find(self, mut at: usize, limit: usize, text: &str) -> Option<(usize, usize)> {
        let bytes = self.0.as_bytes().get(..limit)?;
        let Some(&first) = text.as_bytes().first() else { return (at <= limit).then_some((at, at)) };
        loop {
            at += bytes.get(at..)?.iter().position(|&byte| byte == first || byte == b'\\')?;
            if let Some(end) = self.strip(at, text) {
                return (end <= limit).then_some((at, end));
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
