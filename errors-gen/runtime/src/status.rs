//! The HTTP status of a response.

/// The HTTP status of a response, which may be unknown: an argument of `read`.
///
/// ```
/// use errors_gen::{Status, omnicart};
///
/// for status in [Status::from(409), Some(409).into(), None.into(), Status::UNKNOWN] {
///     assert_eq!(omnicart::read(status, r#"{"code": "124102"}"#).status(), status.get());
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Status(Option<u16>);

impl Status {
    /// An unknown status.
    pub const UNKNOWN: Self = Self(None);

    /// The status; `None` if it is unknown.
    #[must_use]
    pub const fn get(self) -> Option<u16> {
        self.0
    }
}

impl From<u16> for Status {
    fn from(status: u16) -> Self {
        Self(Some(status))
    }
}

impl From<Option<u16>> for Status {
    fn from(status: Option<u16>) -> Self {
        Self(status)
    }
}
