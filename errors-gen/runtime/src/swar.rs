//! Eight bytes looked at together.

/// A one in each byte.
pub(crate) const ONES: u64 = 0x0101_0101_0101_0101;
/// The high bit of each byte.
pub(crate) const HIGH: u64 = 0x8080_8080_8080_8080;

/// A flag in the high bit of each byte that is zero. Only the lowest flag is exact: a borrow can raise further ones above
/// it.
#[inline]
pub(crate) const fn zero_flags(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGH
}

/// The index of the lowest byte in which there is a bit.
#[inline]
pub(crate) const fn lowest_byte(bits: u64) -> usize {
    (bits.trailing_zeros() / 8) as usize
}

/// The eight bytes at an index, the first one lowest.
#[inline]
pub(crate) fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
}
