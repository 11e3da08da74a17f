//! One static for each attribute of the codes, so that the linker drops what nobody asks for.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::tokens;
use crate::model::{Code, Field, StatusRule, Vendor, Wording};
use crate::template::Part;

/// All columns. Entry `i` of each belongs to code `i`.
pub(super) fn emit(vendor: &Vendor, runtime: &TokenStream) -> TokenStream {
    let table = quote!(#runtime::table);
    let text = quote!(&str);
    let index = |code: &Code| successor(code, vendor).map(tokens::count);
    let codes = &vendor.codes;
    let columns = [
        column(codes, "WIRE", &text, |code| &code.wire),
        column(codes, "NAMES", &text, |code| &code.ident),
        column(codes, "SECTIONS", &quote!(u16), |code| tokens::count(code.section)),
        column(codes, "STATUSES", &quote!(&[#table::StatusRule<'static>]), |code| {
            tokens::slice(code.statuses.iter().map(|rule| status_rule(rule, &table)))
        }),
        column(codes, "OPERATIONS", &quote!(::core::option::Option<&[u16]>), |code| {
            tokens::option(code.operations.as_deref().map(tokens::indices))
        }),
        column(codes, "MESSAGES", &quote!(&[#table::Wording<'static>]), |code| {
            tokens::slice(code.messages.iter().map(|message| wording(message, &table)))
        }),
        column(codes, "FIELDS", &quote!(&[#table::Field<'static>]), |code| {
            let is_sensitive = |field: &Field| code.sensitive.contains(&field.name);
            tokens::slice(code.fields.iter().map(|entry| field(entry, is_sensitive(entry), &table)))
        }),
        column(codes, "SENSITIVE", &quote!(&[&str]), |code| tokens::slice(&code.sensitive)),
        column(codes, "MEANINGS", &text, |code| &code.meaning),
        column(codes, "ACTIONS", &text, |code| &code.action),
        column(codes, "KINDS", &quote!(#runtime::Kind), |code| tokens::kind(code.kind, runtime)),
        column(codes, "RETRIES", &quote!(#runtime::Retry<'static>), |code| tokens::retry(&code.retry, runtime)),
        column(codes, "AUDIENCES", &quote!(#runtime::Audience), |code| tokens::audience(code.audience, runtime)),
        column(codes, "DEPRECATED", &quote!(::core::option::Option<&str>), |code| {
            tokens::option(code.deprecated.as_ref())
        }),
        column(codes, "REPLACED_BY", &quote!(::core::option::Option<u32>), |code| tokens::option(index(code))),
        column(codes, "LINKS", &text, |code| &code.link),
    ];
    let item_fields =
        vendor.item_fields.iter().map(|entry| field(entry, vendor.is_sensitive_item_field(&entry.name), &table));
    let item_field_count = tokens::count(vendor.item_fields.len());
    let titles = vendor.sections.iter().map(|section| &section.title);
    let sections = tokens::count(vendor.sections.len());
    quote! {
        #(#columns)*
        static ITEM_FIELDS: [#table::Field<'static>; #item_field_count] = [#(#item_fields),*];
        static SECTION_TITLES: [&str; #sections] = [#(#titles),*];
    }
}

/// A private static with an entry for each code.
fn column<'a, T: ToTokens>(
    codes: &'a [Code],
    name: &str,
    entry: &TokenStream,
    value: impl Fn(&'a Code) -> T,
) -> TokenStream {
    let name = tokens::name(name);
    let count = tokens::count(codes.len());
    let values = codes.iter().map(value);
    quote!(static #name: [#entry; #count] = [#(#values),*];)
}

fn status_rule(rule: &StatusRule, table: &TokenStream) -> TokenStream {
    let http = tokens::number(rule.http.into());
    let operations = tokens::option(rule.operations.as_deref().map(tokens::indices));
    quote!(#table::StatusRule { http: #http, operations: #operations })
}

fn wording(wording: &Wording, table: &TokenStream) -> TokenStream {
    let text = &wording.text;
    let parts = tokens::slice(wording.template.parts.iter().map(|part| match part {
        Part::Literal(text) => quote!(#table::Part::Literal(#text)),
        Part::Hole(name) => quote!(#table::Part::Hole(#name)),
        Part::Again(name) => quote!(#table::Part::Again(#name)),
    }));
    quote!(#table::Wording { text: #text, parts: #parts })
}

/// A documented field.
pub(super) fn field(field: &Field, sensitive: bool, table: &TokenStream) -> TokenStream {
    let name = &field.name;
    let also = tokens::slice(field.also.iter().map(|name| quote!(#name)));
    let ty = field.ty.to_string();
    let required = tokens::option(field.required);
    quote!(#table::Field { name: #name, also: #also, ty: #ty, required: #required, sensitive: #sensitive })
}

/// The index of a code's successor.
fn successor(code: &Code, vendor: &Vendor) -> Option<usize> {
    let wire = code.replaced_by.as_ref()?;
    vendor.codes.iter().position(|other| other.wire == *wire)
}
