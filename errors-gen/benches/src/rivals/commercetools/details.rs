//! The same errors with every documented detail.

use errors_gen::commercetools::types::{ExtensionError, Reference};
use errors_gen::commercetools::{self, Detail};
use errors_gen::view::{FieldError, Fields};
use serde::Deserialize;

use super::super::{Feed, Rival, Shape, Sink};
use super::{Body, TaggedError};

/// The languages that are asked for where a text comes in several.
const LANGUAGES: [&str; 2] = ["en", "de"];

/// `errors-gen`, through the views of the details.
pub(crate) struct Own;

impl Rival for Own {
    #[inline]
    fn read<S: Sink>(&mut self, body: &[u8], sink: &mut S) {
        errors(&commercetools::read(400, body), sink);
    }
}

#[inline]
fn errors<S: Sink>(response: &commercetools::Response<'_>, sink: &mut S) {
    for error in response.errors() {
        sink.item(error.raw_code(), error.message());
        fields(error.detail(), sink).unwrap();
    }
}

fn fields<S: Sink>(detail: Detail<'_>, sink: &mut S) -> Result<(), FieldError> {
    match detail {
        Detail::DuplicateField(detail) => {
            sink.field(detail.field()?);
            sink.field(detail.duplicate_value()?);
        }
        Detail::ConcurrentModification(detail) => sink.field(detail.current_version()?),
        Detail::InvalidField(detail) => {
            sink.field(detail.field()?);
            sink.field(detail.invalid_value()?);
            for value in detail.allowed_values()?.into_iter().flatten() {
                sink.field(Some(value?));
            }
        }
        Detail::RequiredField(detail) => sink.field(detail.field()?),
        Detail::ReferencedResourceNotFound(detail) => {
            sink.field(detail.type_id()?);
            sink.field(detail.id()?);
            sink.field(detail.key()?);
        }
        Detail::MatchingPriceNotFound(detail) => {
            sink.field(detail.product_id()?);
            sink.field(detail.variant_id()?);
            sink.field(detail.currency()?);
            sink.field(detail.country()?);
            reference(detail.customer_group()?, sink)?;
            reference(detail.channel()?, sink)?;
        }
        Detail::OutOfStock(detail) => {
            for text in detail.line_items()?.into_iter().chain(detail.skus()?).flatten() {
                sink.field(Some(text?));
            }
        }
        Detail::ExtensionBadResponse(detail) => {
            if let Some(message) = detail.localized_message()? {
                for language in LANGUAGES {
                    sink.field(message.get(language)?);
                }
            }
            sink.field(detail.extension_extra_info()?.map(Fields::json));
            for error in detail.extension_errors()?.into_iter().flatten() {
                extension_error(error?, sink)?;
            }
            sink.field(detail.extension_body()?);
            sink.field(detail.extension_status_code()?);
            sink.field(detail.extension_id()?);
            sink.field(detail.extension_key()?);
        }
        _ => {}
    }
    Ok(())
}

fn reference<S: Sink>(reference: Option<Reference<'_>>, sink: &mut S) -> Result<(), FieldError> {
    if let Some(reference) = reference {
        sink.field(reference.type_id()?);
        sink.field(reference.id()?);
    }
    Ok(())
}

fn extension_error<S: Sink>(error: ExtensionError<'_>, sink: &mut S) -> Result<(), FieldError> {
    sink.field(error.code()?);
    sink.field(error.message()?);
    sink.field(error.extension_id()?);
    sink.field(error.extension_key()?);
    Ok(())
}

/// The tagged types, with their details handed on.
pub(crate) struct Tagged;

impl Shape for Tagged {
    type Body<'b> = TaggedBody;
}

#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct TaggedBody(Body<TaggedError>);

impl Feed for TaggedBody {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        for error in &self.0.errors {
            feed(error, sink);
        }
    }
}

fn feed<S: Sink>(error: &TaggedError, sink: &mut S) {
    match error {
        TaggedError::DuplicateField { message, field, duplicate_value } => {
            sink.item(Some("DuplicateField"), Some(message.as_str()));
            sink.field(Some(field.as_str()));
            sink.field(Some(duplicate_value));
        }
        TaggedError::ConcurrentModification { message, current_version } => {
            sink.item(Some("ConcurrentModification"), Some(message.as_str()));
            sink.field(*current_version);
        }
        TaggedError::InvalidField { message, field, invalid_value, allowed_values } => {
            sink.item(Some("InvalidField"), Some(message.as_str()));
            sink.field(Some(field.as_str()));
            sink.field(Some(invalid_value));
            for value in allowed_values.iter().flatten() {
                sink.field(Some(value));
            }
        }
        TaggedError::RequiredField { message, field } => {
            sink.item(Some("RequiredField"), Some(message.as_str()));
            sink.field(Some(field.as_str()));
        }
        TaggedError::ReferencedResourceNotFound { message, type_id, id, key } => {
            sink.item(Some("ReferencedResourceNotFound"), Some(message.as_str()));
            for text in [type_id, id, key] {
                sink.field(text.as_deref());
            }
        }
        TaggedError::MatchingPriceNotFound {
            message,
            product_id,
            variant_id,
            currency,
            country,
            customer_group,
            channel,
        } => {
            sink.item(Some("MatchingPriceNotFound"), Some(message.as_str()));
            sink.field(Some(product_id.as_str()));
            sink.field(Some(*variant_id));
            sink.field(currency.as_deref());
            sink.field(country.as_deref());
            for reference in [customer_group, channel].into_iter().flatten() {
                sink.field(Some(reference.type_id.as_str()));
                sink.field(Some(reference.id.as_str()));
            }
        }
        TaggedError::OutOfStock { message, line_items, skus } => {
            sink.item(Some("OutOfStock"), Some(message.as_str()));
            for text in line_items.iter().chain(skus) {
                sink.field(Some(text.as_str()));
            }
        }
        TaggedError::ExtensionBadResponse {
            message,
            localized_message,
            extension_extra_info,
            extension_errors,
            extension_body,
            extension_status_code,
            extension_id,
            extension_key,
        } => {
            sink.item(Some("ExtensionBadResponse"), Some(message.as_str()));
            if let Some(message) = localized_message {
                for language in LANGUAGES {
                    sink.field(message.get(language).map(String::as_str));
                }
            }
            sink.field(extension_extra_info.as_ref());
            for error in extension_errors {
                sink.field(Some(error.code.as_str()));
                sink.field(Some(error.message.as_str()));
                sink.field(Some(error.extension_id.as_str()));
                sink.field(error.extension_key.as_deref());
            }
            sink.field(extension_body.as_deref());
            sink.field(*extension_status_code);
            sink.field(extension_id.as_deref());
            sink.field(extension_key.as_deref());
        }
        TaggedError::ResourceNotFound { message } => sink.item(Some("ResourceNotFound"), Some(message.as_str())),
        TaggedError::InvalidInput { message } => sink.item(Some("InvalidInput"), Some(message.as_str())),
        TaggedError::InvalidOperation { message } => sink.item(Some("InvalidOperation"), Some(message.as_str())),
        TaggedError::Other => sink.item(None::<&str>, None::<&str>),
    }
}
