//! commercetools' REST errors as a user would type them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use errors_gen::commercetools::types;
use errors_gen::commercetools::{self, Detail};
use errors_gen::view::{FieldError, Fields};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::{Errors, Feed, Pair, lazy_list, member, pick_list};
use crate::sink::Sink;

/// The languages that are asked for where a text comes in several.
const LANGUAGES: [&str; 2] = ["en", "de"];

pub(crate) fn pick(body: &Value, sink: &mut Sink) {
    pick_list(&body["errors"], "message", sink);
}

pub(crate) fn lazy(body: &[u8], sink: &mut Sink) {
    lazy_list(member(body, "errors"), "message", sink);
}

/// `errors-gen`, through the views of the details.
pub(crate) fn own(body: &[u8], sink: &mut Sink) {
    for error in commercetools::read(400, body).errors() {
        sink.item(error.raw_code(), error.message());
        fields(error.detail(), sink).unwrap();
    }
}

fn fields(detail: Detail<'_>, sink: &mut Sink) -> Result<(), FieldError> {
    match detail {
        Detail::DuplicateField(detail) => {
            sink.value(detail.field()?);
            sink.value(detail.duplicate_value()?);
        }
        Detail::ConcurrentModification(detail) => sink.value(detail.current_version()?),
        Detail::InvalidField(detail) => {
            sink.value(detail.field()?);
            sink.value(detail.invalid_value()?);
            for value in detail.allowed_values()?.into_iter().flatten() {
                sink.value(Some(value?));
            }
        }
        Detail::RequiredField(detail) => sink.value(detail.field()?),
        Detail::ReferencedResourceNotFound(detail) => {
            sink.value(detail.type_id()?);
            sink.value(detail.id()?);
            sink.value(detail.key()?);
        }
        Detail::MatchingPriceNotFound(detail) => {
            sink.value(detail.product_id()?);
            sink.value(detail.variant_id()?);
            sink.value(detail.currency()?);
            sink.value(detail.country()?);
            reference(detail.customer_group()?, sink)?;
            reference(detail.channel()?, sink)?;
        }
        Detail::OutOfStock(detail) => {
            for text in detail.line_items()?.into_iter().chain(detail.skus()?).flatten() {
                sink.value(Some(text?));
            }
        }
        Detail::ExtensionBadResponse(detail) => {
            if let Some(message) = detail.localized_message()? {
                for language in LANGUAGES {
                    sink.value(message.get(language)?);
                }
            }
            sink.value(detail.extension_extra_info()?.map(Fields::json));
            for error in detail.extension_errors()?.into_iter().flatten() {
                let error = error?;
                sink.value(error.code()?);
                sink.value(error.message()?);
                sink.value(error.extension_id()?);
                sink.value(error.extension_key()?);
            }
            sink.value(detail.extension_body()?);
            sink.value(detail.extension_status_code()?);
            sink.value(detail.extension_id()?);
            sink.value(detail.extension_key()?);
        }
        _ => {}
    }
    Ok(())
}

fn reference(reference: Option<types::Reference<'_>>, sink: &mut Sink) -> Result<(), FieldError> {
    if let Some(reference) = reference {
        sink.value(reference.type_id()?);
        sink.value(reference.id()?);
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Body<E> {
    status_code: u16,
    message: String,
    errors: Vec<E>,
}

impl<E: Feed> Feed for Body<E> {
    fn feed(&self, sink: &mut Sink) {
        self.errors.feed(sink);
    }
}

/// A struct of the details whose fields are handed on in this order.
macro_rules! details {
    ($name:ident { $($field:ident: $type:ty),* }) => {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub(crate) struct $name {
            $($field: $type,)*
        }

        impl Feed for $name {
            fn feed(&self, sink: &mut Sink) {
                $(self.$field.feed(sink);)*
            }
        }
    };
}

details!(Reference { type_id: String, id: String });
details!(ExtensionError { code: String, message: String, extension_id: String, extension_key: Option<String> });

impl Feed for Option<Reference> {
    fn feed(&self, sink: &mut Sink) {
        if let Some(reference) = self {
            reference.feed(sink);
        }
    }
}

impl Feed for Option<Vec<Value>> {
    fn feed(&self, sink: &mut Sink) {
        if let Some(values) = self {
            values.feed(sink);
        }
    }
}

impl Feed for Option<BTreeMap<String, String>> {
    fn feed(&self, sink: &mut Sink) {
        for (text, language) in self.iter().flat_map(|texts| LANGUAGES.map(|language| (texts, language))) {
            sink.value(text.get(language).map(String::as_str));
        }
    }
}

/// An enum of the errors that the user acts on, and a last variant for the others.
macro_rules! errors {
    ($name:ident { $($last:tt)* }, $unlisted:pat => $rest:expr, $($variant:ident { $($field:ident: $ty:ty,)* })*) => {
        #[derive(Deserialize)]
        #[serde(tag = "code", rename_all_fields = "camelCase")]
        pub(crate) enum $name {
            $($variant { message: String, $($field: $ty,)* },)*
            $($last)*
        }

        impl Feed for $name {
            fn feed(&self, sink: &mut Sink) {
                match self {
                    $($name::$variant { message, $($field,)* } => {
                        sink.item(Some(stringify!($variant)), Some(message.as_str()));
                        if sink.details {
                            $($field.feed(sink);)*
                        }
                    })*
                    $unlisted => {
                        let (code, message): (Option<&str>, Option<&str>) = $rest;
                        sink.item(code, message);
                    }
                }
            }
        }
    };
}

macro_rules! listed {
    ($name:ident { $($last:tt)* }, $unlisted:pat => $rest:expr) => {
        errors! {
            $name { $($last)* }, $unlisted => $rest,
            DuplicateField { field: String, duplicate_value: Value, }
            ConcurrentModification { current_version: Option<i64>, }
            InvalidField { field: String, invalid_value: Value, allowed_values: Option<Vec<Value>>, }
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
                extension_extra_info: Option<Value>,
                extension_errors: Vec<ExtensionError>,
                extension_body: Option<String>,
                extension_status_code: Option<i64>,
                extension_id: Option<String>,
                extension_key: Option<String>,
            }
        }
    };
}

listed!(Tagged { #[serde(other)] Other }, Self::Other => (None, None));
listed!(
    OpenTagged { #[serde(untagged)] Unlisted { code: String, message: String } },
    Self::Unlisted { code, message } => (Some(code), Some(message))
);

/// Every code that is not listed is the same.
pub(crate) type Owned = Body<Tagged>;
/// Codes that are not listed are kept.
pub(crate) type Open = Body<OpenTagged>;
pub(crate) type Skipping<'b> = Errors<Pair<'b>>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Raw<'b> {
    status_code: u16,
    #[serde(borrow)]
    message: Cow<'b, str>,
    #[serde(borrow)]
    errors: Vec<RawError<'b>>,
}

/// The details that a user may ask for stay raw until then.
#[derive(Deserialize)]
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

impl Feed for Raw<'_> {
    fn feed(&self, sink: &mut Sink) {
        for error in &self.errors {
            sink.item(Some(&*error.code), Some(&*error.message));
        }
    }
}
