//! JSON-RPC errors of Abicart as a user would type them. Integers cannot be serde's tag, so the owned form has none.
#![expect(dead_code, reason = "the details are parsed to be there, as they would be for a user")]

pub(crate) mod details;

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Feed, Pick, Shape, Sink, Vendor};

pub(crate) struct Abicart;

impl Vendor for Abicart {
    type Owned = Owned;
    type Raw = Raw;
    type Skipping = Skipping;
}

impl Pick for Abicart {
    fn pick<S: Sink>(body: &serde_json::Value, sink: &mut S) {
        let error = &body["error"];
        sink.item(error["code"].as_i64(), error["message"].as_str());
    }
}

pub(crate) struct Owned;

impl Shape for Owned {
    type Body<'b> = OwnedBody;
}

#[derive(Debug, Deserialize)]
pub(crate) struct OwnedBody {
    id: serde_json::Value,
    error: OwnedError,
}

#[derive(Debug, Deserialize)]
struct OwnedError {
    code: i64,
    message: String,
    data: Option<Data>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Data {
    Text(String),
    Violations(Vec<Violation>),
    Other(serde_json::Value),
}

#[derive(Debug, Deserialize)]
struct Violation {
    message: String,
    pointer: String,
}

impl Feed for OwnedBody {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        sink.item(Some(self.error.code), Some(self.error.message.as_str()));
    }
}

pub(crate) struct Raw;

impl Shape for Raw {
    type Body<'b> = RawBody<'b>;
}

#[derive(Debug, Deserialize)]
pub(crate) struct RawBody<'b> {
    #[serde(borrow)]
    id: Option<&'b RawValue>,
    #[serde(borrow)]
    error: RawError<'b>,
}

#[derive(Debug, Deserialize)]
struct RawError<'b> {
    code: i64,
    #[serde(borrow)]
    message: Cow<'b, str>,
    #[serde(borrow)]
    data: Option<&'b RawValue>,
}

impl Feed for RawBody<'_> {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        sink.item(Some(self.error.code), Some(&*self.error.message));
    }
}

pub(crate) struct Skipping;

impl Shape for Skipping {
    type Body<'b> = SkippingBody<'b>;
}

#[derive(Debug, Deserialize)]
pub(crate) struct SkippingBody<'b> {
    #[serde(borrow)]
    error: SkippingError<'b>,
}

#[derive(Debug, Deserialize)]
struct SkippingError<'b> {
    code: i64,
    #[serde(borrow)]
    message: Cow<'b, str>,
}

impl Feed for SkippingBody<'_> {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        sink.item(Some(self.error.code), Some(&*self.error.message));
    }
}
