//! Every code, written and read back.

use errors_runtime::write::{Body, BodyBuilder, NewError, WriteError};
use errors_runtime::{AnyCode, Outcome};

use super::sample;
use crate::finding::Finding;
use crate::model::{Code, Field, Vendor, Wording};
use crate::words::shown;

/// A finding for each code that cannot be written, or is read as something else then.
pub(super) fn check(vendor: &Vendor, tables: errors_runtime::Vendor<'_>) -> Vec<Finding> {
    if vendor.envelopes.is_empty() {
        return Vec::new();
    }
    let finding = |(index, code): (usize, &Code)| {
        let why = fault(vendor, tables, index, code)?;
        let message = format!("code {} cannot be written and read back: {why}", shown(&code.wire));
        let help = "name the other members of such a body under `write` of its envelope, or check where its items have `code`, `message` and `fields_at`";
        Some(Finding::new(code.place.clone(), message).label("written with all that is documented of it").help(help))
    };
    vendor.codes.iter().enumerate().filter_map(finding).collect()
}

/// Why a code is not read as it was written, with each of its wordings.
fn fault(vendor: &Vendor, tables: errors_runtime::Vendor<'_>, index: usize, code: &Code) -> Option<String> {
    let wordings = code.messages.iter().map(Some).chain(code.messages.is_empty().then_some(None));
    wordings.into_iter().find_map(|wording| {
        let body = match write(vendor, tables, code, wording, &code.fields) {
            Ok(body) => body,
            Err(error) => return Some(error.to_string()),
        };
        let response = tables.read(body.status, &body.json);
        let read = response.errors().next().and_then(|item| item.code()).map(AnyCode::index);
        if read != Some(index) {
            return Some(format!("{} reads as an unlisted code", body.json));
        }
        let succeeded = response.outcome() == Outcome::Succeeded;
        let expected = code.success.unwrap_or_default();
        (!code.note && succeeded != expected).then(|| {
            let word = if expected { "success" } else { "failure" };
            format!("{} reads as `{}`, but the code means {word}", body.json, response.outcome())
        })
    })
}

/// A body with a code, these of its fields and a message of this wording.
pub(super) fn write<'f>(
    vendor: &Vendor,
    tables: errors_runtime::Vendor<'_>,
    code: &Code,
    wording: Option<&Wording>,
    fields: impl IntoIterator<Item = &'f Field>,
) -> Result<Body, WriteError> {
    let mut error = NewError::new(&code.wire);
    for hole in wording.into_iter().flat_map(|wording| wording.template.holes()) {
        error = error.parameter(hole, sample::text(hole));
    }
    for field in fields {
        error = error.field(&field.name, sample::of(vendor, field));
    }
    let operation = code.statuses.first().and_then(|rule| rule.operations.as_ref()?.first());
    let operation = operation.or_else(|| code.operations.as_ref()?.first());
    let build = |error: NewError| {
        let builder = BodyBuilder::new(&tables).error(error);
        match operation.and_then(|operation| u16::try_from(*operation).ok()) {
            Some(operation) => builder.operation(operation).build(),
            None => builder.build(),
        }
    };
    if wording.is_some() {
        return build(error);
    }
    // Not every vendor has a place for a message.
    build(error.clone().message(sample::text("message"))).or_else(|_| build(error))
}
