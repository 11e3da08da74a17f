//! What the compiler cannot know: which branch a program mostly takes.

/// Marks the branch it is called in as unlikely, so that its instructions are laid out apart from the usual ones.
/// `core::hint::cold_path` does the same from Rust 1.95 on.
#[cold]
#[inline]
pub const fn cold_path() {}
