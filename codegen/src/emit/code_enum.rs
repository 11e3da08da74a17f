//! Emits `enum Code`.

use proc_macro2::TokenStream;

use super::code_doc::describe;
use super::doc::{Doc, link, prose};
use super::enumeration::{self, Variant};
use crate::model::Vendor;

/// Emits the enum of all codes.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let mut doc = Doc::new(&format!("The error codes of {}.", prose(&vendor.title)));
    doc.paragraph(
        "The vendor may answer with codes that are not listed here. They read as no `Code`, and their text stays \
         available. Later versions may list them.",
    );
    let sources = vendor.sources_in_words(link, prose);
    doc.paragraph(&format!("Taken from {sources}, last compared on {}.", prose(&vendor.reviewed)));
    let variants: Vec<_> =
        vendor.codes.iter().map(|code| Variant { ident: &code.ident, doc: describe(code, vendor) }).collect();
    enumeration::emit("Code", &doc, false, &variants)
}
