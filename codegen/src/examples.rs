//! Examples as tests: every example reads as it says and agrees with the row of its code, and every code is written and
//! read back.
//!
//! The feature `examples` has this module, which needs the runtime. A build script that turns it on gets the findings as
//! it gets those about the catalog itself.

mod json;
mod reads;
mod row;
mod sample;
mod types;
mod written;

use errors_runtime::write::{Body, WriteError};

use crate::finding::{Finding, Place};
use crate::load::Arena;
use crate::model::{Code, Example, Field, Reads, Vendor};

/// Checks all examples and codes of a vendor.
///
/// ```
/// use errors_codegen::{examples, read_text};
///
/// let catalog = r#"
/// vendor: shop
/// title: Shop
/// sources: [https://example.com/errors]
/// reviewed: 2026-11-21
/// code: text
/// envelopes:
///   - name: error
///     items: [{ at: $.error, code: code, message: message }]
/// sections:
///   - title: Orders
///     codes:
///       OUT_OF_STOCK:
///         status: 409
///         kind: failed_precondition
///         topic: out_of_stock
///         audience: customer
///         meaning: The shop has not enough of an item.
///         action: Order fewer.
///         retry: after_fix
///         examples:
///           - { status: 409, body: '{"error": {"code": "OUT_OF_STOCK"}}' }
/// "#;
/// assert_eq!(examples::check(&read_text("shop", catalog).unwrap()), []);
///
/// let other = catalog.replace("- { status: 409,", "- { status: 404,");
/// let findings = examples::check(&read_text("shop", &other).unwrap());
/// assert_eq!(
///     findings[0].message,
///     "an example differs from the row of its code: expected the status 409, found 404"
/// );
/// ```
#[must_use]
pub fn check(vendor: &Vendor) -> Vec<Finding> {
    let arena = Arena::new();
    match arena.load(vendor) {
        Ok(tables) => check_with(vendor, tables.into()),
        Err(error) => vec![Finding::whole(&vendor.reviewed_at.file, error.to_string())],
    }
}

/// Checks all examples and codes of a vendor with tables that were made of the same catalog, such as compiled ones.
#[must_use]
pub fn check_with(vendor: &Vendor, tables: errors_runtime::Vendor<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for code in &vendor.codes {
        findings.extend(code.examples.iter().flat_map(|example| one(vendor, tables, example, Some(code))));
    }
    findings.extend(vendor.examples.iter().flat_map(|example| one(vendor, tables, example, None)));
    findings.extend(written::check(vendor, tables));
    findings
}

/// All examples of a vendor, those of its codes first.
pub fn all(vendor: &Vendor) -> impl Iterator<Item = &Example> {
    vendor.codes.iter().flat_map(|code| &code.examples).chain(&vendor.examples)
}

/// A body with a code and what is documented of it, but for fields that every error may carry and none has to. What an
/// API would fill in stands as `<name>`.
///
/// # Errors
///
/// None of the vendor's envelopes can hold it.
pub fn write(vendor: &Vendor, tables: errors_runtime::Vendor<'_>, code: &Code) -> Result<Body, WriteError> {
    let tells = |field: &&Field| field.required == Some(true) || !vendor.item_fields.contains(field);
    written::write(vendor, tables, code, code.messages.first(), code.fields.iter().filter(tells))
}

/// Gives each code without an example the body that [`write`](fn@write) makes.
pub(crate) fn complete(vendor: &mut Vendor) {
    let arena = Arena::new();
    let Ok(tables) = arena.load(vendor) else { return };
    let bodies: Vec<_> = vendor.codes.iter().map(|code| write(vendor, tables.into(), code).ok()).collect();
    for (code, body) in vendor.codes.iter_mut().zip(bodies) {
        if let Some(body) = body.filter(|_| code.examples.is_empty()) {
            code.examples.push(Example {
                title: None,
                status: body.status,
                operation: None,
                body: body.json,
                reads: Reads::default(),
                differs: Vec::new(),
                place: Place::default(),
            });
        }
    }
}

/// Reads an example, which stands under this code if it stands under one.
fn one(
    vendor: &Vendor,
    tables: errors_runtime::Vendor<'_>,
    example: &Example,
    code: Option<&Code>,
) -> impl Iterator<Item = Finding> {
    let response = tables.read(example.status, &example.body);
    let title = example.title.clone().unwrap_or_default();
    let reads = reads::differences(&response, &example.reads, code).into_iter().map(|(expected, read)| {
        (
            format!("an example reads as something else than it says: expected {expected}, read {read}"),
            "correct the example's `status`, `body` or `reads`, or say under `envelopes` or `codes` where its errors stand"
                .to_owned(),
        )
    });
    let row = code.map(|code| row::findings(vendor, code, example, &response)).unwrap_or_default();
    let texts: Vec<_> = reads.chain(row).collect();
    let place = example.place.clone();
    texts.into_iter().map(move |(message, help)| Finding::new(place.clone(), message).label(title.clone()).help(help))
}
