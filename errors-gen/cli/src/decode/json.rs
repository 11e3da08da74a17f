//! A reading as the JSON object that `decode` writes.

use core::ops::Range;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use errors_runtime::decide::{Attempt, Basis};
use errors_runtime::wording::Parameters;
use errors_runtime::{AnyCode, ErrorItem, Response, Topic};

use super::members::{Detail, Extra};
use super::raw::{Raw, Text};

/// A body that was read, with what the catalog knows about it.
pub(super) struct Decoded<'a, 'b> {
    /// What was read.
    pub(super) response: &'a Response<'b>,
    /// The request that was answered.
    pub(super) attempt: Attempt<'a>,
}

impl Serialize for Decoded<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let reading = self.response;
        let unread = reading.unread();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("vendor", reading.vendor().name())?;
        map.serialize_entry("outcome", reading.outcome().as_str())?;
        map.serialize_entry("is_error", &reading.is_error())?;
        map.serialize_entry("reason", &unread.map(|unread| unread.reason.as_str()))?;
        map.serialize_entry("offset", &unread.and_then(|unread| unread.offset))?;
        map.serialize_entry("http_status", &reading.status())?;
        map.serialize_entry("request_id", &reading.request_id())?;
        map.serialize_entry("envelope", &reading.envelope())?;
        map.serialize_entry("primary", &reading.primary_index())?;
        map.serialize_entry("errors", &Errors(reading))?;
        map.serialize_entry("elements", &reading.elements().map(Elements))?;
        let transport =
            reading.transport().map(|transport| TransportEntry { http: transport.http, name: transport.name });
        map.serialize_entry("transport", &transport)?;
        map.serialize_entry("context", &Context(reading))?;
        map.serialize_entry("kind", reading.kind().as_str())?;
        let decision = reading.decide(&self.attempt);
        map.serialize_entry(
            "decision",
            &DecisionEntry {
                next: decision.next.as_str(),
                wait_ms: decision.wait.and_then(|wait| u64::try_from(wait.as_millis()).ok()),
                because: decision.because,
                basis: decision.basis.as_str(),
            },
        )?;
        map.serialize_entry("guess", &guess(reading))?;
        map.serialize_entry("display", &Text(reading))?;
        map.end()
    }
}

/// A listed code that a body shows which is no JSON: one that was cut off, is not UTF-8 or has other text before it.
pub(super) fn guess<'t>(response: &Response<'t>) -> Option<&'t str> {
    if response.json().is_some() {
        return None;
    }
    let text = String::from_utf8_lossy(response.body());
    let guess = response.vendor().guess(response.status(), text.as_bytes());
    guess.code().map(AnyCode::as_str)
}

/// The items, written one after the other.
struct Errors<'a, 'b>(&'a Response<'b>);

impl Serialize for Errors<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.errors().map(Entry))
    }
}

/// The answers of a batch, with the indices of their errors.
struct Elements<'b>(errors_runtime::Elements<'b>);

impl Serialize for Elements<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let all = self.0.clone().scan(0, |next, element| {
            let first = *next;
            *next += element.errors().count();
            Some(ElementEntry {
                outcome: element.outcome().as_str(),
                id: element.id().map(|id| Raw(id.as_str())),
                errors: first..*next,
            })
        });
        serializer.collect_seq(all)
    }
}

/// One answer of a batch.
#[derive(Serialize)]
struct ElementEntry<'b> {
    outcome: &'static str,
    id: Option<Raw<'b>>,
    #[serde(serialize_with = "indices")]
    errors: Range<usize>,
}

/// The indices of a range, as a list.
fn indices<S: Serializer>(range: &Range<usize>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(range.clone())
}

/// One item.
struct Entry<'b>(ErrorItem<'b>);

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(item) = self;
        let code = item.code();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", &item.raw_code().map(Text))?;
        map.serialize_entry("known", &code.is_some())?;
        map.serialize_entry("detail_code", &item.raw_detail_code().map(Text))?;
        map.serialize_entry("parent_code", &item.raw_parent_code().map(Text))?;
        map.serialize_entry("name", &code.map(AnyCode::name))?;
        map.serialize_entry("note", &item.is_note())?;
        // Of an unlisted code its classes tell; the HTTP status does not stand in for what is said of a code.
        let (kind, topic, retry) = (item.kind(), item.topic(), item.retry());
        let told = |basis| matches!(basis, Basis::Code | Basis::Class);
        map.serialize_entry("kind", &told(kind.basis).then(|| kind.as_str()))?;
        map.serialize_entry("topic", &topic.value.filter(|_| told(topic.basis)).map(Topic::as_str))?;
        map.serialize_entry("retry", &told(retry.basis).then(|| retry.advice.as_str()))?;
        let audience = item.audience();
        map.serialize_entry("audience", &told(audience.basis).then(|| audience.as_str()))?;
        map.serialize_entry("message", &item.message().map(Text))?;
        map.serialize_entry("status", &item.status())?;
        map.serialize_entry("id", &item.id().map(|id| Raw(id.as_str())))?;
        map.serialize_entry("field", &item.field().map(|field| Raw(field.as_str())))?;
        map.serialize_entry("params", &item.parameters().map(Params))?;
        let documented = item.vendor().documented_fields(item.code().map(AnyCode::index));
        map.serialize_entry("detail", &Detail { fields: item.fields(), documented }.unless_empty())?;
        map.serialize_entry("extra", &Extra { fields: item.fields(), documented }.unless_empty())?;
        map.end()
    }
}

/// What the wording of a message yields.
struct Params<'b, 't>(Parameters<'b, 't>);

impl Serialize for Params<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, Text(value))))
    }
}

/// A documented status without a code.
#[derive(Serialize)]
struct TransportEntry<'a> {
    http: u16,
    name: &'a str,
}

/// What to do next.
#[derive(Serialize)]
struct DecisionEntry<'a> {
    next: &'a str,
    wait_ms: Option<u64>,
    because: &'a str,
    basis: &'a str,
}

/// The members that the envelope keeps.
struct Context<'a, 'b>(&'a Response<'b>);

impl Serialize for Context<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.context().map(|(name, value)| (name, Raw(value.as_str()))))
    }
}
