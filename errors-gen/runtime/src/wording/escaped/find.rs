//! Looking for fixed text in a message with escapes.

use super::compare::{BACKSLASHES, strip};
use crate::json::escape;
use crate::swar::{HIGH, ONES, lowest_byte, word, zero_flags};

/// The first place at or after `at` where this text stands, and its end.
#[inline]
pub(super) fn find(bytes: &[u8], mut at: usize, text: &str) -> Option<(usize, usize)> {
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return Some((at, at)) };
    let beginning = Beginning::of(text.as_bytes())?;
    loop {
        at = beginning.find(bytes, at)?;
        let rest = bytes.get(at..)?;
        if rest.first() != Some(&b'\\') {
            if let Some(length) = strip(rest, text) {
                return Some((at, at + length));
            }
            at += 1;
            continue;
        }
        // The letters of an escape are no text: it is passed as a whole.
        let (character, length) = escape::decode(rest)?;
        let behind = at + length;
        if character == first
            && let Some(length) = strip(bytes.get(behind..)?, characters.as_str())
        {
            return Some((at, behind + length));
        }
        at = behind;
    }
}

/// What a text can begin with, in each byte of a word.
#[derive(Clone, Copy)]
struct Beginning {
    first: u8,
    firsts: u64,
    seconds: u64,
    /// All flags where there is no second byte, which then can be any.
    any_second: u64,
}

impl Beginning {
    #[inline]
    fn of(text: &[u8]) -> Option<Self> {
        let first = *text.first()?;
        let (second, any_second) = text.get(1).map_or((first, HIGH), |&second| (second, 0));
        Some(Self { first, firsts: ONES * u64::from(first), seconds: ONES * u64::from(second), any_second })
    }

    /// The next place where the text can start, or where there is an escape.
    ///
    /// As with messages without escapes, eight positions are looked at together, for the first two bytes; the second one
    /// can also be escaped.
    #[inline]
    fn find(self, bytes: &[u8], mut at: usize) -> Option<usize> {
        while let (Some(ones), Some(others)) = (word(bytes, at), word(bytes, at + 1)) {
            let seconds = zero_flags(others ^ self.seconds) | zero_flags(others ^ BACKSLASHES) | self.any_second;
            let flags = zero_flags(ones ^ self.firsts) & seconds | zero_flags(ones ^ BACKSLASHES);
            if flags != 0 {
                return Some(at + lowest_byte(flags));
            }
            at += 8;
        }
        let offset = bytes.get(at..)?.iter().position(|&byte| byte == self.first || byte == b'\\')?;
        Some(at + offset)
    }
}
