//! The types of text that a message can be.

use core::fmt::{Debug, Display};

use super::escaped::Escaped;
use super::plain::Plain;
use super::search;
use super::values::Values;
use crate::json::{Chars, Text};
use crate::table::Part;

/// The text of a message: a [`Text`] from a body, which can have escapes, or a plain `&str`.
pub trait AnyText<'b>: Source<'b> + Copy + Debug + Display {}

impl<'b> AnyText<'b> for Text<'b> {}
impl<'b> AnyText<'b> for &'b str {}

/// How either type of text is read. It is not nameable outside of the crate, which seals [`AnyText`].
pub trait Source<'b>: Sized {
    /// The text with this spelling.
    fn new(spelling: &'b str) -> Self;

    /// The spelling of the text, with escapes if it has any.
    fn spelling(self) -> &'b str;

    /// Splits the first character off a spelling.
    fn split_first(spelling: &'b str) -> Option<(char, &'b str)>;

    /// Extracts the values of the holes; `None` if the text does not match these parts.
    fn read(self, parts: &[Part<'_>]) -> Option<Values<'b>>;
}

impl<'b> Source<'b> for &'b str {
    #[inline]
    fn new(spelling: &'b str) -> Self {
        spelling
    }

    #[inline]
    fn spelling(self) -> &'b str {
        self
    }

    #[inline]
    fn split_first(spelling: &'b str) -> Option<(char, &'b str)> {
        let mut characters = spelling.chars();
        Some((characters.next()?, characters.as_str()))
    }

    #[inline]
    fn read(self, parts: &[Part<'_>]) -> Option<Values<'b>> {
        search::read(parts, Plain(self))
    }
}

impl<'b> Source<'b> for Text<'b> {
    #[inline]
    fn new(spelling: &'b str) -> Self {
        Self::new(spelling)
    }

    #[inline]
    fn spelling(self) -> &'b str {
        self.raw()
    }

    #[inline]
    fn split_first(spelling: &'b str) -> Option<(char, &'b str)> {
        let mut characters = Chars::spelled(spelling);
        Some((characters.next()?, characters.rest()))
    }

    #[inline]
    fn read(self, parts: &[Part<'_>]) -> Option<Values<'b>> {
        // Most messages have no escapes and can be read as plain text, which is much faster.
        match self.as_str() {
            Some(text) => search::read(parts, Plain(text)),
            None => search::read(parts, Escaped(self.raw())),
        }
    }
}
