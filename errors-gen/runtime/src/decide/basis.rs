//! A judgement, and what it rests on.

use core::fmt;
use core::ops::Deref;

/// What a judgement rests on. See [the order](crate::decide) in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// A header of the response, by which the vendor says whether the request can be sent again.
    Header,
    /// The catalog's entry for the code, or for a finer or coarser one beside it.
    Code,
    /// A class of the error: what the catalog says of a part of its code or of a member beside it.
    Class,
    /// The catalog's entry for the HTTP status, as one that comes without a code.
    Transport,
    /// What the HTTP status means for all vendors: [`StatusAdvice`](crate::decide::StatusAdvice).
    Status,
    /// The response reports a success.
    Success,
    /// Nothing: the response does not tell.
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

/// A judgement, and what it rests on. It can be used as the value itself.
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
    /// The judgement.
    pub value: T,
    /// What it rests on.
    pub basis: Basis,
}

impl<T> Deref for Based<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Display> fmt::Display for Based<T> {
    /// The value alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}
