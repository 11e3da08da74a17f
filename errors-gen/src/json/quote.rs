//! Finding the closing quote of a string that has been validated.

use crate::swar::{ONES, lowest_byte, zero_flags};

/// What is looked at together.
const BLOCK: usize = 16;

/// Behind the closing quote of the string that the position is inside of; beyond all bytes where there is none.
#[inline]
pub(super) fn end_of_text(bytes: &[u8], at: usize) -> usize {
    let quote = find_quote(bytes, at);
    // Most strings have no escape before the quote.
    if bytes.get(quote.wrapping_sub(1)) == Some(&b'\\') { end_behind_escape(bytes, at, quote) } else { quote + 1 }
}

/// The same where a backslash stands before the first quote.
#[inline(never)]
fn end_behind_escape(bytes: &[u8], at: usize, mut quote: usize) -> usize {
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
#[inline]
fn find_quote(bytes: &[u8], at: usize) -> usize {
    // Most strings are short.
    let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk) else {
        return find_quote_far(bytes, at);
    };
    match quote_in(block) {
        Some(offset) => at + offset,
        None => find_quote_far(bytes, at + BLOCK),
    }
}

#[inline(never)]
fn find_quote_far(bytes: &[u8], mut at: usize) -> usize {
    for block in bytes.get(at..).unwrap_or_default().as_chunks::<BLOCK>().0 {
        // Written so that it is compiled to few vector instructions.
        if block.iter().fold(0, |any, byte| any | u8::from(*byte == b'"')) != 0
            && let Some(offset) = quote_in(block)
        {
            return at + offset;
        }
        at += BLOCK;
    }
    find_quote_near_end(bytes, at)
}

/// The same where less than a block is left.
#[cold]
#[inline(never)]
fn find_quote_near_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| *byte == b'"').unwrap_or(rest.len())
}

/// The index of the first quote in a block.
#[inline]
fn quote_in(block: &[u8; BLOCK]) -> Option<usize> {
    for (word, offset) in block.as_chunks::<8>().0.iter().zip([0, 8]) {
        let flags = zero_flags(u64::from_le_bytes(*word) ^ (ONES * u64::from(b'"')));
        if flags != 0 {
            return Some(offset + lowest_byte(flags));
        }
    }
    None
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
