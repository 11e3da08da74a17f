//! Spans and events of the crate `tracing`.

extern crate std;

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use std::sync::{Mutex, PoisonError};

use ::tracing::{Span, warn};

use super::shown;
use crate::{Codes, Response, ResponseError};

/// The most codes that are remembered as warned of, each of at most 64 characters and the vendor's name.
const MOST_CODES: usize = 1000;

/// The codes that were warned of.
static WARNED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

#[cfg_attr(docsrs, doc(cfg(feature = "tracing")))]
impl<'t, C: Codes<'t>> Response<'_, C> {
    /// Records in a span how the request ended, under the names of OpenTelemetry, and
    /// [warns](Self::warn_of_unlisted) of codes that the catalog does not list.
    ///
    /// | field | value | recorded |
    /// |---|---|---|
    /// | `error.type` | the [label](Self::label): few distinct values whatever the vendor sends | for an error |
    /// | `http.response.status_code` | the HTTP status received | if it is known |
    /// | `otel.status_code` | `ERROR`, which `tracing-opentelemetry` takes for the status of the span | for an error |
    /// | `otel.status_description` | `Display` of the response, [masked](crate::log) | for an error |
    ///
    /// A span only has the fields that it was created with, so it declares those that are wanted as empty:
    ///
    /// ```
    /// use errors_gen::omnicart;
    /// use tracing::field::Empty;
    ///
    /// let span = tracing::info_span!(
    ///     "omnicart",
    ///     "error.type" = Empty,
    ///     "http.response.status_code" = Empty,
    ///     "otel.status_code" = Empty,
    ///     "otel.status_description" = Empty,
    /// );
    /// omnicart::read(409, r#"{"code": "124101"}"#).record_in(&span);
    /// ```
    pub fn record_in(&self, span: &Span) {
        if let Some(status) = self.status() {
            span.record("http.response.status_code", status);
        }
        if self.is_error() {
            span.record("error.type", ::tracing::field::display(self.label()));
            span.record("otel.status_code", "ERROR");
            span.record("otel.status_description", ::tracing::field::display(self));
        }
        self.warn_of_unlisted();
    }

    /// Writes a warning for each [code that the catalog does not list](Self::unlisted), once for each code and vendor in
    /// the life of the program.
    ///
    /// The warning has the target `errors_gen` and the fields `vendor` and `code`; a text that does not look like a
    /// code is shown as `***`. A program remembers at most 1000 codes, of at most 64 characters each. A last warning says
    /// that this many were reached, and no further code is warned of.
    ///
    /// ```
    /// // Once for 124999, however often the vendor sends it.
    /// errors_gen::omnicart::read(409, r#"{"code": "124999"}"#).warn_of_unlisted();
    /// ```
    pub fn warn_of_unlisted(&self) {
        let vendor = self.whose().vendor_name();
        let unlisted = self.errors().filter(|error| error.code().is_none());
        for code in unlisted.filter_map(|error| shown::code(&error)) {
            let code = code.as_str();
            match remember(vendor, code) {
                Remembered::First => warn!(target: "errors_gen", vendor, code, "the catalog does not list this code"),
                Remembered::Last => {
                    warn!(target: "errors_gen", vendor, code, "the catalog does not list this code");
                    warn!(target: "errors_gen", "no further unlisted codes are warned of: there were {MOST_CODES}");
                }
                Remembered::Before => {}
            }
        }
    }
}

#[cfg_attr(docsrs, doc(cfg(feature = "tracing")))]
impl<'t, C: Codes<'t>> ResponseError<C> {
    /// Records in a span how the request ended, see [`Response::record_in`].
    pub fn record_in(&self, span: &Span) {
        self.response().record_in(span);
    }
}

/// Whether a code is warned of.
enum Remembered {
    /// It was not seen before.
    First,
    /// It was not seen before, and is the last that can be remembered.
    Last,
    /// It was seen before, or too many others were.
    Before,
}

fn remember(vendor: &str, code: &str) -> Remembered {
    let entry = format!("{vendor} {code}");
    let mut warned = WARNED.lock().unwrap_or_else(PoisonError::into_inner);
    if warned.len() >= MOST_CODES || !warned.insert(entry) {
        Remembered::Before
    } else if warned.len() == MOST_CODES {
        Remembered::Last
    } else {
        Remembered::First
    }
}
