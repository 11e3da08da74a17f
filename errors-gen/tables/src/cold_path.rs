//! A hint to the compiler: this branch is rarely taken.

/// Marks the branch that calls it as unlikely, so that its instructions are placed out of the hot path.
/// `core::hint::cold_path` does the same since Rust 1.95.
#[cold]
#[inline]
pub const fn cold_path() {}
