//! Iteration over the elements of an array or the members of an object.

use super::{Scanner, Span};

/// The entries (elements or members) of an array or an object. It has been validated, so that a fault can only mean its
/// end.
#[derive(Clone, Debug)]
pub(crate) struct Entries<'b> {
    /// At the opening bracket before the first entry, otherwise after the last entry that was read.
    here: Scanner<'b>,
    closing: u8,
}

impl<'b> Entries<'b> {
    /// The entries of the array or object at a position in the text; `None` if it does not start with this bracket.
    #[inline]
    pub(crate) fn new(text: &'b str, at: usize, bracket: u8) -> Option<Self> {
        let mut here = Scanner::new(text, at);
        (here.peek().ok()? == bracket).then(|| Self::behind(text, here.at(), bracket == b'{'))
    }

    /// The entries after the one that ends at a position; all entries if it is the position of the opening bracket.
    #[inline]
    pub(crate) const fn behind(text: &'b str, at: usize, object: bool) -> Self {
        Self { here: Scanner::new(text, at), closing: if object { b'}' } else { b']' } }
    }

    /// Moves to the next entry; `None` at the end. Must not be called again after that.
    #[inline]
    pub(crate) fn advance(&mut self) -> Option<&mut Scanner<'b>> {
        // After an entry comes a separator, so an opening bracket can only be that of the container.
        let more = match self.here.peek().ok()? {
            b'[' | b'{' => self.here.open(self.closing),
            _ => self.here.separator(self.closing),
        };
        if more.ok()? { Some(&mut self.here) } else { None }
    }

    /// The position of the opening bracket, or the end of the last entry that was read.
    #[inline]
    pub(crate) const fn at(&self) -> usize {
        self.here.at()
    }

    /// Reads the next element.
    #[inline]
    pub(crate) fn element(&mut self) -> Option<Span> {
        self.advance()?.value(0).ok()
    }

    /// Reads the next member: its key with quotes, whether the key has escapes, and its value.
    #[inline]
    pub(crate) fn member(&mut self) -> Option<(Span, bool, Span)> {
        let here = self.advance()?;
        let (key, escaped) = here.key().ok()?;
        here.colon().ok()?;
        Some((key, escaped, here.value(0).ok()?))
    }
}
