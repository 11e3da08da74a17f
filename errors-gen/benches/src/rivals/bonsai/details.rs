//! The same errors with every documented detail.

use errors_gen::bonsai::types::Variant;
use errors_gen::bonsai::{self, Detail};
use errors_gen::json::Json;
use errors_gen::view::FieldError;
use serde::Deserialize;

use super::super::{Feed, Rival, Shape, Sink};
use super::TaggedError;

/// `errors-gen`, through the views of the details.
pub(crate) struct Own;

impl Rival for Own {
    #[inline]
    fn read<S: Sink>(&mut self, body: &[u8], sink: &mut S) {
        for error in bonsai::read(200, body).errors() {
            sink.item(error.raw_code(), error.message());
            sink.field(error.id().and_then(Json::text));
            sink.field(error.status());
            fields(error.detail(), sink).unwrap();
        }
    }
}

fn fields<S: Sink>(detail: Detail<'_>, sink: &mut S) -> Result<(), FieldError> {
    match detail {
        Detail::ProductUnavailable(detail) => variant(detail.detail()?, sink),
        Detail::ProductDoesNotExist(detail) => variant(detail.detail()?, sink),
        Detail::VariantDoesNotExist(detail) => variant(detail.detail()?, sink),
        _ => Ok(()),
    }
}

fn variant<S: Sink>(variant: Option<Variant<'_>>, sink: &mut S) -> Result<(), FieldError> {
    if let Some(variant) = variant {
        sink.field(variant.public_id()?);
        sink.field(variant.variant_id()?);
    }
    Ok(())
}

/// The tagged types, with their details handed on.
pub(crate) struct Tagged;

impl Shape for Tagged {
    type Body<'b> = TaggedBody;
}

#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct TaggedBody(super::TaggedBody);

impl Feed for TaggedBody {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        for error in &self.0.errors {
            let (code, id, status, title, detail) = match error {
                TaggedError::ProductUnavailable { id, status, title, detail } => {
                    ("PRODUCT_UNAVAILABLE", id, status, title, detail)
                }
                TaggedError::ProductDoesNotExist { id, status, title, detail } => {
                    ("PRODUCT_DOES_NOT_EXIST", id, status, title, detail)
                }
                TaggedError::VariantDoesNotExist { id, status, title, detail } => {
                    ("VARIANT_DOES_NOT_EXIST", id, status, title, detail)
                }
                TaggedError::Other => {
                    sink.item(None::<&str>, None::<&str>);
                    continue;
                }
            };
            sink.item(Some(code), Some(title.as_str()));
            sink.field(id.as_deref());
            sink.field(Some(*status));
            if let Some(variant) = detail {
                sink.field(Some(variant.public_id.as_str()));
                sink.field(Some(variant.variant_id.as_str()));
            }
        }
    }
}
