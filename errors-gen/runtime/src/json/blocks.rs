//! Looking for a byte in blocks, one vector each.

use crate::swar::{lowest_byte, word};

/// How many bytes are looked at together.
pub(super) const BLOCK: usize = 16;

/// The index of the first byte at or after the position that is looked for; where the looking stopped, near the end, if none
/// was found until then. `any` tells whether a block holds one, and `first` which it is.
#[inline(always)]
#[expect(clippy::inline_always, reason = "keeps what the caller needs in registers")]
pub(super) fn find(
    bytes: &[u8],
    mut at: usize,
    any: impl Fn(&[u8; BLOCK]) -> bool,
    first: impl Fn(&[u8; BLOCK]) -> usize,
) -> Result<usize, usize> {
    let mut rest = bytes.get(at..).unwrap_or_default();
    while let Some((block, behind)) = rest.split_first_chunk() {
        if any(block) {
            return Ok(at + first(block));
        }
        at += BLOCK;
        rest = behind;
    }
    Err(at)
}

/// Whether a block holds such a byte. Compiled to few vector instructions where one byte is told in few, without a branch.
#[inline(always)]
#[expect(clippy::inline_always, reason = "keeps what the caller needs in registers")]
pub(super) fn any(block: &[u8; BLOCK], is_it: impl Fn(u8) -> bool) -> bool {
    block.iter().fold(0, |any, byte| any | u8::from(is_it(*byte))) != 0
}

/// The index of the first byte for which a word has a flag, in a block that has one. Only the lowest flag of a word need be
/// exact.
#[inline(always)]
#[expect(clippy::inline_always, reason = "keeps what the caller needs in registers")]
pub(super) fn first(block: &[u8; BLOCK], flags: impl Fn(u64) -> u64) -> usize {
    let (near, far) = (word(block, 0).map_or(0, &flags), word(block, 8).map_or(0, &flags));
    if near == 0 { 8 + lowest_byte(far) } else { lowest_byte(near) }
}
