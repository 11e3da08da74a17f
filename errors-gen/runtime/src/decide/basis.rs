//! Answers, and what they are based on.

use core::fmt;
use core::ops::Deref;

/// What an answer is based on. See [the order](crate::decide) of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// A header of the response, by which the vendor says whether the request can be sent again.
    Header,
    /// The catalog's entry for the code, its detail code or its parent code.
    Code,
    /// A class of the error: the catalog's advice for a part of its code, or for another of its members.
    Class,
    /// The catalog's entry for the HTTP status, as one that comes without a code.
    Transport,
    /// What the HTTP status means for all vendors: [`StatusAdvice`](crate::decide::StatusAdvice).
    Status,
    /// The response reports a success.
    Success,
    /// Nothing: neither the response nor the catalog says.
    Nothing,
}

impl Basis {
    /// The word that exports and metrics use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Code => "code",
            Self::Class => "class",
            Self::Transport => "transport",
            Self::Status => "status",
            Self::Success => "success",
            Self::Nothing => "nothing",
        }
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// An answer, and what it is based on. It dereferences to the value.
///
/// ```
/// use errors_gen::Kind;
/// use errors_gen::decide::{Based, Basis};
///
/// let kind = Based { value: Kind::NotFound, basis: Basis::Status };
/// assert_eq!(*kind, Kind::NotFound);
/// assert_eq!(kind.as_str(), "not_found");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Based<T> {
    /// The answer.
    pub value: T,
    /// What it is based on.
    pub basis: Basis,
}

impl<T> Deref for Based<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Display> fmt::Display for Based<T> {
    /// Shows the value only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}
