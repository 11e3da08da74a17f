//! The 64 bits that are hashed for a code, and how: the same functions as in `errors_runtime::table`, which cannot be shared,
//! since the runtime's `load` needs this crate. A test of `errors_runtime::load` ties the two together.

use super::KeyBytes;

/// An odd number without a pattern: 2^64 divided by the golden ratio.
pub(super) const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
/// Another one.
pub(super) const SCATTER: u64 = 0xD6E8_FEB8_6659_FD93;

/// The key of a number.
pub(super) const fn number_key(number: i64) -> u64 {
    number.cast_unsigned()
}

/// The key of a text.
pub(super) fn text_key(bytes: &[u8], which: KeyBytes) -> u64 {
    let length = bytes.len();
    if which == KeyBytes::All {
        return all_bytes(bytes);
    }
    let (mut a, b) = match bytes {
        [_, _, _, _, _, _, _, _, ..] => (word(bytes, 0), word(bytes, length - 8)),
        [_, _, _, _, ..] => (half_word(bytes, 0), half_word(bytes, length - 4)),
        [first, .., last] => {
            let middle = bytes.get(length / 2).copied().unwrap_or_default();
            (u64::from(*first) | u64::from(middle) << 8 | u64::from(*last) << 16, 0)
        }
        [only] => (u64::from(*only) * 0x01_01_01, 0),
        [] => (0, 0),
    };
    if which == KeyBytes::EndsAndMiddle && length >= 8 {
        a = a.wrapping_add(word(bytes, length / 2 - 4).rotate_left(47));
    }
    (a ^ b.rotate_left(29)).wrapping_add((length as u64).wrapping_mul(GOLDEN))
}

/// The key of a text all of whose bytes count.
fn all_bytes(bytes: &[u8]) -> u64 {
    let mut key = (bytes.len() as u64).wrapping_mul(GOLDEN);
    for chunk in bytes.chunks(8) {
        let mut padded = [0; 8];
        for (to, from) in padded.iter_mut().zip(chunk) {
            *to = *from;
        }
        key = (key ^ u64::from_le_bytes(padded)).wrapping_mul(SCATTER);
        key ^= key >> 32;
    }
    key
}

/// The eight bytes from `at`.
fn word(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()).map_or(0, |chunk| u64::from_le_bytes(*chunk))
}

/// The four bytes from `at`.
fn half_word(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()).map_or(0, |chunk| u64::from(u32::from_le_bytes(*chunk)))
}

/// What is displaced: the bits of a hash, mixed so that keys of one bucket, which share the upper ones, part.
pub(super) const fn mixed(h: u64) -> u64 {
    h ^ (h >> 29)
}

/// The hash that a displacement makes of [`mixed`] bits.
pub(super) const fn displaced(mixed: u64, displacement: u32) -> u64 {
    (mixed ^ (displacement as u64).wrapping_mul(SCATTER)).wrapping_mul(GOLDEN)
}

/// The upper bits of a hash as an index. A shift of 64, as of a table of one slot, gives 0.
#[expect(clippy::cast_possible_truncation, reason = "tables are far smaller than 2^32 slots")]
pub(super) fn shifted(h: u64, shift: u8) -> usize {
    h.checked_shr(u32::from(shift)).unwrap_or(0) as usize
}
