//! OmniCart's answers with `debug` as a user would type them. The code is text of six digits; what it means is looked up
//! later, so the owned form has no tag.
#![expect(dead_code, reason = "the details are parsed to be there, as they would be for a user")]

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Feed, Pick, Shape, Sink, Vendor};

pub(crate) struct Omnicart;

impl Vendor for Omnicart {
    type Owned = Owned;
    type Raw = Raw;
    type Skipping = Skipping;
}

impl Pick for Omnicart {
    fn pick<S: Sink>(body: &serde_json::Value, sink: &mut S) {
        sink.item(body["code"].as_str(), body["message"].as_str());
        for item in body["debug"].as_array().into_iter().flatten() {
            sink.item(item["code"].as_str(), item["message"].as_str());
        }
    }
}

#[derive(Debug, Deserialize)]
struct OwnedPair {
    code: String,
    message: String,
}

pub(crate) struct Owned;

impl Shape for Owned {
    type Body<'b> = OwnedBody;
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OwnedBody {
    code: String,
    message: String,
    timestamp: Option<String>,
    cart_id: Option<String>,
    data: Option<serde_json::Value>,
    #[serde(default)]
    debug: Vec<OwnedPair>,
}

impl Feed for OwnedBody {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        sink.item(Some(self.code.as_str()), Some(self.message.as_str()));
        for pair in &self.debug {
            sink.item(Some(pair.code.as_str()), Some(pair.message.as_str()));
        }
    }
}

#[derive(Debug, Deserialize)]
struct Pair<'b> {
    #[serde(borrow)]
    code: Cow<'b, str>,
    #[serde(borrow)]
    message: Cow<'b, str>,
}

pub(crate) struct Raw;

impl Shape for Raw {
    type Body<'b> = RawBody<'b>;
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RawBody<'b> {
    #[serde(borrow)]
    code: Cow<'b, str>,
    #[serde(borrow)]
    message: Cow<'b, str>,
    #[serde(borrow)]
    timestamp: Option<&'b RawValue>,
    #[serde(borrow)]
    cart_id: Option<&'b RawValue>,
    #[serde(borrow)]
    data: Option<&'b RawValue>,
    #[serde(borrow, default)]
    debug: Vec<Pair<'b>>,
}

impl Feed for RawBody<'_> {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        feed(sink, &self.code, &self.message, &self.debug);
    }
}

pub(crate) struct Skipping;

impl Shape for Skipping {
    type Body<'b> = SkippingBody<'b>;
}

#[derive(Debug, Deserialize)]
pub(crate) struct SkippingBody<'b> {
    #[serde(borrow)]
    code: Cow<'b, str>,
    #[serde(borrow)]
    message: Cow<'b, str>,
    #[serde(borrow, default)]
    debug: Vec<Pair<'b>>,
}

impl Feed for SkippingBody<'_> {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        feed(sink, &self.code, &self.message, &self.debug);
    }
}

#[inline]
fn feed<S: Sink>(sink: &mut S, code: &str, message: &str, debug: &[Pair<'_>]) {
    sink.item(Some(code), Some(message));
    for pair in debug {
        sink.item(Some(&*pair.code), Some(&*pair.message));
    }
}
