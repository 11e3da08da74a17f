//! The entries of an array or an object, one after the other.

use super::{Scanner, Span};

/// The elements of an array or the members of an object that has been validated: a fault can only mean the end.
#[derive(Clone, Debug)]
pub(crate) struct Entries<'b> {
    /// Before the first entry at the opening bracket, then behind an entry.
    here: Scanner<'b>,
    closing: u8,
}

impl<'b> Entries<'b> {
    /// Those of the array or object at the position of the text, if it starts with this bracket.
    #[inline]
    pub(crate) fn new(text: &'b str, at: usize, bracket: u8) -> Option<Self> {
        let mut here = Scanner::new(text, at);
        (here.peek().ok()? == bracket).then(|| Self::behind(text, here.at(), bracket == b'{'))
    }

    /// Those behind an entry of an array or object that ends at the position. All of them, where that is the position of the
    /// opening bracket.
    #[inline]
    pub(crate) const fn behind(text: &'b str, at: usize, object: bool) -> Self {
        Self { here: Scanner::new(text, at), closing: if object { b'}' } else { b']' } }
    }

    /// Goes to the next entry. `None` where there is none; the text behind the closing bracket is not to be asked for more.
    #[inline]
    pub(crate) fn advance(&mut self) -> Option<&mut Scanner<'b>> {
        // No bracket opens behind an entry.
        let more = match self.here.peek().ok()? {
            b'[' | b'{' => self.here.open(self.closing),
            _ => self.here.separator(self.closing),
        };
        if more.ok()? { Some(&mut self.here) } else { None }
    }

    /// Where the array or object starts, or where the entry ends that was passed last.
    #[inline]
    pub(crate) const fn at(&self) -> usize {
        self.here.at()
    }

    /// The next element.
    #[inline]
    pub(crate) fn element(&mut self) -> Option<Span> {
        self.advance()?.value(0).ok()
    }

    /// The key of the next member with its quotes, whether it holds escapes, and the value.
    #[inline]
    pub(crate) fn member(&mut self) -> Option<(Span, bool, Span)> {
        let here = self.advance()?;
        let (key, escaped) = here.key().ok()?;
        here.colon().ok()?;
        Some((key, escaped, here.value(0).ok()?))
    }
}
