//! `VENDOR`: everything at once, for tools that handle any vendor; and the tables of calls, groups and ranges.

use proc_macro2::TokenStream;
use quote::quote;

use super::{doc, tokens};
use crate::model::{CodeForm, DigitGroup, IntegerRange, Vendor};

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

/// The calls, and the groups of digits or the ranges.
pub(super) fn structure(vendor: &Vendor, runtime: &TokenStream) -> TokenStream {
    let calls = (!vendor.operations.is_empty()).then(|| {
        let count = tokens::count(vendor.operations.len());
        let headings = vendor.operations.iter().map(|operation| {
            let (key, title) = (&operation.key, &operation.title);
            quote!(#runtime::table::Operation { key: #key, title: #title })
        });
        quote!(static CALLS: [#runtime::table::Operation<'static>; #count] = [#(#headings),*];)
    });
    let parts = match &vendor.form {
        CodeForm::Text { .. } => None,
        CodeForm::Integer { ranges, .. } => {
            let count = tokens::count(ranges.len());
            let entries = ranges.iter().map(|entry| range(entry, runtime));
            Some(quote!(static RANGES: [#runtime::table::IntegerRange<'static>; #count] = [#(#entries),*];))
        }
        CodeForm::Digits { structure, .. } => {
            let count = tokens::count(structure.len());
            let entries = structure.iter().map(|entry| group(entry, runtime));
            Some(quote!(static GROUPS: [#runtime::table::DigitGroup<'static>; #count] = [#(#entries),*];))
        }
    };
    quote!(#calls #parts)
}

fn range(range: &IntegerRange, runtime: &TokenStream) -> TokenStream {
    let IntegerRange { name, meaning, .. } = range;
    let from = tokens::number(range.from.into());
    let to = tokens::number(range.to.into());
    let advised = tokens::advised(&range.advised, runtime);
    quote! {
        #runtime::table::IntegerRange { name: #name, from: #from, to: #to, meaning: #meaning, advised: #advised }
    }
}

fn group(group: &DigitGroup, runtime: &TokenStream) -> TokenStream {
    let DigitGroup { name, meaning, .. } = group;
    let start = tokens::number(group.start.into());
    let len = tokens::number(group.len.into());
    let values = tokens::slice(group.values.iter().map(|value| {
        let (digits, name, meaning) = (&value.digits, &value.name, &value.meaning);
        let success = tokens::option(value.success);
        let advised = tokens::advised(&value.advised, runtime);
        quote! {
            #runtime::table::DigitValue {
                digits: #digits, name: #name, meaning: #meaning, success: #success, advised: #advised,
            }
        }
    }));
    quote! {
        #runtime::table::DigitGroup { name: #name, start: #start, len: #len, meaning: #meaning, values: #values }
    }
}
