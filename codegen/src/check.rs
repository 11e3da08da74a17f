//! From the catalog as it is written to the checked model: every finding at once, each with its place and the way to
//! mend it.

mod code_form;
mod codes;
mod conditions;
mod context;
mod declarations;
mod digits;
mod envelopes;
mod examples;
mod fields;
mod header;
mod levels;
mod names;
mod operations;
mod paths;
mod ranges;
mod reserved;
#[cfg(test)]
mod sample;
mod sections;
mod statuses;
mod transport;
mod types;
mod vocabulary;
mod wire;
mod wordings;
mod writing;

use crate::finding::Finding;
use crate::locate::Locator;
use crate::model::Vendor;
use crate::schema::Catalog;
use codes::{Codes, Declared};
use context::{At, Context};
use fields::Types;

/// What a catalog is read for.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Purpose {
    /// A model to look at, whose examples know where they stand.
    Model,
    /// Code, which has no examples.
    Code,
}

/// Checks a catalog and resolves everything in it.
///
/// # Errors
///
/// All findings, in the order of the file.
pub(crate) fn check<'a>(locator: &'a Locator<'a>, catalog: &Catalog, purpose: Purpose) -> Result<Vendor, Vec<Finding>> {
    // Most catalogs are sound, and then nothing is looked up to say where it stands.
    let mut context = Context::without_places(locator, purpose);
    let vendor = vendor(&mut context, catalog);
    if context.is_sound() {
        return Ok(vendor);
    }
    let mut context = Context::new(locator);
    self::vendor(&mut context, catalog);
    Err(context.finish())
}

/// The model, with something in the place of whatever is wrong.
fn vendor(context: &mut Context<'_>, catalog: &Catalog) -> Vendor {
    let root = At::default();
    header::check(context, catalog);
    let form = code_form::check(context, &catalog.code);
    let operations = operations::check(context, &catalog.operations);
    let mut types = Types::new(catalog);
    let declarations = types.declarations(context, catalog, &form);
    let item_fields = types.fields(context, &root.key("item_fields"), &catalog.item_fields, &[]);
    let transport = transport::check(context, catalog);
    let success_without_body = transport::success_without_body(context, catalog);
    let envelopes = envelopes::check(context, catalog);
    let declared = Declared { catalog, form: &form, operations: &operations, item_fields: &item_fields };
    let mut codes = Codes::new(declared, &mut types);
    let (sections, codes) = sections::check(context, &mut codes);
    types.unused(context, catalog, &declarations);
    let examples = examples::check(context, catalog, &operations, &root.key("examples"), &catalog.examples, None);
    let file = context.source().file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Vendor {
        name: catalog.vendor.clone(),
        title: catalog.title.clone(),
        sources: catalog.sources.clone(),
        reviewed: catalog.reviewed.clone(),
        file,
        form,
        operations,
        sections,
        types: declarations,
        item_fields,
        codes,
        transport,
        success_without_body,
        envelopes,
        examples,
    }
}
