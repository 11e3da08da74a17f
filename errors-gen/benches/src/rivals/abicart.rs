//! JSON-RPC errors of Abicart as a user would type them. Integers cannot be serde's tag, so the type that owns has none.

use std::borrow::Cow;

use errors_gen::abicart::types::{self, Violation};
use errors_gen::abicart::{self, Detail};
use errors_gen::view::{FieldError, List};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use sonic_rs::JsonValueTrait as _;

use super::{Feed, member};
use crate::sink::Sink;

pub(crate) fn pick(body: &Value, sink: &mut Sink) {
    sink.item(body["error"]["code"].as_i64(), body["error"]["message"].as_str());
}

pub(crate) fn lazy(body: &[u8], sink: &mut Sink) {
    let error = member(body, "error");
    let (code, message) = (error.get("code"), error.get("message"));
    sink.item(code.as_i64(), message.as_str());
}

/// `errors-gen`, through the views of the details.
pub(crate) fn own(body: &[u8], sink: &mut Sink) {
    for error in abicart::read(200, body).errors() {
        sink.item(error.raw_code(), error.message());
        fields(error.detail(), sink).unwrap();
    }
}

fn fields(detail: Detail<'_>, sink: &mut Sink) -> Result<(), FieldError> {
    let data = match detail {
        Detail::InvalidParams(detail) => detail.data()?,
        Detail::ValidationError(detail) => {
            return detail.data()?.map_or(Ok(()), |list| violations(list, sink));
        }
        Detail::Other(detail) => detail.data()?,
        _ => None,
    };
    match data {
        Some(types::Data::ViolationList(list)) => violations(list, sink)?,
        Some(types::Data::String(text)) => sink.value(Some(text)),
        Some(types::Data::Other(value)) => sink.value(Some(value)),
        _ => {}
    }
    Ok(())
}

fn violations<'b>(list: List<'b, Violation<'b>>, sink: &mut Sink) -> Result<(), FieldError> {
    for violation in list {
        let violation = violation?;
        sink.value(violation.message()?);
        sink.value(violation.pointer()?);
    }
    Ok(())
}

#[derive(Deserialize)]
pub(crate) struct Owned {
    id: Value,
    error: OwnedError,
}

#[derive(Deserialize)]
struct OwnedError {
    code: i64,
    message: String,
    data: Option<Data>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Data {
    Text(String),
    Violations(Vec<OwnedViolation>),
    Other(Value),
}

#[derive(Deserialize)]
struct OwnedViolation {
    message: String,
    pointer: String,
}

impl Feed for Owned {
    fn feed(&self, sink: &mut Sink) {
        sink.item(Some(self.error.code), Some(self.error.message.as_str()));
        match &self.error.data {
            Some(data) if sink.details => data.feed(sink),
            _ => {}
        }
    }
}

impl Feed for Data {
    fn feed(&self, sink: &mut Sink) {
        match self {
            Self::Text(text) => text.feed(sink),
            Self::Other(value) => value.feed(sink),
            Self::Violations(list) => {
                for violation in list {
                    violation.message.feed(sink);
                    violation.pointer.feed(sink);
                }
            }
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Raw<'b> {
    #[serde(borrow)]
    id: Option<&'b RawValue>,
    #[serde(borrow)]
    error: RawError<'b>,
}

#[derive(Deserialize)]
struct RawError<'b> {
    code: i64,
    #[serde(borrow)]
    message: Cow<'b, str>,
    #[serde(borrow)]
    data: Option<&'b RawValue>,
}

impl Feed for Raw<'_> {
    fn feed(&self, sink: &mut Sink) {
        sink.item(Some(self.error.code), Some(&*self.error.message));
    }
}

#[derive(Deserialize)]
pub(crate) struct Skipping<'b> {
    #[serde(borrow)]
    error: SkippingError<'b>,
}

#[derive(Deserialize)]
struct SkippingError<'b> {
    code: i64,
    #[serde(borrow)]
    message: Cow<'b, str>,
}

impl Feed for Skipping<'_> {
    fn feed(&self, sink: &mut Sink) {
        sink.item(Some(self.error.code), Some(&*self.error.message));
    }
}
