//! `enum Code`.

use super::code_doc::{describe, describe_field};
use super::data::{Data, Variant};
use super::doc::{Doc, link, prose};
use crate::model::Vendor;

/// The enum of all codes.
pub(super) fn emit(vendor: &Vendor, data: &mut Data<'_>) {
    let mut doc = Doc::new(&format!("The error codes of {}.", prose(&vendor.title)));
    doc.paragraph(
        "The vendor may answer codes that are not listed here, and later versions list more: those read as no `Code` \
         until then, with their text kept.",
    );
    let sources = vendor.sources.iter().map(|source| link(source)).collect::<Vec<_>>().join(", ");
    doc.paragraph(&format!("Taken from {sources}, last compared on {}.", prose(&vendor.reviewed)));
    let item_fields: Vec<_> = vendor.item_fields.iter().map(describe_field).collect();
    let codes = vendor.codes.iter();
    let variants: Vec<_> =
        codes.map(|code| Variant { ident: &code.ident, doc: describe(code, vendor, &item_fields) }).collect();
    data.enumeration("Code", &doc, false, &variants);
}
