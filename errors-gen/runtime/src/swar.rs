//! Operations on eight bytes at once ("SIMD within a register").

/// A one in each byte.
pub(crate) const ONES: u64 = 0x0101_0101_0101_0101;
/// The high bit of each byte.
pub(crate) const HIGH: u64 = 0x8080_8080_8080_8080;

/// Sets the high bit of each byte that is zero. Only the lowest flag is exact: a borrow can set flags above it.
#[inline]
pub(crate) const fn zero_flags(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGH
}

/// The index of the lowest byte that is not zero.
#[inline]
pub(crate) const fn lowest_byte(bits: u64) -> usize {
    (bits.trailing_zeros() / 8) as usize
}

/// The eight bytes at an index, little endian; `None` if there are fewer.
#[inline]
pub(crate) fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
}
