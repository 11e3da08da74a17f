//! Why a text cannot be read as JSON.

use super::Span;

/// Why a text cannot be read as JSON, with the byte offset of the error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A syntax error at this byte.
    Syntax(u32),
    /// The bracket at this byte is nested more deeply than [`MAX_DEPTH`](super::MAX_DEPTH).
    TooDeep(u32),
}

impl Fault {
    /// A syntax error at a byte.
    #[inline]
    pub(crate) const fn syntax(at: usize) -> Self {
        Self::Syntax(Span::new(at, at).start)
    }

    /// The bracket at a byte is nested too deeply.
    #[inline]
    pub(crate) const fn too_deep(at: usize) -> Self {
        Self::TooDeep(Span::new(at, at).start)
    }

    /// The byte offset of the error.
    pub(crate) const fn at(self) -> usize {
        let (Self::Syntax(at) | Self::TooDeep(at)) = self;
        at as usize
    }
}
