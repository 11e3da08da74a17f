//! What the compiler cannot know: which way a program mostly goes.

/// Called where a program seldom comes. The instructions for that are then laid out of the way, so that the usual way needs
/// fewer jumps, which count where a core is shared. `core::hint::cold_path` does the same from Rust 1.95 on.
#[cold]
#[inline]
pub(crate) const fn cold_path() {}
