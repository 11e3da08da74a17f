//! The entries of an array or an object, one after the other.

use super::{Scanner, Span};

/// The elements of an array or the members of an object that has been validated: a fault can only mean the end.
#[derive(Clone, Debug)]
pub(crate) struct Entries<'b> {
    /// Where the next entry is looked for.
    here: Scanner<'b>,
    /// The closing bracket.
    closing: u8,
    /// Whether an entry has been passed, so that a separator comes next.
    begun: bool,
}

impl<'b> Entries<'b> {
    /// Of the array or object at the position of the text, if it starts with this bracket.
    #[inline]
    pub(crate) fn new(text: &'b str, at: usize, bracket: u8) -> Option<Self> {
        let mut here = Scanner::new(text, at);
        let closing = if bracket == b'{' { b'}' } else { b']' };
        (here.peek().ok()? == bracket).then_some(Self { here, closing, begun: false })
    }

    /// Goes to the next entry; `None` where there is none, and from then on this must not be asked again unless the text ends
    /// with the array or object.
    #[inline]
    pub(crate) fn advance(&mut self) -> Option<&mut Scanner<'b>> {
        let more = if self.begun { self.here.separator(self.closing) } else { self.here.open(self.closing) };
        self.begun = true;
        if more.ok()? { Some(&mut self.here) } else { None }
    }

    /// Goes on behind an entry that ends at a position.
    pub(crate) const fn go_to(&mut self, end: usize) {
        self.here.go_to(end);
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
