//! What a message can be.

use core::fmt::{Debug, Display};

use super::escaped::Escaped;
use super::plain::Plain;
use super::search;
use super::values::Values;
use crate::json::{Chars, Text};
use crate::table::Part;

/// Text of a message: a [`Text`] as it stands in a body, or a plain `&str`, where a backslash is a backslash.
pub trait AnyText<'b>: Source<'b> + Copy + Debug + Display {}

impl<'b> AnyText<'b> for Text<'b> {}
impl<'b> AnyText<'b> for &'b str {}

/// How text of either kind is read. Not public: there are no other kinds.
pub trait Source<'b>: Sized {
    /// The text that is spelled so.
    fn new(spelling: &'b str) -> Self;

    /// The text as it is spelled.
    fn spelling(self) -> &'b str;

    /// Takes the first character off a spelling.
    fn split_first(spelling: &'b str) -> Option<(char, &'b str)>;

    /// Takes the values of the holes out of the text.
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
        // Most messages hold no escapes: they are read as plain text, which is much faster.
        match self.as_str() {
            Some(text) => search::read(parts, Plain(text)),
            None => search::read(parts, Escaped(self.raw())),
        }
    }
}
