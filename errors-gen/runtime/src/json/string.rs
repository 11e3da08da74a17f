//! Finding the end of a string.

use super::blocks::{self, BLOCK};
use super::quote::quote_flags;
use crate::hint::cold_path;
use crate::swar::{HIGH, ONES, lowest_byte, word};

/// A flag in the high bit of each byte that is `"`, `\` or a control character. Only the lowest flag is exact: a borrow
/// can raise further ones above it.
///
/// With its second bit flipped a quote falls in line with the control characters: one subtraction finds both.
#[inline]
const fn special_flags(word: u64) -> u64 {
    let quote_or_control = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (quote_or_control | backslash) & !word & HIGH
}

#[inline]
const fn is_special(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < 0x20
}

/// Whether one byte of several blocks is special. Written so that it is compiled to few vector instructions: the least of
/// the bytes in one place of each tells whether one of them is low, with quotes flipped in line with the control characters.
/// From there a subtraction moves backslashes to zero.
#[inline]
fn any_special<const N: usize>(blocks: &[[u8; BLOCK]; N]) -> bool {
    let mut any = 0;
    for place in 0..BLOCK {
        let least = |zero: u8| {
            let moved = |block: &[u8; BLOCK]| (block[place] ^ 0x02).wrapping_sub(zero);
            blocks.iter().fold(u8::MAX, |least, block| least.min(moved(block)))
        };
        let quote_or_control = least(0).saturating_sub(0x20);
        let backslash = least(b'\\' ^ 0x02);
        any |= u8::from(quote_or_control.min(backslash) == 0);
    }
    any != 0
}

/// Passes up to `most` times `N` blocks without anything special in them.
#[inline]
fn pass_blocks<const N: usize>(bytes: &[u8], mut at: usize, most: usize) -> usize {
    let (blocks, _) = bytes.get(at..).unwrap_or_default().as_chunks::<BLOCK>();
    let (groups, _) = blocks.as_chunks::<N>();
    for blocks in groups.iter().take(most) {
        if any_special(blocks) {
            break;
        }
        at += N * BLOCK;
    }
    at
}

/// The index of the next `"`, `\` or control character at or after `at`.
#[inline]
pub(super) fn find_special(bytes: &[u8], at: usize) -> Option<usize> {
    // Most strings are short: two words are looked at here, the rest out of line.
    match find_in_words(bytes, at, 2) {
        Ok(found) => Some(found),
        Err(at) => find_special_far(bytes, at),
    }
}

/// The same in blocks.
#[inline(always)]
#[expect(clippy::inline_always, reason = "keeps what a scanner needs in registers")]
pub(super) fn find_special_in_blocks(bytes: &[u8], at: usize) -> Option<usize> {
    let any =
        |block: &[u8; BLOCK]| blocks::any(block, |byte| (byte ^ 0x02).saturating_sub(0x20).min(byte ^ b'\\') == 0);
    let first = |block: &[u8; BLOCK]| {
        // Most blocks that have something special have nothing but the quote.
        if blocks::any(block, |byte| byte.saturating_sub(0x1f).min(byte ^ b'\\') == 0) {
            cold_path();
            blocks::first(block, special_flags)
        } else {
            blocks::first(block, quote_flags)
        }
    };
    match blocks::find(bytes, at, any, first) {
        Ok(found) => Some(found),
        Err(at) => find_special_far(bytes, at),
    }
}

#[inline(never)]
fn find_special_far(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = match find_in_words(bytes, at, 6) {
        Ok(found) => return Some(found),
        Err(at) => at,
    };
    // What goes on for this long is taken in four blocks at a time, and for longer in eight.
    let long = at + 4 * 4 * BLOCK;
    at = pass_blocks::<4>(bytes, at, 4);
    if at == long {
        at = pass_blocks::<8>(bytes, at, usize::MAX);
        at = pass_blocks::<4>(bytes, at, usize::MAX);
    }
    match find_in_words(bytes, at, usize::MAX) {
        Ok(found) => Some(found),
        Err(at) => bytes.get(at..)?.iter().position(|&byte| is_special(byte)).map(|offset| at + offset),
    }
}

/// Looks at up to `most` words of eight bytes: what was found, or where the looking stopped.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the loop is unrolled for the constant that it is called with")]
fn find_in_words(bytes: &[u8], mut at: usize, most: usize) -> Result<usize, usize> {
    for _ in 0..most {
        let Some(word) = word(bytes, at) else {
            break;
        };
        let flags = special_flags(word);
        if flags != 0 {
            return Ok(at + lowest_byte(flags));
        }
        at += 8;
    }
    Err(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_special_byte_among_several_blocks_is_seen_and_no_other() {
        for byte in 0..=u8::MAX {
            for index in 0..8 * BLOCK {
                let mut blocks = [[b'a'; BLOCK]; 8];
                blocks[index / BLOCK][index % BLOCK] = byte;
                assert_eq!(any_special(&blocks), is_special(byte), "{byte} at {index}");
            }
        }
    }

    #[test]
    fn every_position_and_length_agrees_with_a_byte_by_byte_search() {
        for length in 0..700_usize {
            for position in 0..=length {
                for special in [b'"', b'\\', 0x00, 0x1f] {
                    let mut bytes = [0x20_u8, 0x7f, 0x80, 0xff, b'!', b'#', b'[', b']'].repeat(length / 8 + 1);
                    bytes.truncate(length);
                    if let Some(byte) = bytes.get_mut(position) {
                        *byte = special;
                    }
                    let expected = bytes.iter().position(|&byte| is_special(byte));
                    assert_eq!(find_special(&bytes, 0), expected, "length {length}, position {position}");
                    assert_eq!(find_special_in_blocks(&bytes, 0), expected, "length {length}, position {position}");
                }
            }
        }
    }
}
