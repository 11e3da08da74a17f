//! Finding the end of an object of a list by the object behind it, without a look at what stands between.

use crate::swar::{ONES, lowest_byte, word, zero_flags};

/// How many bytes are looked at together.
const BLOCK: usize = 16;

/// Behind the object that the position is inside of, outside of its strings, where another object of the same list follows
/// without white space, and no bracket of a list or of another object stands between, not even in a string. The bytes have
/// been validated, and the object is the element of a list.
///
/// What is sure then: a brace before a quote and a letter opens an object, since in a string the quote would be its end,
/// behind which no letter stands. So the comma and the brace before it are no text either. And as nothing was opened in
/// between, nothing but the object itself was closed there: what follows is in its list.
#[inline]
pub(super) fn end_before_sibling(bytes: &[u8], at: usize) -> Option<usize> {
    let bracket = find_bracket(bytes, at)?;
    let around = bytes.get(bracket.checked_sub(2)?.max(at)..)?.first_chunk()?;
    matches!(around, [b'}', b',', b'{', b'"', b'A'..=b'Z' | b'a'..=b'z']).then(|| bracket - 1)
}

/// The index of the first bracket that opens anything or closes a list, in a string or not. It may be missed near the end.
#[inline]
fn find_bracket(bytes: &[u8], mut at: usize) -> Option<usize> {
    for block in bytes.get(at..)?.as_chunks::<BLOCK>().0 {
        // Written so that it is compiled to few vector instructions.
        if block.iter().fold(0, |any, byte| any | u8::from(byte | 0x20 == b'{') | u8::from(*byte == b']')) != 0 {
            let (near, far) = (word(block, 0).map_or(0, bracket_flags), word(block, 8).map_or(0, bracket_flags));
            return Some(at + if near == 0 { 8 + lowest_byte(far) } else { lowest_byte(near) });
        }
        at += BLOCK;
    }
    None
}

/// A flag in the high bit of each byte that is such a bracket; only the lowest is exact.
#[inline]
const fn bracket_flags(word: u64) -> u64 {
    let opening = zero_flags((word | (ONES * 0x20)) ^ (ONES * b'{' as u64));
    opening | zero_flags(word ^ (ONES * b']' as u64))
}
