//! Whether fixed text stands at the start or at the end of a message with escapes.
//!
//! What stands between two escapes is compared as it is; only escapes are decoded.

use crate::json::escape;
use crate::swar::{ONES, lowest_byte, word, zero_flags};

/// A backslash in each byte.
pub(super) const BACKSLASHES: u64 = ONES * b'\\' as u64;

/// The length of what spells this text, if it stands at the start of these bytes.
#[inline]
pub(super) fn strip(bytes: &[u8], text: &str) -> Option<usize> {
    let (mut at, mut left) = (0, text);
    loop {
        let rest = bytes.get(at..)?;
        let common = common(rest, left.as_bytes());
        if common == left.len() {
            return Some(at + common);
        }
        // Where an escape starts, there a character of the text does too.
        let (character, length) = escape::decode(rest.get(common..)?)?;
        left = left.get(common..)?.strip_prefix(character)?;
        at += common + length;
    }
}

/// How far both are the same, and without escapes.
#[inline]
fn common(spelling: &[u8], text: &[u8]) -> usize {
    let mut at = 0;
    if let Some(last) = text.len().checked_sub(8) {
        while let (Some(spelled), Some(wanted)) = (word(spelling, at), word(text, at)) {
            let stops = (spelled ^ wanted) | zero_flags(spelled ^ BACKSLASHES);
            if stops != 0 {
                return at + lowest_byte(stops);
            }
            if at == last {
                return text.len();
            }
            // The last word overlaps the one before, so that no bytes are left over.
            at = last.min(at + 8);
        }
    }
    let rest = spelling.get(at..).unwrap_or_default().iter().zip(text.get(at..).unwrap_or_default());
    at + rest.take_while(|(spelled, wanted)| spelled == wanted && **spelled != b'\\').count()
}

/// Where this text starts, if these bytes, which end between two characters, end with it.
#[inline]
pub(super) fn strip_end(bytes: &[u8], text: &str) -> Option<usize> {
    let (mut end, mut left) = (bytes.len(), text);
    loop {
        let bytes = bytes.get(..end)?;
        // What a backslash before this place escapes ends before the text starts.
        let from = end.saturating_sub(left.len() + escape::UNIT);
        let Some(backslash) = last_backslash(bytes, from) else {
            return bytes.ends_with(left.as_bytes()).then(|| end - left.len());
        };
        let start = start_of_escape(bytes, backslash);
        let (character, length) = escape::decode(bytes.get(start..)?)?;
        let plain = bytes.get(start + length..)?;
        if plain.len() >= left.len() {
            return plain.ends_with(left.as_bytes()).then(|| end - left.len());
        }
        // Where the same bytes start with a whole character in one, they do so in the other.
        let (before, same) = left.split_at_checked(left.len() - plain.len())?;
        left = before.strip_suffix(character).filter(|_| same.as_bytes() == plain)?;
        end = start;
    }
}

/// The index of the last backslash, which is not looked for before `from`.
#[inline]
fn last_backslash(bytes: &[u8], from: usize) -> Option<usize> {
    let mut window = bytes.get(from..)?;
    while let Some((before, word)) = window.split_last_chunk() {
        // The last byte is the lowest, where flags are exact.
        let flags = zero_flags(u64::from_be_bytes(*word) ^ BACKSLASHES);
        if flags != 0 {
            return Some(from + window.len() - 1 - lowest_byte(flags));
        }
        window = before;
    }
    window.iter().rposition(|&byte| byte == b'\\').map(|offset| from + offset)
}

/// Where the character starts that this backslash, behind which there are no others, is a part of.
fn start_of_escape(bytes: &[u8], backslash: usize) -> usize {
    // Backslashes in a row escape each other in pairs, from the first one on.
    let starts_escape = |at: usize| {
        let before = bytes.get(..at).unwrap_or_default();
        before.iter().rev().take_while(|&&byte| byte == b'\\').count().is_multiple_of(2)
    };
    if !starts_escape(backslash) {
        return backslash - 1;
    }
    // The low half of a surrogate pair belongs to the high one before it.
    let pair = backslash.checked_sub(escape::UNIT).filter(|&high| {
        let length = bytes.get(high..).and_then(escape::decode).map(|(_, length)| length);
        length == Some(escape::LONGEST) && starts_escape(high)
    });
    pair.unwrap_or(backslash)
}
