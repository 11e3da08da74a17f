//! Responses in the shape that the command `errors decode` writes.

use alloc::string::String;
use core::fmt;

use serde_core::ser::SerializeMap;
use serde_core::{Serialize, Serializer};

use super::error::{Entry, Map};
use super::value::{MaybeShown, Text, Written};
use crate::decide::Attempt;
use crate::mask;
use crate::table::TransportError;
use crate::{AnyCode, Codes, Outcome, Response, ResponseError};

/// A response in the shape that the command `errors decode --format json` writes, for logs and queues.
///
/// It leaves out [what may be sensitive](crate::log): messages and documented fields are shown as `Display` and `Debug` show
/// them, the parameters of a message only where the catalog marks nothing of its code, other members of errors not at all,
/// and of a success nothing of its body. [`unmasked`](Self::unmasked) shows everything.
///
/// ```
/// use errors_gen::commercetools;
/// use errors_gen::decide::Attempt;
///
/// let body = r#"{"statusCode":503,"message":"Not now.","errors":[{"code":"OverCapacity","message":"Not now."}]}"#;
/// let response = commercetools::read(503, body);
/// let json = serde_json::to_value(response.report(Attempt::new().method("POST")))?;
/// assert_eq!(json["errors"][0]["code"], "OverCapacity");
/// assert_eq!((&json["kind"], &json["decision"]["next"]), (&"unavailable".into(), &"verify".into()));
/// assert_eq!(json["display"], "commercetools 503 OverCapacity: Not now.");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Report<'a, 'b, C = AnyCode<'b>> {
    response: &'a Response<'b, C>,
    attempt: Attempt<'a>,
    masked: bool,
}

#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl<'b, 't, C: Codes<'t>> Response<'b, C> {
    /// The response in the shape that the command `errors decode` writes, with what to do next about this request.
    #[must_use]
    pub const fn report<'a>(&'a self, attempt: Attempt<'a>) -> Report<'a, 'b, C> {
        Report { response: self, attempt, masked: true }
    }
}

impl<C> Report<'_, '_, C> {
    /// The same with sensitive data, as the command writes it; only the line `display` stays masked. A number that neither
    /// `u64`, `i64` nor `f64` represents is a text.
    #[must_use]
    pub fn unmasked(self) -> Self {
        Self { masked: false, ..self }
    }
}

/// As the [report](Response::report) for a request of which nothing is known.
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl<'t, C: Codes<'t>> Serialize for Response<'_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.report(Attempt::new()).serialize(serializer)
    }
}

/// As the [report](Response::report) for a request of which nothing is known.
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl<'t, C: Codes<'t>> Serialize for ResponseError<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.response().serialize(serializer)
    }
}

impl<'t, C: Codes<'t>> Serialize for Report<'_, '_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { response, attempt, masked } = self;
        let told = !masked || response.outcome() != Outcome::Succeeded;
        let unread = response.unread();
        let request_id = response.request_id().map(|id| {
            Written(
                move |f: &mut fmt::Formatter<'_>| if *masked { mask::write_unlisted(id, f) } else { f.write_str(id) },
            )
        });
        let transport = response.transport().map(Transport);

        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("vendor", response.whose().vendor_name())?;
        map.serialize_entry("outcome", &response.outcome())?;
        map.serialize_entry("is_error", &response.is_error())?;
        map.serialize_entry("reason", &unread.map(|why| why.reason))?;
        map.serialize_entry("offset", &unread.and_then(|why| why.offset))?;
        map.serialize_entry("http_status", &response.status())?;
        map.serialize_entry("request_id", &request_id)?;
        map.serialize_entry("envelope", &response.envelope())?;
        map.serialize_entry("primary", &response.primary_index())?;
        map.serialize_entry("errors", &Errors(self))?;
        map.serialize_entry("elements", &response.elements().filter(|_| told).map(|_| Elements(self)))?;
        map.serialize_entry("transport", &transport)?;
        map.serialize_entry("context", &Map(|| self.context(told)))?;
        map.serialize_entry("kind", &response.kind().value)?;
        map.serialize_entry("decision", &response.decide(attempt))?;
        map.serialize_entry("guess", &self.guess())?;
        map.serialize_entry("display", &Text(response))?;
        map.end()
    }
}

impl<'b, 't, C: Codes<'t>> Report<'_, 'b, C> {
    /// A listed code in a body that is no JSON.
    fn guess(&self) -> Option<&'t str> {
        if self.response.json().is_some() {
            return None;
        }
        let text = String::from_utf8_lossy(self.response.body());
        let guess = self.response.vendor().guess(self.response.status(), text.as_bytes()).code()?;
        Some(guess.as_str())
    }

    /// The members that the envelope keeps. The catalog does not say what they hold: their texts are not shown.
    fn context(&self, told: bool) -> impl Iterator<Item = (&'b str, MaybeShown<'b>)> {
        self.response.context().filter(move |_| told).map(|(name, json)| (name, MaybeShown::id(json, self.masked)))
    }
}

/// The documented meaning of an HTTP status without a code.
struct Transport<'t>(&'t TransportError<'t>);

impl Serialize for Transport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("http", &self.0.http)?;
        map.serialize_entry("name", self.0.name)?;
        map.end()
    }
}

/// The errors of a response.
struct Errors<'r, 'a, 'b, C>(&'r Report<'a, 'b, C>);

impl<'t, C: Codes<'t>> Serialize for Errors<'_, '_, '_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Report { response, masked, .. } = *self.0;
        serializer.collect_seq(response.errors().map(|error| Entry { error, masked }))
    }
}

/// The answers of a batch, with the indices of their errors.
struct Elements<'r, 'a, 'b, C>(&'r Report<'a, 'b, C>);

impl<'t, C: Codes<'t>> Serialize for Elements<'_, '_, '_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let elements = self.0.response.elements().into_iter().flatten();
        serializer.collect_seq(elements.scan(0, |next, element| {
            let first = *next;
            *next += element.errors().count();
            let id = element.id().map(|id| MaybeShown::id(id, self.0.masked));
            Some(Element { outcome: element.outcome(), id, first, end: *next })
        }))
    }
}

/// One answer of a batch.
struct Element<'b> {
    outcome: Outcome,
    id: Option<MaybeShown<'b>>,
    first: usize,
    end: usize,
}

impl Serialize for Element<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Indices(core::ops::Range<usize>);

        impl Serialize for Indices {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.0.clone())
            }
        }

        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("outcome", &self.outcome)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("errors", &Indices(self.first..self.end))?;
        map.end()
    }
}
