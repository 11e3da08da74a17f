//! Checks a catalog and converts it to the model. All findings are reported at once, each with its place and how to
//! correct it.

mod advised;
mod also_in;
mod batches;
mod classes;
mod code_form;
mod codes;
mod conditions;
mod context;
mod declarations;
mod defaults;
mod detail_codes;
mod envelopes;
mod examples;
mod fields;
mod file_head;
mod headers;
mod items;
mod missing;
mod named;
mod names;
mod operations;
mod paths;
mod reserved;
mod retry;
mod said;
#[cfg(test)]
mod sample;
mod sections;
mod shadows;
mod status_test;
mod statuses;
mod transport;
mod type_ends;
mod types;
mod unfinished;
mod variants;
mod vocabulary;
mod wire;
mod wordings;
mod writing;

use crate::finding::Finding;
use crate::model::{CodeForm, Vendor};
use crate::schema::Catalog;
use crate::yaml::Tree;
use codes::{Codes, Declared};
use context::Context;
use fields::Types;

/// Checks a catalog, and resolves everything in it.
///
/// # Errors
///
/// All findings, in the order of the file.
pub(crate) fn check<'a>(tree: &'a Tree<'a>, catalog: &Catalog) -> Result<Vendor, Vec<Finding>> {
    let mut context = Context::new(tree);
    let vendor = vendor(&mut context, catalog);
    let findings = context.finish();
    if findings.is_empty() { Ok(vendor) } else { Err(findings) }
}

/// The model, with placeholders for everything that is wrong.
fn vendor(context: &mut Context<'_>, catalog: &Catalog) -> Vendor {
    file_head::check(context, catalog);
    let known = code_form::check(context, catalog);
    // If the form is unknown, the codes are read as text.
    let form = known.unwrap_or(CodeForm::Text);
    let classes = classes::check(context, catalog, known);
    let success = code_form::success(context, catalog, known, &classes);
    let operations = operations::check(context, &catalog.operations);
    let mut types = Types::new(catalog);
    let declarations = types.declarations(context, catalog, &classes);
    let item_fields = types.fields(context, &catalog.item_fields, &[]);
    let transport = transport::check(context, catalog);
    let headers = headers::check(context, &catalog.headers);
    let envelopes = envelopes::check(context, catalog);
    let successes = envelopes::successes(context, catalog, &envelopes);
    let declared = Declared {
        catalog,
        form,
        success: &success,
        classes: &classes,
        operations: &operations,
        item_fields: &item_fields,
        envelopes: &envelopes,
    };
    let mut codes = Codes::new(declared, &mut types);
    codes.detail_codes(context);
    let (sections, read) = sections::check(context, &mut codes);
    let detail_codes = codes.finish();
    types.unused(context, catalog, &declarations);
    let examples = examples::check(context, catalog, &operations, &catalog.examples, None);
    let file = context.source().file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Vendor {
        name: catalog.vendor.value.clone(),
        title: catalog.title.value.clone(),
        sources: file_head::sources(context, catalog),
        reviewed: catalog.reviewed.value.clone(),
        reviewed_at: context.place(catalog.reviewed.span),
        file,
        form,
        success,
        classes,
        operations,
        sections,
        types: declarations,
        item_fields,
        codes: read,
        detail_codes,
        transport,
        headers,
        successes,
        envelopes,
        examples,
    }
}
