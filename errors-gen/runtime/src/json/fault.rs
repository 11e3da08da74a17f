//! What is wrong with a text that is not read as JSON.

use super::Span;

/// Why a text is not read as JSON, and the byte at which that shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// From this byte on it is not JSON.
    Syntax(u32),
    /// The bracket at this byte is nested more deeply than [`MAX_DEPTH`](super::MAX_DEPTH).
    TooDeep(u32),
}

impl Fault {
    /// The fault of a text that is not JSON from this byte on.
    #[inline]
    pub(crate) const fn syntax(at: usize) -> Self {
        Self::Syntax(Span::new(at, at).start)
    }

    /// The fault of a bracket that is nested too deeply.
    #[inline]
    pub(crate) const fn too_deep(at: usize) -> Self {
        Self::TooDeep(Span::new(at, at).start)
    }

    /// The byte at which it shows.
    pub(crate) const fn at(self) -> usize {
        let (Self::Syntax(at) | Self::TooDeep(at)) = self;
        at as usize
    }
}
