//! Looks up codes by their text: one hash and one comparison.
//!
//! The hash is perfect (without collisions); the generator searches for its parameters.

use crate::cold_path::cold_path;
use crate::integer::{digits, integer};

/// Maps the wire text of a code to its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup<'t> {
    /// Codes that are any text.
    Text {
        /// Which bytes of a text are hashed.
        bytes: KeyBytes,
        /// The perfect hash of the texts.
        hash: Hash<'t>,
    },
    /// Codes that are canonical decimal integers, or digits of a fixed width.
    Number {
        /// The number of digits; 0 for integers.
        width: u8,
        /// The codes as numbers, in the order of the codes.
        values: &'t [i64],
        /// The perfect hash of the numbers.
        hash: Hash<'t>,
    },
    /// Codes for which no perfect hash was found: their indices in the order of their texts, for a binary search.
    Sorted(&'t [u32]),
}

/// Which bytes of a text are hashed, in addition to its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyBytes {
    /// The first eight and the last eight.
    Ends,
    /// Those and the eight around the middle.
    EndsAndMiddle,
    /// All.
    All,
}

/// The parameters of a perfect hash, and its table.
///
/// Let `key` be the 64 bits made of a code, and `h = key * seed` (wrapping). Without displacements the slot is `h >>
/// shift`. With displacements, let `d = displacements[h >> bucket_shift]`; the slot is `((h ^ (h >> 29)) ^ (d *
/// 0xD6E8_FEB8_6659_FD93)) * 0x9E37_79B9_7F4A_7C15 >> shift`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash<'t> {
    /// The multiplier, odd.
    pub seed: u64,
    /// How far to shift right: 64 minus the binary logarithm of the number of slots.
    pub shift: u8,
    /// How far to shift right for the bucket: 64 minus the binary logarithm of the number of displacements.
    pub bucket_shift: u8,
    /// One displacement for each bucket; empty if the hash needs only one level.
    pub displacements: &'t [u32],
    /// The index of the code in each slot; in an empty slot, the number of codes.
    pub slots: Slots<'t>,
}

/// Indices, in the smallest type that they fit in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slots<'t> {
    /// Up to 255 codes.
    U8(&'t [u8]),
    /// Up to 65,535 codes.
    U16(&'t [u16]),
    /// More.
    U32(&'t [u32]),
}

/// An odd number without a pattern: 2^64 divided by the golden ratio.
pub const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
/// Another odd number without a pattern.
pub const SCATTER: u64 = 0xD6E8_FEB8_6659_FD93;

impl Hash<'_> {
    /// The index in the key's slot: the only code that can have this key.
    #[inline]
    fn candidate(&self, key: u64) -> Option<usize> {
        let h = key.wrapping_mul(self.seed);
        let h = if self.displacements.is_empty() {
            h
        } else {
            let displacement = *self.displacements.get(shifted(h, self.bucket_shift))?;
            displaced(mixed(h), displacement)
        };
        let slot = shifted(h, self.shift);
        match self.slots {
            Slots::U8(slots) => slots.get(slot).map(|&index| usize::from(index)),
            Slots::U16(slots) => slots.get(slot).map(|&index| usize::from(index)),
            Slots::U32(slots) => slots.get(slot).map(|&index| index as usize),
        }
    }
}

/// Mixes the bits of a hash before they are displaced, so that keys of the same bucket, which share the upper bits, get
/// different slots.
#[inline]
#[must_use]
pub const fn mixed(h: u64) -> u64 {
    h ^ (h >> 29)
}

/// Applies a displacement to [`mixed`] bits.
#[inline]
#[must_use]
pub const fn displaced(mixed: u64, displacement: u32) -> u64 {
    (mixed ^ (displacement as u64).wrapping_mul(SCATTER)).wrapping_mul(GOLDEN)
}

/// The upper bits of a hash as an index. A shift of 64 or more, as for a table of one slot, gives 0.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "tables are far smaller than 2^32 slots")]
#[must_use]
pub fn shifted(h: u64, shift: u8) -> usize {
    h.checked_shr(u32::from(shift)).unwrap_or(0) as usize
}

impl Lookup<'_> {
    /// The index of the code with this wire text; `wire` holds the codes' texts in the order of their indices.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "for a vendor that was compiled in all but its own way falls away")]
    #[must_use]
    pub fn find(&self, wire: &[&str], text: &str) -> Option<usize> {
        self.find_bytes(wire, text.as_bytes())
    }

    /// As [`find`](Self::find), for a text that need not be UTF-8.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "for a vendor that was compiled in all but its own way falls away")]
    #[must_use]
    pub fn find_bytes(&self, wire: &[&str], text: &[u8]) -> Option<usize> {
        match self {
            Self::Text { bytes, hash } => {
                let index = hash.candidate(text_key(text, *bytes))?;
                is_same(wire.get(index)?.as_bytes(), text).then_some(index)
            }
            Self::Number { width, values, hash } => {
                let number = match width {
                    0 => canonical_integer(text)?,
                    width => fixed_digits(text, *width)?,
                };
                let index = hash.candidate(number_key(number))?;
                (*values.get(index)? == number).then_some(index)
            }
            Self::Sorted(order) => {
                let text_of = |index: &u32| wire.get(*index as usize).map_or(&[][..], |text| text.as_bytes());
                let position = order.binary_search_by(|index| text_of(index).cmp(text)).ok()?;
                order.get(position).map(|&index| index as usize)
            }
        }
    }

    /// The index of the code with this number, if codes are integers or digits of a fixed width; `None` for text codes.
    #[inline]
    #[must_use]
    pub fn find_number(&self, number: i64) -> Option<usize> {
        match self {
            Self::Number { values, hash, .. } => {
                let index = hash.candidate(number_key(number))?;
                (*values.get(index)? == number).then_some(index)
            }
            Self::Text { .. } | Self::Sorted(_) => None,
        }
    }
}

/// The 64 bits that are hashed for a number.
#[inline]
#[must_use]
pub const fn number_key(number: i64) -> u64 {
    number.cast_unsigned()
}

#[inline]
fn word(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()).map_or(0, |chunk| u64::from_le_bytes(*chunk))
}

#[inline]
fn half_word(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()).map_or(0, |chunk| u64::from(u32::from_le_bytes(*chunk)))
}

/// Whether two texts are equal. Codes are short, so comparing a few overlapping words without branches is faster than
/// calling `memcmp`.
#[inline]
fn is_same(left: &[u8], right: &[u8]) -> bool {
    let length = left.len();
    if length != right.len() {
        return false;
    }
    let differ = |at: usize| word(left, at) ^ word(right, at);
    match length {
        0..4 => {
            cold_path();
            left.iter().zip(right).fold(0, |differ, (left, right)| differ | (left ^ right)) == 0
        }
        4..8 => {
            cold_path();
            half_word(left, 0) == half_word(right, 0) && left.last_chunk::<4>() == right.last_chunk::<4>()
        }
        8..16 => differ(0) | differ(length - 8) == 0,
        16..=32 => differ(0) | differ(8) | differ(length - 16) | differ(length - 8) == 0,
        _ => {
            cold_path();
            left == right
        }
    }
}

/// The 64 bits that are hashed for a text.
#[inline]
#[must_use]
pub fn text_key(bytes: &[u8], which: KeyBytes) -> u64 {
    let length = bytes.len();
    if which == KeyBytes::All {
        return all_bytes(bytes);
    }
    let (mut a, b) = match bytes {
        [_, _, _, _, _, _, _, _, ..] => (word(bytes, 0), word(bytes, length - 8)),
        [_, _, _, _, ..] => {
            cold_path();
            (half_word(bytes, 0), half_word(bytes, length - 4))
        }
        [first, .., last] => {
            cold_path();
            let middle = bytes.get(length / 2).copied().unwrap_or_default();
            (u64::from(*first) | u64::from(middle) << 8 | u64::from(*last) << 16, 0)
        }
        [only] => {
            cold_path();
            (u64::from(*only) * 0x01_01_01, 0)
        }
        [] => {
            cold_path();
            (0, 0)
        }
    };
    if which == KeyBytes::EndsAndMiddle && length >= 8 {
        a = a.wrapping_add(word(bytes, length / 2 - 4).rotate_left(47));
    }
    (a ^ b.rotate_left(29)).wrapping_add((length as u64).wrapping_mul(GOLDEN))
}

/// The key made of all bytes of a text.
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

/// Parses a canonical decimal integer: without leading zeros, `+` or `-0`.
#[inline]
#[must_use]
pub fn canonical_integer(text: &[u8]) -> Option<i64> {
    match text {
        [b'0'] | [b'1'..=b'9', ..] | [b'-', b'1'..=b'9', ..] => integer(text),
        _ => None,
    }
}

/// Parses a text of exactly `width` digits.
#[inline]
fn fixed_digits(text: &[u8], width: u8) -> Option<i64> {
    if text.len() == usize::from(width) { digits(text) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_canonical_integers_are_numbers() {
        assert_eq!(canonical_integer(b"-32601"), Some(-32601));
        assert_eq!(canonical_integer(b"0"), Some(0));
        for text in ["", "-", "-0", "007", "+7", "7.0", "1e3", " 7", "99999999999999999999"] {
            assert_eq!(canonical_integer(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn digits_have_their_width() {
        assert_eq!(fixed_digits(b"001001", 6), Some(1001));
        for text in ["1001", "0001001", "00100a", "-01001", "٠٠١"] {
            assert_eq!(fixed_digits(text.as_bytes(), 6), None, "{text}");
        }
    }

    #[test]
    fn a_text_of_one_byte_is_first_middle_and_last() {
        assert_ne!(text_key(b"a", KeyBytes::Ends), text_key(b"b", KeyBytes::Ends));
        assert_ne!(text_key(b"", KeyBytes::Ends), text_key(b"\0", KeyBytes::Ends));
    }
}
