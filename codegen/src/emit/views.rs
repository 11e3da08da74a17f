//! Emits views: structs with accessors that read documented fields on demand.

use proc_macro2::TokenStream;
use quote::quote;

use super::code_doc::describe_field;
use super::doc::Doc;
use super::tokens;
use crate::model::{Field, TypeExpr, Vendor};

/// A view to emit.
pub(super) struct View<'a> {
    /// Its name, a checked identifier.
    pub(super) ident: &'a str,
    /// Its documentation.
    pub(super) doc: Doc,
    /// The fields that it reads, and whether each can hold personal or secret data.
    pub(super) fields: Vec<(&'a Field, bool)>,
    /// The table of these fields, as an expression.
    pub(super) table: TokenStream,
}

/// The maximum number of keys of a view that are numbered, to be found in one pass. Fields with further keys are
/// searched for by key.
const MOST_NUMBERED: usize = 256;

/// Emits the struct, its accessors, and the implementations of all views. `types` is the path of the module of declared
/// types.
pub(super) fn emit(view: &View<'_>, vendor: &Vendor, types: &TokenStream) -> TokenStream {
    let View { doc, table, .. } = view;
    let ident = tokens::name(view.ident);
    let mut names = 0;
    let accessors: Vec<_> = view
        .fields
        .iter()
        .map(|(field, sensitive)| {
            let first = names;
            names += 1 + field.also.len();
            accessor(field, first, *sensitive, &rust_type(&field.ty, vendor, types))
        })
        .collect();
    let count = tokens::count(names.min(MOST_NUMBERED));
    let accessors = if accessors.is_empty() {
        TokenStream::new()
    } else if view.fields.iter().any(|(field, _)| borrows(&field.ty, vendor)) {
        quote!(impl<'b> #ident<'b> { #(#accessors)* })
    } else {
        quote!(impl #ident<'_> { #(#accessors)* })
    };
    quote! {
        #doc
        pub struct #ident<'b> {
            known: runtime::generated::Known<'b, #count>,
        }

        #accessors

        runtime::__view!(#ident, #table);
    }
}

/// Emits the accessor of a field of the Rust type `ty`. `first` is the number of its first key.
fn accessor(field: &Field, first: usize, sensitive: bool, ty: &TokenStream) -> TokenStream {
    let mut doc = Doc::new(&describe_field(field));
    if sensitive {
        doc.paragraph("Can hold personal or secret data: errors do not show it.");
    }
    doc.paragraph("# Errors");
    doc.paragraph("The field has another type.");
    let ident = tokens::name(&field.ident);
    let read = read(field, first, sensitive);
    let allow = allow(&field.ident);
    quote! {
        #doc
        #allow
        #[inline]
        pub fn #ident(self) -> ::core::result::Result<::core::option::Option<#ty>, runtime::view::FieldError> {
            self.known.#read
        }
    }
}

/// Allows the lints about accessors with conventional names, such as `iter`, since the vendor named the field.
fn allow(name: &str) -> TokenStream {
    let lints = match name {
        "clone" | "into_iter" | "neg" | "not" => quote!(clippy::should_implement_trait),
        "iter" | "iter_mut" => quote!(clippy::iter_not_returning_iterator),
        "new" => quote!(clippy::new_ret_no_self, clippy::wrong_self_convention),
        _ if name.starts_with("from_") || (name.starts_with("to_") && name.ends_with("_mut")) => {
            quote!(clippy::wrong_self_convention)
        }
        _ => return TokenStream::new(),
    };
    quote!(#[allow(#lints, reason = "the vendor named the field")])
}

/// The expression that reads a field. `first` is the number of its first key.
fn read(field: &Field, first: usize, sensitive: bool) -> TokenStream {
    let end = first + 1 + field.also.len();
    if end > MOST_NUMBERED {
        let masked = sensitive.then(|| quote!(.masked()));
        let names = tokens::slice(std::iter::once(&field.name).chain(&field.also));
        return quote!(fields() #masked.read_first(#names));
    }
    let (first, end) = (tokens::count(first), tokens::count(end));
    match (field.also.is_empty(), sensitive) {
        (true, false) => quote!(read(#first)),
        (true, true) => quote!(masked().read(#first)),
        (false, false) => quote!(read_first(#first..#end)),
        (false, true) => quote!(masked().read_first(#first..#end)),
    }
}

/// Whether the Rust type of a catalog's type borrows the body.
fn borrows(ty: &TypeExpr, vendor: &Vendor) -> bool {
    !matches!(vendor.types.resolved(ty), TypeExpr::Integer | TypeExpr::Boolean)
}

/// The Rust type of a catalog's type. `types` is the path of the module of declared types.
pub(super) fn rust_type(ty: &TypeExpr, vendor: &Vendor, types: &TokenStream) -> TokenStream {
    match vendor.types.resolved(ty) {
        TypeExpr::String | TypeExpr::DateTime => quote!(runtime::json::Text<'b>),
        TypeExpr::Integer => quote!(::core::primitive::i64),
        TypeExpr::Number => quote!(runtime::view::Number<'b>),
        TypeExpr::Boolean => quote!(::core::primitive::bool),
        TypeExpr::Object => quote!(runtime::view::Fields<'b>),
        // A union only has a Rust type if it has a name, which the checks ensure.
        TypeExpr::Any | TypeExpr::Union(_) => quote!(runtime::json::Json<'b>),
        TypeExpr::Named(name) => {
            let name = tokens::name(name);
            quote!(#types #name<'b>)
        }
        TypeExpr::List(element) => {
            let element = rust_type(element, vendor, types);
            quote!(runtime::view::List<'b, #element>)
        }
        TypeExpr::Map(value) => {
            let value = rust_type(value, vendor, types);
            quote!(runtime::view::Map<'b, #value>)
        }
    }
}
