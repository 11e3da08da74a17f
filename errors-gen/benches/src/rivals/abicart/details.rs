//! The same errors with every documented detail.

use errors_gen::abicart::types::{Data, Violation};
use errors_gen::abicart::{self, Detail};
use errors_gen::view::{FieldError, List};
use serde::Deserialize;

use super::super::{Feed, Rival, Shape, Sink};
use super::Data as OwnedData;

/// `errors-gen`, through the views of the details.
pub(crate) struct Own;

impl Rival for Own {
    #[inline]
    fn read<S: Sink>(&mut self, body: &[u8], sink: &mut S) {
        for error in abicart::read(200, body).errors() {
            sink.item(error.raw_code(), error.message());
            fields(error.detail(), sink).unwrap();
        }
    }
}

fn fields<S: Sink>(detail: Detail<'_>, sink: &mut S) -> Result<(), FieldError> {
    match detail {
        Detail::InvalidParams(detail) => data(detail.data()?, sink),
        Detail::ValidationError(detail) => detail.data()?.map_or(Ok(()), |list| violations(list, sink)),
        Detail::Other(detail) => data(detail.data()?, sink),
        _ => Ok(()),
    }
}

fn data<S: Sink>(data: Option<Data<'_>>, sink: &mut S) -> Result<(), FieldError> {
    match data {
        Some(Data::ViolationList(list)) => violations(list, sink)?,
        Some(Data::String(text)) => sink.field(Some(text)),
        Some(Data::Other(value)) => sink.field(Some(value)),
        _ => {}
    }
    Ok(())
}

fn violations<'b, S: Sink>(list: List<'b, Violation<'b>>, sink: &mut S) -> Result<(), FieldError> {
    for violation in list {
        let violation = violation?;
        sink.field(violation.message()?);
        sink.field(violation.pointer()?);
    }
    Ok(())
}

/// The owned types, with their details handed on.
pub(crate) struct Owned;

impl Shape for Owned {
    type Body<'b> = OwnedBody;
}

#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct OwnedBody(super::OwnedBody);

impl Feed for OwnedBody {
    #[inline]
    fn feed<S: Sink>(&self, sink: &mut S) {
        let error = &self.0.error;
        sink.item(Some(error.code), Some(error.message.as_str()));
        match &error.data {
            Some(OwnedData::Violations(list)) => {
                for violation in list {
                    sink.field(Some(violation.message.as_str()));
                    sink.field(Some(violation.pointer.as_str()));
                }
            }
            Some(OwnedData::Text(text)) => sink.field(Some(text.as_str())),
            Some(OwnedData::Other(value)) => sink.field(Some(value)),
            None => {}
        }
    }
}
