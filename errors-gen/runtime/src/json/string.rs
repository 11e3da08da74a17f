//! Finds the ends of strings.

use super::Fault;
use crate::swar::{HIGH, ONES, lowest_byte, word};

/// The end of the string whose opening quote is before the position, and whether it has escapes.
///
/// # Errors
///
/// The string is not closed, or has a control character or an invalid escape.
#[inline]
pub(super) fn end_of_string(bytes: &[u8], at: usize) -> Result<(usize, bool), Fault> {
    let special = find_special(bytes, at);
    if bytes.get(special) == Some(&b'"') {
        return Ok((special + 1, false));
    }
    Ok((end_of_escaped_string(bytes, special)?, true))
}

/// The end of a string whose first quote, backslash or control character is at the position.
#[inline(never)]
fn end_of_escaped_string(bytes: &[u8], mut at: usize) -> Result<usize, Fault> {
    loop {
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => at = end_of_escape(bytes, at)?,
            _ => return Err(Fault::syntax(at)),
        }
        at = find_special(bytes, at);
    }
}

/// The end of the escape whose backslash is at the position.
fn end_of_escape(bytes: &[u8], at: usize) -> Result<usize, Fault> {
    match bytes.get(at + 1) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at + 2),
        Some(b'u') => match (at + 2..at + 6).find(|digit| !bytes.get(*digit).is_some_and(u8::is_ascii_hexdigit)) {
            Some(other) => Err(Fault::syntax(other.min(bytes.len()))),
            None => Ok(at + 6),
        },
        _ => Err(Fault::syntax((at + 1).min(bytes.len()))),
    }
}

/// The index of the next `"`, `\` or control character at or after the position; the length of the bytes if there is
/// none.
#[inline]
fn find_special(bytes: &[u8], at: usize) -> usize {
    // Most strings are short, so only the search of the first two words is inlined.
    match find_in_words(bytes, at, 2) {
        Ok(found) => found,
        Err(at) => find_special_far(bytes, at),
    }
}

#[inline(never)]
fn find_special_far(bytes: &[u8], at: usize) -> usize {
    let mut at = match find_in_words(bytes, at, 6) {
        Ok(found) => return found,
        Err(at) => at,
    };
    // Skips blocks of 64 bytes in long messages: without this, a message of 100 kB takes 2.6 times as many
    // instructions.
    let (blocks, _) = bytes.get(at..).unwrap_or_default().as_chunks::<64>();
    at += 64 * blocks.iter().take_while(|block| !any_special(block)).count();
    match find_in_words(bytes, at, usize::MAX) {
        Ok(found) => found,
        Err(at) => at + bytes.get(at..).unwrap_or_default().iter().take_while(|byte| !is_special(**byte)).count(),
    }
}

/// Searches up to `most` words of eight bytes: `Ok` with the index of the first special byte, otherwise `Err` with the
/// index of the first byte not searched.
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

#[inline]
const fn is_special(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < 0x20
}

/// Sets the high bit of each special byte. Only the lowest flag is exact: a borrow can set flags above it.
#[inline]
const fn special_flags(word: u64) -> u64 {
    // With its second bit flipped, a quote (0x22) becomes 0x20, so that one comparison with 0x21 finds quotes and
    // control characters.
    let quote_or_control = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (quote_or_control | backslash) & !word & HIGH
}

/// Whether any byte of a block is special. It has no branches, so that the compiler uses vector instructions.
#[inline]
fn any_special(block: &[u8; 64]) -> bool {
    block.iter().fold(0, |any, byte| any | u8::from(is_special(*byte))) != 0
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::*;

    #[test]
    fn every_position_and_length_agrees_with_a_byte_by_byte_search() {
        for length in 0..300_usize {
            for position in 0..=length {
                for special in [b'"', b'\\', 0x00, 0x1f] {
                    let mut bytes = [0x20_u8, 0x7f, 0x80, 0xff, b'!', b'#', b'[', b']'].repeat(length / 8 + 1);
                    bytes.truncate(length);
                    if let Some(byte) = bytes.get_mut(position) {
                        *byte = special;
                    }
                    let expected = bytes.iter().position(|&byte| is_special(byte)).unwrap_or(length);
                    assert_eq!(find_special(&bytes, 0), expected, "length {length}, position {position}");
                }
            }
        }
    }

    #[test]
    fn every_byte_of_a_block_is_told_apart() {
        for byte in 0..=u8::MAX {
            for index in 0..64 {
                let mut block = [b'a'; 64];
                block[index] = byte;
                assert_eq!(any_special(&block), is_special(byte), "{byte} at {index}");
            }
        }
    }
}
