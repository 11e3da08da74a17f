//! Finding the closing quote of a string that has been validated.

use super::blocks::{self, BLOCK};
use crate::hint::cold_path;
use crate::swar::{ONES, last_word, lowest_byte, zero_flags};

/// How many words of eight bytes are looked at before a string is taken in larger blocks.
const NEAR: usize = 8;

/// A flag in the high bit of each byte that is a quote; only the lowest is exact.
#[inline]
pub(super) const fn quote_flags(word: u64) -> u64 {
    zero_flags(word ^ (ONES * b'"' as u64))
}

/// Behind the closing quote of the string that the position is inside of; beyond all bytes where there is none.
#[inline]
pub(super) fn end_of_text(bytes: &[u8], at: usize) -> usize {
    let mut rest = bytes.get(at..).unwrap_or_default();
    let mut quotes = 0;
    // Most strings are short.
    for _ in 0..NEAR {
        let Some((word, behind)) = rest.split_first_chunk() else {
            cold_path();
            quotes = quote_flags(last_word(bytes, rest.len()));
            break;
        };
        quotes = quote_flags(u64::from_le_bytes(*word));
        if quotes != 0 {
            break;
        }
        rest = behind;
    }
    let quote = bytes.len() - rest.len() + lowest_byte(quotes);
    // Most have no escape before the quote.
    match bytes.get(quote.wrapping_sub(1)) {
        Some(before) if quotes != 0 && *before != b'\\' => quote + 1,
        _ => {
            cold_path();
            end_of_any_text(bytes, at)
        }
    }
}

/// The same for a string that is mostly not that short.
#[inline(always)]
#[expect(clippy::inline_always, reason = "every code and message behind the kept items passes here")]
pub(super) fn end_of_longer_text(bytes: &[u8], at: usize) -> usize {
    let mut quote = find_quote(bytes, at);
    while bytes.get(quote.wrapping_sub(1)) == Some(&b'\\') {
        // Most backslashes stand alone.
        if bytes.get(quote.wrapping_sub(2)) == Some(&b'\\') {
            return end_behind(bytes, at, quote);
        }
        quote = find_quote(bytes, quote + 1);
    }
    quote + 1
}

/// The same for a string that is long, stands in few bytes, or has a backslash before its first quote.
#[inline(never)]
pub(super) fn end_of_any_text(bytes: &[u8], at: usize) -> usize {
    end_behind(bytes, at, find_quote(bytes, at))
}

/// The same for a string whose first quote may be escaped.
#[inline(never)]
fn end_behind(bytes: &[u8], at: usize, mut quote: usize) -> usize {
    loop {
        let before = bytes.get(at..quote).unwrap_or_default();
        let backslashes = before.iter().rev().take_while(|byte| **byte == b'\\').count();
        if backslashes % 2 == 0 {
            return quote + 1;
        }
        quote = find_quote(bytes, quote + 1);
    }
}

/// The index of the next quote at or after the position; the number of bytes where there is none.
#[inline(always)]
#[expect(clippy::inline_always, reason = "keeps what a passage needs in registers")]
fn find_quote(bytes: &[u8], at: usize) -> usize {
    let any = |block: &[u8; BLOCK]| blocks::any(block, |byte| byte == b'"');
    let first = |block: &[u8; BLOCK]| blocks::first(block, quote_flags);
    blocks::find(bytes, at, any, first).unwrap_or_else(|at| find_quote_near_end(bytes, at))
}

/// The same as [`find_quote`] where less than a block is left.
#[cold]
#[inline(never)]
fn find_quote_near_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| *byte == b'"').unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The end of a string, byte by byte.
    fn end(bytes: &[u8]) -> usize {
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => return at + 1,
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        bytes.len()
    }

    #[test]
    fn every_string_ends_where_it_ends_byte_by_byte() {
        for length in 0..100_usize {
            for escapes in [&b""[..], br#"\""#, br"\\", br#"\\\""#, br#"\"\""#, br"\u0022"] {
                for behind in [&b""[..], b"\":\"\\\"", &[b' '; 40]] {
                    let string = [&[0xc3, 0x21, 0x23].repeat(length)[..length], escapes, b"\""].concat();
                    let bytes = [&string[..], behind].concat();
                    assert_eq!(end_of_text(&bytes, 0), end(&bytes), "{}", bytes.escape_ascii());
                    assert_eq!(end_of_text(&bytes, 0), string.len());
                    assert_eq!(end_of_longer_text(&bytes, 0), string.len());
                }
            }
        }
    }

    #[test]
    fn a_string_without_an_end_ends_behind_the_bytes() {
        for length in 0..100 {
            assert_eq!(end_of_text(&b"a".repeat(length), 0), length + 1);
        }
    }
}
