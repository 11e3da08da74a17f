//! What can be wrong with a shape, as data.

use std::fmt;

use serde::de::{Expected, Unexpected};

use crate::tree::Node;

/// What is wrong, and where.
#[derive(Debug)]
pub(crate) struct Error<'n> {
    /// What is wrong.
    pub(crate) problem: Problem,
    /// Where; the innermost node that was being read.
    pub(crate) at: Option<At<'n>>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Problem {
    /// A map has a key that it may not have.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys it may have.
        known: &'static [&'static str],
    },
    /// A word is not one of those that may stand here.
    UnknownWord {
        /// The word.
        word: String,
        /// The words that may stand here.
        known: &'static [&'static str],
    },
    /// A map lacks a key.
    MissingKey(&'static str),
    /// A map has a key twice.
    RepeatedKey(&'static str),
    /// Something else must stand here. What does is seen from the node.
    Mismatch {
        /// What must stand here, in serde's words.
        expected: String,
    },
    /// Anything else, in a sentence.
    Other(String),
}

/// A node, and what it is in the node around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'n> {
    /// The node.
    pub(crate) node: &'n Node,
    /// Its part.
    pub(crate) role: Role<'n>,
}

/// What a node is in the node around it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Role<'n> {
    /// The whole document.
    Root,
    /// A key of this map.
    Key(&'n Node),
    /// The value of this key.
    Value(&'n Node),
    /// An element of the list with this key, if the list has one.
    Element(Option<&'n Node>),
}

impl<'n> Error<'n> {
    /// Adds the place, unless a place further inside is known.
    pub(crate) fn or_at(mut self, at: At<'n>) -> Self {
        self.at.get_or_insert(at);
        self
    }

    fn new(problem: Problem) -> Self {
        Self { problem, at: None }
    }
}

impl fmt::Display for Error<'_> {
    /// For traces only; people get a finding.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.problem)
    }
}

impl std::error::Error for Error<'_> {}

impl serde::de::Error for Error<'_> {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Problem::Other(message.to_string()))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Problem::Mismatch { expected: expected.to_string() })
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Problem::Mismatch { expected: expected.to_string() })
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::new(Problem::Mismatch { expected: expected.to_string() })
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(Problem::UnknownWord { word: word.to_owned(), known })
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(Problem::UnknownKey { key: key.to_owned(), known })
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(Problem::MissingKey(key))
    }

    fn duplicate_field(key: &'static str) -> Self {
        Self::new(Problem::RepeatedKey(key))
    }
}
