//! `VENDOR`: everything at once, for tools that handle any vendor.

use proc_macro2::TokenStream;
use quote::quote;

use super::{doc, tokens};
use crate::model::Vendor;

/// The static that refers to all others.
pub(super) fn emit(vendor: &Vendor, runtime: &TokenStream) -> TokenStream {
    let table = quote!(#runtime::table);
    let doc = doc::Doc::new(&format!("Everything that the catalog says of {}.", doc::prose(&vendor.title)));
    let Vendor { name, title, reviewed, .. } = vendor;
    let sources = tokens::slice(&vendor.sources);
    let operations = if vendor.operations.is_empty() { quote!(&[]) } else { quote!(&CALLS) };
    quote! {
        #doc
        pub const VENDOR: #runtime::Vendor<'static> = #runtime::Vendor::new(&TABLE);

        static TABLE: #table::Vendor<'static> = #table::Vendor {
            name: #name,
            title: #title,
            sources: #sources,
            reviewed: #reviewed,
            reader: &READER,
            form: <Code as #runtime::ErrorCode>::FORM,
            sections: &SECTION_TITLES,
            operations: #operations,
            item_fields: &ITEM_FIELDS,
            codes: #table::Codes {
                wire: &WIRE,
                names: &NAMES,
                sections: &SECTIONS,
                statuses: &STATUSES,
                operations: &OPERATIONS,
                messages: &MESSAGES,
                fields: &FIELDS,
                sensitive: &SENSITIVE,
                meanings: &MEANINGS,
                actions: &ACTIONS,
                kinds: &KINDS,
                retries: &RETRIES,
                audiences: &AUDIENCES,
                deprecated: &DEPRECATED,
                replaced_by: &REPLACED_BY,
                links: &LINKS,
            },
        };
    }
}
