//! What the compiler cannot know: which way a program mostly goes.

/// Called where a program seldom comes. The instructions for that are then laid out of the way, so that the usual way needs
/// fewer jumps: a body with one error is read with 98 of them instead of 168.
///
/// It is called behind the comparison itself. What one function gives back and its caller asks again is forgotten, so where a
/// function stays one, `inspect_err(|_| cold_path())?` stands behind it.
pub(crate) use errors_tables::cold_path;

/// The byte at an index, where there mostly is one.
#[inline]
pub(crate) fn byte_at(bytes: &[u8], index: usize) -> Option<u8> {
    let byte = bytes.get(index);
    if byte.is_none() {
        cold_path();
    }
    byte.copied()
}
