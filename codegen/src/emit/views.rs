//! A view: a struct that reads documented fields when it is asked for them.

use proc_macro2::TokenStream;
use quote::quote;

use super::code_doc::describe_field;
use super::doc::Doc;
use super::tokens;
use crate::model::{Field, TypeExpr, Vendor};

/// A view to be written.
pub(super) struct View<'a> {
    /// Its checked name.
    pub(super) ident: &'a str,
    /// What it is.
    pub(super) doc: Doc,
    /// The fields that it reads, and whether each can hold personal or secret data.
    pub(super) fields: Vec<(&'a Field, bool)>,
    /// The table of these fields, as an expression.
    pub(super) table: TokenStream,
}

/// Where a view stands, and what it refers to.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// Whose view it is.
    pub(super) vendor: &'a Vendor,
    /// The path of the runtime crate.
    pub(super) runtime: &'a TokenStream,
    /// What stands before the name of a declared type: nothing within `types` itself.
    pub(super) types: &'a TokenStream,
}

/// How many names of a view are numbered. The fields behind them, if ever there are so many, are looked for by name.
const MOST_NUMBERED: usize = 256;

/// The struct, its accessors, and what all views have.
pub(super) fn emit(view: &View<'_>, scope: Scope<'_>) -> TokenStream {
    let View { doc, table, .. } = view;
    let ident = tokens::name(view.ident);
    let runtime = scope.runtime;
    let names = view.fields.iter().flat_map(|(field, _)| names(field)).take(MOST_NUMBERED).enumerate();
    let names = names.map(|(number, name)| {
        let number = tokens::count(number);
        quote!(#name => #number)
    });
    let names: Vec<_> = names.collect();
    let count = tokens::count(names.len());
    let accessors = (!view.fields.is_empty()).then(|| {
        let borrows = view.fields.iter().any(|(field, _)| borrows(&field.ty, scope.vendor));
        let head = if borrows { quote!(impl<'b> #ident<'b>) } else { quote!(impl #ident<'_>) };
        let mut number = 0;
        let accessors = view.fields.iter().map(|(field, sensitive)| {
            let first = number;
            number += 1 + field.also.len();
            accessor(field, first, *sensitive, scope)
        });
        quote!(#head { #(#accessors)* })
    });
    quote! {
        #doc
        #[derive(Clone, Copy)]
        pub struct #ident<'b> {
            known: #runtime::view::Known<'b, #count>,
        }

        #accessors

        #runtime::__view!(#ident, #table, [#(#names),*]);
    }
}

/// The names under which a field comes.
fn names(field: &Field) -> impl Iterator<Item = &String> {
    core::iter::once(&field.name).chain(&field.also)
}

/// The accessor of a field whose first name has this number.
fn accessor(field: &Field, number: usize, sensitive: bool, scope: Scope<'_>) -> TokenStream {
    let mut doc = Doc::new(&describe_field(field));
    if sensitive {
        doc.paragraph("Can hold personal or secret data: errors do not show it.");
    }
    doc.paragraph("# Errors");
    doc.paragraph("The field has another type.");
    let ident = tokens::name(&field.ident);
    let ty = rust_type(&field.ty, scope);
    let runtime = scope.runtime;
    let end = number + 1 + field.also.len();
    let (first, after) = (tokens::count(number), tokens::count(end));
    let read = if end > MOST_NUMBERED {
        let names = names(field);
        let masked = sensitive.then(|| quote!(.masked()));
        quote!(fields() #masked.read_first(&[#(#names),*]))
    } else {
        match (field.also.is_empty(), sensitive) {
            (true, false) => quote!(read(#first)),
            (true, true) => quote!(read_masked(#first)),
            (false, false) => quote!(read_first(#first..#after)),
            (false, true) => quote!(read_first_masked(#first..#after)),
        }
    };
    quote! {
        #doc
        #[inline]
        pub fn #ident(
            self,
        ) -> ::core::result::Result<::core::option::Option<#ty>, #runtime::view::FieldError> {
            self.known.#read
        }
    }
}

/// Whether what a type is in Rust borrows the body.
fn borrows(ty: &TypeExpr, vendor: &Vendor) -> bool {
    !matches!(vendor.resolved(ty), TypeExpr::Integer | TypeExpr::Boolean)
}

/// What a type of the catalog is in Rust.
pub(super) fn rust_type(ty: &TypeExpr, scope: Scope<'_>) -> TokenStream {
    let Scope { vendor, runtime, types } = scope;
    match vendor.resolved(ty) {
        TypeExpr::String | TypeExpr::DateTime => quote!(#runtime::json::Text<'b>),
        TypeExpr::Integer => quote!(::core::primitive::i64),
        TypeExpr::Number => quote!(#runtime::view::Number<'b>),
        TypeExpr::Boolean => quote!(::core::primitive::bool),
        TypeExpr::Object => quote!(#runtime::view::Fields<'b>),
        // Several types have no Rust type without a name; the checks see to it that they have one.
        TypeExpr::Any | TypeExpr::Union(_) => quote!(#runtime::json::Json<'b>),
        TypeExpr::Named(name) => {
            let name = tokens::name(name);
            quote!(#types #name<'b>)
        }
        TypeExpr::List(element) => {
            let element = rust_type(element, scope);
            quote!(#runtime::view::List<'b, #element>)
        }
        TypeExpr::Map(value) => {
            let value = rust_type(value, scope);
            quote!(#runtime::view::Map<'b, #value>)
        }
    }
}
