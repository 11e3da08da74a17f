//! commercetools' REST errors as a user would type them.
#![expect(dead_code, reason = "the details are parsed to be there, as they would be for a user")]

pub(crate) mod details;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::{Feed, Pick, Shape, Sink, Vendor};

pub(crate) struct Commercetools;

impl Vendor for Commercetools {
    type Owned = Tagged;
    type Raw = Raw;
    type Skipping = Skipping;
}

impl Pick for Commercetools {
    fn pick<S: Sink>(body: &serde_json::Value, sink: &mut S) {
        for item in body["errors"].as_array().into_iter().flatten() {
            sink.item(item["code"].as_str(), item["message"].as_str());
        }
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct Body<E> {
    #[serde(rename = "statusCode")]
    status_code: u16,
    message: String,
    errors: Vec<E>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reference {
    type_id: String,
    id: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExtensionError {
    code: String,
    message: String,
    extension_id: String,
    extension_key: Option<String>,
}

/// An enum of the errors that the user acts on, and a last variant for the others.
macro_rules! errors {
    ($name:ident { $($last:tt)* }, $unlisted:pat => $rest:expr, $($variant:ident { $($field:ident: $ty:ty,)* })*) => {
        #[derive(Debug, Deserialize)]
        #[serde(tag = "code", rename_all_fields = "camelCase")]
        pub(crate) enum $name {
            $($variant { message: String, $($field: $ty,)* },)*
            $($last)*
        }

        impl Feed for Body<$name> {
            #[inline]
            fn feed<S: Sink>(&self, sink: &mut S) {
                for error in &self.errors {
                    let (code, message) = match error {
                        $($name::$variant { message, .. } => (Some(stringify!($variant)), Some(message.as_str())),)*
                        $unlisted => $rest,
                    };
                    sink.item(code, message);
                }
            }
        }
    };
}

macro_rules! listed {
    ($name:ident { $($last:tt)* }, $unlisted:pat => $rest:expr) => {
        errors! {
            $name { $($last)* }, $unlisted => $rest,
            DuplicateField { field: String, duplicate_value: serde_json::Value, }
            ConcurrentModification { current_version: Option<i64>, }
            InvalidField {
                field: String,
                invalid_value: serde_json::Value,
                allowed_values: Option<Vec<serde_json::Value>>,
            }
            RequiredField { field: String, }
            ReferencedResourceNotFound { type_id: Option<String>, id: Option<String>, key: Option<String>, }
            ResourceNotFound {}
            InvalidInput {}
            InvalidOperation {}
            MatchingPriceNotFound {
                product_id: String,
                variant_id: i64,
                currency: Option<String>,
                country: Option<String>,
                customer_group: Option<Reference>,
                channel: Option<Reference>,
            }
            OutOfStock { line_items: Vec<String>, skus: Vec<String>, }
            ExtensionBadResponse {
                localized_message: Option<BTreeMap<String, String>>,
                extension_extra_info: Option<serde_json::Value>,
                extension_errors: Vec<ExtensionError>,
                extension_body: Option<String>,
                extension_status_code: Option<i64>,
                extension_id: Option<String>,
                extension_key: Option<String>,
            }
        }
    };
}

listed!(TaggedError { #[serde(other)] Other }, TaggedError::Other => (None, None));
listed!(
    OpenError { #[serde(untagged)] Unlisted { code: String, message: String } },
    OpenError::Unlisted { code, message } => (Some(code.as_str()), Some(message.as_str()))
);

/// Every code that is not listed is the same.
pub(crate) struct Tagged;

impl Shape for Tagged {
    type Body<'b> = Body<TaggedError>;
}

/// Codes that are not listed are kept.
pub(crate) struct OpenTagged;

impl Shape for OpenTagged {
    type Body<'b> = Body<OpenError>;
}

pub(crate) struct Raw;

impl Shape for Raw {
    type Body<'b> = RawBody<'b>;
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RawBody<'b> {
    status_code: u16,
    #[serde(borrow)]
    message: Cow<'b, str>,
    #[serde(borrow)]
    errors: Vec<RawError<'b>>,
}

/// The details that a user may ask for stay raw until then.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawError<'b> {
    #[serde(borrow)]
    code: Cow<'b, str>,
    #[serde(borrow)]
    message: Cow<'b, str>,
    #[serde(borrow)]
    field: Option<&'b RawValue>,
    #[serde(borrow)]
    duplicate_value: Option<&'b RawValue>,
    #[serde(borrow)]
    invalid_value: Option<&'b RawValue>,
    #[serde(borrow)]
    current_version: Option<&'b RawValue>,
    #[serde(borrow)]
    extension_errors: Option<&'b RawValue>,
    #[serde(borrow)]
    skus: Option<&'b RawValue>,
}

impl Feed for RawBody<'_> {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        for error in &self.errors {
            sink.item(Some(&*error.code), Some(&*error.message));
        }
    }
}

pub(crate) struct Skipping;

impl Shape for Skipping {
    type Body<'b> = SkippingBody<'b>;
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SkippingBody<'b> {
    status_code: u16,
    message: IgnoredAny,
    #[serde(borrow)]
    errors: Vec<SkippingError<'b>>,
}

#[derive(Debug, Deserialize)]
struct SkippingError<'b> {
    #[serde(borrow)]
    code: Cow<'b, str>,
    #[serde(borrow)]
    message: Cow<'b, str>,
}

impl Feed for SkippingBody<'_> {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        for error in &self.errors {
            sink.item(Some(&*error.code), Some(&*error.message));
        }
    }
}
