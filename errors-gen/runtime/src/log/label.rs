//! A label for metrics.

use core::fmt;

use crate::Kind;
use crate::decide::Judge;
use crate::facts::Facts;
use crate::read::Outcome;

/// A label for metrics: `vendor.kind.code`, of few different values whatever comes in.
///
/// | response | label |
/// |---|---|
/// | an error with a listed code | `omnicart.already_exists.124102` |
/// | an error with an unlisted code | `omnicart.failed_precondition.other` |
/// | an error without a code | `omnicart.invalid_argument.none` |
/// | a body that is no envelope, with a documented HTTP status | `omnicart.unavailable.ServiceUnavailable` |
/// | another body that is no envelope | `omnicart.internal.unrecognized` |
/// | a success | `omnicart.ok.succeeded` |
///
/// The kind is that of [`Response::kind`](crate::Response::kind). What counts as a success is what
/// [`Reading::is_error`](crate::Reading::is_error) finds to be no error. `Display` does not allocate.
///
/// ```
/// use errors_gen::omnicart;
///
/// let label = |status, body| omnicart::read(status, body).label().to_string();
/// assert_eq!(label(409, r#"{"code": "124102"}"#), "omnicart.already_exists.124102");
/// assert_eq!(label(409, r#"{"code": "124999"}"#), "omnicart.failed_precondition.other");
/// assert_eq!(label(500, "<html>"), "omnicart.internal.unrecognized");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label<'t> {
    vendor: &'t str,
    kind: Kind,
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

    /// The listed code, the name of the documented status, or `other`, `none`, `unrecognized` or `succeeded`.
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

/// The label of a response.
pub(crate) fn label<'t, F: Facts<'t>>(judge: &Judge<'_, '_, 't, F>) -> Label<'t> {
    let Judge { reading, facts } = *judge;
    let code = match (reading.primary(), reading.outcome()) {
        (Some(item), _) => match item.code_index().and_then(|code| facts.wire(code)) {
            Some(wire) => wire,
            None if item.raw_code().is_some() => "other",
            None => "none",
        },
        (None, Outcome::Unrecognized(_)) if reading.is_error() => {
            reading.transport().map_or("unrecognized", |error| error.name)
        }
        (None, _) => "succeeded",
    };
    Label { vendor: facts.vendor_name(), kind: judge.judge::<Kind>().value, code }
}
