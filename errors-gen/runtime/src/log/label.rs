//! A label for metrics.

use core::fmt;

use crate::{Codes, Kind, Outcome, Response, Topic};

/// A label for metrics: `vendor.kind.code`, with few distinct values whatever the vendor sends.
///
/// | response | label |
/// |---|---|
/// | an error with a listed code | `omnicart.already_exists.124101` |
/// | an error with an unlisted code | `omnicart.failed_precondition.other` |
/// | an error without a code | `omnicart.invalid_argument.none` |
/// | no envelope, with a documented HTTP status | `omnicart.unavailable.ServiceUnavailable` |
/// | no envelope, with another HTTP status from 400 on: the [reason](crate::Reason) | `omnicart.internal.not_json` |
/// | no envelope, and the HTTP status does not tell either | `omnicart.unknown.unrecognized` |
/// | a success | `omnicart.ok.succeeded` |
///
/// The kind is that of [`Response::kind`](crate::Response::kind). A success is a response that is no error by
/// [`Response::is_error`](crate::Response::is_error). `Display` does not allocate.
///
/// ```
/// use errors_gen::omnicart;
///
/// let label = |status, body| omnicart::read(status, body).label().to_string();
/// assert_eq!(label(409, r#"{"code": "124101"}"#), "omnicart.already_exists.124101");
/// assert_eq!(label(409, r#"{"code": "124999"}"#), "omnicart.failed_precondition.other");
/// assert_eq!(label(500, "<html>"), "omnicart.internal.not_json");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label<'t> {
    vendor: &'t str,
    kind: Kind,
    topic: Option<Topic>,
    code: &'t str,
}

impl<'t> Label<'t> {
    /// The vendor's name.
    #[must_use]
    pub const fn vendor(&self) -> &'t str {
        self.vendor
    }

    /// The canonical kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The topic of the error, to count by across vendors; `None` if it is not known. `Display` omits it.
    #[must_use]
    pub const fn topic(&self) -> Option<Topic> {
        self.topic
    }

    /// The listed code, the name of the documented status, the word of a [reason](crate::Reason), or `other`, `none`,
    /// `unrecognized` or `succeeded`.
    #[must_use]
    pub const fn code(&self) -> &'t str {
        self.code
    }
}

impl fmt::Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.vendor, self.kind, self.code)
    }
}

impl<'t, C: Codes<'t>> Response<'_, C> {
    /// A label for metrics: the vendor, the kind and the code, with few distinct values whatever the vendor sends.
    #[must_use]
    pub fn label(&self) -> Label<'t> {
        let code = match (self.primary(), self.outcome()) {
            (Some(error), _) => match error.code() {
                Some(code) => code.wire(),
                None if error.raw_code().is_some() => "other",
                None => "none",
            },
            (None, Outcome::Succeeded) => Outcome::Succeeded.as_str(),
            (None, outcome) => match (self.transport(), outcome, self.unread()) {
                (Some(error), ..) => error.name,
                (None, Outcome::Failed, Some(unread)) => unread.reason.as_str(),
                (None, outcome, _) => outcome.as_str(),
            },
        };
        Label { vendor: self.whose().vendor_name(), kind: self.kind().value, topic: self.topic().value, code }
    }
}
