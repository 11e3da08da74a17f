//! Bonsai's errors beside data as a user would type them.

use std::borrow::Cow;

use errors_gen::bonsai::{self, Detail};
use errors_gen::json::Json;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::{Errors, Feed, Pair, lazy_list, member, pick_list};
use crate::sink::Sink;

pub(crate) fn pick(body: &Value, sink: &mut Sink) {
    pick_list(&body["errors"], "title", sink);
}

pub(crate) fn lazy(body: &[u8], sink: &mut Sink) {
    lazy_list(member(body, "errors"), "title", sink);
}

/// `errors-gen`, through the views of the details.
pub(crate) fn own(body: &[u8], sink: &mut Sink) {
    for error in bonsai::read(200, body).errors() {
        sink.item(error.raw_code(), error.message());
        sink.value(error.id().and_then(Json::text));
        sink.value(error.status());
        let variant = match error.detail() {
            Detail::ProductUnavailable(detail) => detail.detail(),
            Detail::ProductDoesNotExist(detail) => detail.detail(),
            Detail::VariantDoesNotExist(detail) => detail.detail(),
            _ => Ok(None),
        };
        if let Some(variant) = variant.unwrap() {
            sink.value(variant.public_id().unwrap());
            sink.value(variant.variant_id().unwrap());
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Owned {
    data: Option<Value>,
    errors: Vec<Tagged>,
}

#[derive(Deserialize)]
struct Item {
    id: Option<String>,
    status: u16,
    title: String,
    detail: Option<Variant>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Variant {
    public_id: String,
    variant_id: String,
}

#[derive(Deserialize)]
#[serde(tag = "code", rename_all = "SCREAMING_SNAKE_CASE")]
enum Tagged {
    ProductUnavailable(Item),
    ProductDoesNotExist(Item),
    VariantDoesNotExist(Item),
    #[serde(other)]
    Other,
}

impl Feed for Owned {
    fn feed(&self, sink: &mut Sink) {
        for error in &self.errors {
            let (code, item) = match error {
                Tagged::ProductUnavailable(item) => ("PRODUCT_UNAVAILABLE", item),
                Tagged::ProductDoesNotExist(item) => ("PRODUCT_DOES_NOT_EXIST", item),
                Tagged::VariantDoesNotExist(item) => ("VARIANT_DOES_NOT_EXIST", item),
                Tagged::Other => {
                    sink.item(None::<&str>, None::<&str>);
                    continue;
                }
            };
            sink.item(Some(code), Some(item.title.as_str()));
            if sink.details {
                sink.value(item.id.as_deref());
                sink.value(Some(item.status));
                if let Some(variant) = &item.detail {
                    sink.value(Some(variant.public_id.as_str()));
                    sink.value(Some(variant.variant_id.as_str()));
                }
            }
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Raw<'b> {
    #[serde(borrow)]
    data: Option<&'b RawValue>,
    #[serde(borrow)]
    errors: Vec<RawError<'b>>,
}

#[derive(Deserialize)]
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

impl Feed for Raw<'_> {
    fn feed(&self, sink: &mut Sink) {
        for error in &self.errors {
            sink.item(error.code.as_deref(), error.title.as_deref());
        }
    }
}

pub(crate) type Skipping<'b> = Errors<Pair<'b>>;
