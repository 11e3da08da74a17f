//! Bonsai's errors beside data as a user would type them.
#![expect(dead_code, reason = "the details are parsed to be there, as they would be for a user")]

pub(crate) mod details;

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::{Feed, Pick, Shape, Sink, Vendor};

pub(crate) struct Bonsai;

impl Vendor for Bonsai {
    type Owned = Tagged;
    type Raw = Raw;
    type Skipping = Skipping;
}

impl Pick for Bonsai {
    fn pick<S: Sink>(body: &serde_json::Value, sink: &mut S) {
        for item in body["errors"].as_array().into_iter().flatten() {
            sink.item(item["code"].as_str(), item["title"].as_str());
        }
    }
}

pub(crate) struct Tagged;

impl Shape for Tagged {
    type Body<'b> = TaggedBody;
}

#[derive(Debug, Deserialize)]
pub(crate) struct TaggedBody {
    data: Option<serde_json::Value>,
    errors: Vec<TaggedError>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Variant {
    public_id: String,
    variant_id: String,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "code", rename_all = "SCREAMING_SNAKE_CASE")]
enum TaggedError {
    ProductUnavailable {
        id: Option<String>,
        status: u16,
        title: String,
        detail: Option<Variant>,
    },
    ProductDoesNotExist {
        id: Option<String>,
        status: u16,
        title: String,
        detail: Option<Variant>,
    },
    VariantDoesNotExist {
        id: Option<String>,
        status: u16,
        title: String,
        detail: Option<Variant>,
    },
    #[serde(other)]
    Other,
}

impl Feed for TaggedBody {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        for error in &self.errors {
            let (code, title) = match error {
                TaggedError::ProductUnavailable { title, .. } => ("PRODUCT_UNAVAILABLE", title),
                TaggedError::ProductDoesNotExist { title, .. } => ("PRODUCT_DOES_NOT_EXIST", title),
                TaggedError::VariantDoesNotExist { title, .. } => ("VARIANT_DOES_NOT_EXIST", title),
                TaggedError::Other => {
                    sink.item(None::<&str>, None::<&str>);
                    continue;
                }
            };
            sink.item(Some(code), Some(title.as_str()));
        }
    }
}

pub(crate) struct Raw;

impl Shape for Raw {
    type Body<'b> = RawBody<'b>;
}

#[derive(Debug, Deserialize)]
pub(crate) struct RawBody<'b> {
    #[serde(borrow)]
    data: Option<&'b RawValue>,
    #[serde(borrow)]
    errors: Vec<RawError<'b>>,
}

#[derive(Debug, Deserialize)]
struct RawError<'b> {
    #[serde(borrow)]
    code: Option<Cow<'b, str>>,
    #[serde(borrow)]
    title: Option<Cow<'b, str>>,
    #[serde(borrow)]
    id: Option<&'b RawValue>,
    status: Option<u16>,
    #[serde(borrow)]
    detail: Option<&'b RawValue>,
}

impl Feed for RawBody<'_> {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        for error in &self.errors {
            sink.item(error.code.as_deref(), error.title.as_deref());
        }
    }
}

pub(crate) struct Skipping;

impl Shape for Skipping {
    type Body<'b> = SkippingBody<'b>;
}

#[derive(Debug, Deserialize)]
pub(crate) struct SkippingBody<'b> {
    data: Option<IgnoredAny>,
    #[serde(borrow)]
    errors: Vec<SkippingError<'b>>,
}

#[derive(Debug, Deserialize)]
struct SkippingError<'b> {
    #[serde(borrow)]
    code: Option<Cow<'b, str>>,
    #[serde(borrow)]
    title: Option<Cow<'b, str>>,
}

impl Feed for SkippingBody<'_> {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        for error in &self.errors {
            sink.item(error.code.as_deref(), error.title.as_deref());
        }
    }
}
