//! OmniCart's answers with `debug` as a user would type them. The code is text of six digits; what it means is looked up
//! later, so the type that owns has no tag.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use sonic_rs::JsonValueTrait as _;

use super::{Feed, Pair, lazy_list, member, pick_list};
use crate::sink::Sink;

pub(crate) fn pick(body: &Value, sink: &mut Sink) {
    sink.item(body["code"].as_str(), body["message"].as_str());
    pick_list(&body["debug"], "message", sink);
}

pub(crate) fn lazy(body: &[u8], sink: &mut Sink) {
    let (code, message) = (member(body, "code"), member(body, "message"));
    sink.item(code.as_str(), message.as_str());
    lazy_list(member(body, "debug"), "message", sink);
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Owned {
    code: String,
    message: String,
    timestamp: Option<String>,
    cart_id: Option<String>,
    data: Option<Value>,
    #[serde(default)]
    debug: Vec<OwnedPair>,
}

#[derive(Deserialize)]
struct OwnedPair {
    code: String,
    message: String,
}

impl Feed for Owned {
    fn feed(&self, sink: &mut Sink) {
        sink.item(Some(self.code.as_str()), Some(self.message.as_str()));
        for pair in &self.debug {
            sink.item(Some(pair.code.as_str()), Some(pair.message.as_str()));
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Raw<'b> {
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

impl Feed for Raw<'_> {
    fn feed(&self, sink: &mut Sink) {
        sink.item(Some(&*self.code), Some(&*self.message));
        self.debug.feed(sink);
    }
}

#[derive(Deserialize)]
pub(crate) struct Skipping<'b> {
    #[serde(borrow)]
    code: Cow<'b, str>,
    #[serde(borrow)]
    message: Cow<'b, str>,
    #[serde(borrow, default)]
    debug: Vec<Pair<'b>>,
}

impl Feed for Skipping<'_> {
    fn feed(&self, sink: &mut Sink) {
        sink.item(Some(&*self.code), Some(&*self.message));
        self.debug.feed(sink);
    }
}
