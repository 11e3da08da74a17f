//! The HTTP status that a body came with.

/// The HTTP status of a response, or that it is not known: what `read` takes beside the body.
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
    /// The status is not known.
    pub const UNKNOWN: Self = Self(None);

    /// The status; `None` where it is not known.
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
