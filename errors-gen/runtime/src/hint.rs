//! What the compiler cannot know: which way a program mostly goes.

/// Called where a program seldom comes. The instructions for that are then laid out of the way, so that the usual way needs
/// fewer jumps: a body with one error is read with 98 of them instead of 168. It is called behind the comparison itself,
/// because what a function gives back and its caller asks again is forgotten; so `inspect_err(|_| cold_path())?` stands where
/// a function is called that stays one. `core::hint::cold_path` does the same from Rust 1.95 on.
#[cold]
#[inline]
pub(crate) const fn cold_path() {}
