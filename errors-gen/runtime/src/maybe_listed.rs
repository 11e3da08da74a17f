//! A code to keep, whether the catalog lists it or not.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::fmt;

use crate::{ErrorCode, RawCode};

/// A code, listed or not: what a program keeps in a column of a database or passes on in a message.
///
/// A text that becomes listed later is read as [`Listed`](Self::Listed) from then on.
///
/// ```
/// use errors_gen::MaybeListed;
/// use errors_gen::omnicart::{self, Code};
///
/// let response = omnicart::read(409, r#"{"code": "124999"}"#);
/// let code: MaybeListed<Code> = response.raw_code().unwrap().into();
/// assert_eq!((code.as_str(), code.listed()), ("124999", None));
/// assert_eq!(MaybeListed::from("124102"), MaybeListed::Listed(Code::TimerAlreadyActive));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum MaybeListed<C> {
    /// A code of the catalog.
    Listed(C),
    /// Another text.
    Unlisted(Box<str>),
}

impl<C: ErrorCode> MaybeListed<C> {
    /// The code as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Listed(code) => code.as_str(),
            Self::Unlisted(text) => text,
        }
    }

    /// The code; `None` where it is not listed.
    #[must_use]
    pub const fn listed(&self) -> Option<C> {
        match self {
            Self::Listed(code) => Some(*code),
            Self::Unlisted(_) => None,
        }
    }
}

/// The listed code with this text.
fn find<C: ErrorCode>(text: &str) -> Option<C> {
    C::from_index(C::READER.lookup.find(C::READER.wire, text)?)
}

impl<C: ErrorCode> From<C> for MaybeListed<C> {
    fn from(code: C) -> Self {
        Self::Listed(code)
    }
}

impl<C: ErrorCode> From<&str> for MaybeListed<C> {
    fn from(text: &str) -> Self {
        Self::from(Cow::Borrowed(text))
    }
}

impl<C: ErrorCode> From<Cow<'_, str>> for MaybeListed<C> {
    fn from(text: Cow<'_, str>) -> Self {
        find(&text).map_or_else(|| Self::Unlisted(text.into()), Self::Listed)
    }
}

impl<C: ErrorCode> From<RawCode<'_>> for MaybeListed<C> {
    fn from(code: RawCode<'_>) -> Self {
        Self::from(code.to_cow())
    }
}

impl<C: ErrorCode> AsRef<str> for MaybeListed<C> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<C: ErrorCode> fmt::Display for MaybeListed<C> {
    /// The code as it stands on the wire.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<C: ErrorCode> fmt::Debug for MaybeListed<C> {
    /// The name of a listed code. Another text may be anything, so its length is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listed(code) => write!(f, "Listed({code:?})"),
            Self::Unlisted(text) => write!(f, "Unlisted({} characters)", text.chars().count()),
        }
    }
}
