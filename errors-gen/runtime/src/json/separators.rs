//! What stands between the parts of objects and lists: most often one byte, and behind it the quote or the bracket of the
//! next part, without white space. The two are passed at once.

use super::{Fault, Scanner, Span};
use crate::hint::cold_path;

impl Scanner<'_> {
    /// Enters the object at the position, and goes to the quote of its first name; `false` where it has none, and the
    /// position is behind it.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "most objects are entered here")]
    pub(crate) fn enter_object(&mut self) -> Result<bool, Fault> {
        self.advance();
        // Most names come without white space before them.
        if self.byte() == Some(b'"') || self.peek()? == b'"' {
            return Ok(true);
        }
        self.end_object()
    }

    /// Passes a name of this many bytes, whose opening quote is at the position and whose closing one has been seen.
    #[inline]
    pub(crate) const fn seen_name(&mut self, length: usize) -> Span {
        let start = self.at();
        *self = Self::new(self.text(), start + length + 2);
        Span::new(start, self.at())
    }

    /// Passes the colon behind a name, and gives the first byte of the value; the position is then on it.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every member of a body passes here")]
    pub(crate) fn pass_colon(&mut self) -> Result<u8, Fault> {
        // Most values are strings, without white space before them.
        if self.stands(*b":\"") {
            self.advance();
            return Ok(b'"');
        }
        self.expect_colon()?;
        self.peek()
    }

    /// Passes the comma behind a member, and goes to the quote of the next name; `false` where the object ends instead,
    /// and the position is behind it.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every member of a body passes here")]
    pub(crate) fn pass_comma(&mut self) -> Result<bool, Fault> {
        // Most names come without white space before them.
        if self.stands(*b",\"") {
            self.advance();
            return Ok(true);
        }
        if self.byte() != Some(b'}') && self.peek()? == b',' {
            self.advance();
            self.expect_quote()?;
            return Ok(true);
        }
        self.end_object()
    }

    /// Passes the comma behind an element, and gives the first byte of the next one; the position is then on it. `None`
    /// where the list ends instead, and the position is behind it.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every element of a list that is walked passes here")]
    pub(crate) fn next_element(&mut self) -> Result<Option<u8>, Fault> {
        // Most elements that are walked are objects, without white space before them.
        if self.stands(*b",{") {
            self.advance();
            return Ok(Some(b'{'));
        }
        let first = self.peek()?;
        if !matches!(first, b',' | b']') {
            return Err(self.fault());
        }
        self.advance();
        if first == b']' { Ok(None) } else { self.peek().map(Some) }
    }

    /// Expects a quote behind white space; the position is then on it.
    #[inline]
    pub(crate) fn expect_quote(&mut self) -> Result<(), Fault> {
        if self.peek()? == b'"' { Ok(()) } else { Err(self.fault()) }
    }

    /// Passes the colon behind a name.
    #[inline]
    pub(crate) fn expect_colon(&mut self) -> Result<(), Fault> {
        if self.peek()? != b':' {
            return Err(self.fault());
        }
        self.advance();
        Ok(())
    }

    /// Passes the bracket that closes an object, and gives `false`: there is nothing more in it.
    #[inline]
    fn end_object(&mut self) -> Result<bool, Fault> {
        if self.byte() != Some(b'}') {
            return Err(self.fault());
        }
        self.advance();
        Ok(false)
    }

    /// Whether these two bytes stand at the position.
    #[inline]
    fn stands(&self, two: [u8; 2]) -> bool {
        let (bytes, end) = (self.text().as_bytes(), self.at() + 2);
        if end > bytes.len() {
            cold_path();
            return false;
        }
        let there = bytes.get(self.at()..end).and_then(<[u8]>::first_chunk);
        there.is_some_and(|there| u16::from_le_bytes(*there) == u16::from_le_bytes(two))
    }
}
