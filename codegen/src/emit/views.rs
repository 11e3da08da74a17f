//! A view: a struct that reads documented fields when it is asked for them.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use proc_macro2::TokenStream;
use quote::quote;

use super::Shared;
use super::code_doc::describe_field;
use super::data::number;
use super::doc::Doc;
use super::stencil::Stencil;
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
    pub(super) table: String,
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
    /// What has been made for other views.
    pub(super) shared: &'a Shared,
}

/// How many names of a view are numbered. The fields behind them, if ever there are so many, are looked for by name.
const MOST_NUMBERED: usize = 256;

/// How the views of a module are indented, and their accessors.
const INDENTATIONS: [&str; 2] = ["    ", "        "];

/// Writes the views of a module. Those that are alike but for names and texts are parsed and formatted once.
pub(super) struct Views<'a> {
    scope: Scope<'a>,
    structs: HashMap<Lifetime, Arc<Stencil<5>>>,
    accessors: HashMap<&'a TypeExpr, Arc<Stencil<3>>>,
    /// Why the first name that is none is none.
    wrong: Option<syn::Error>,
}

/// The lifetime that the accessors of a view need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Lifetime {
    Named,
    Elided,
    /// There are no accessors.
    None,
}

impl<'a> Views<'a> {
    /// None written yet.
    pub(super) fn new(scope: Scope<'a>) -> Self {
        Self { scope, structs: HashMap::new(), accessors: HashMap::new(), wrong: None }
    }

    /// Adds a view: the struct, its accessors, and what all views have.
    ///
    /// # Errors
    ///
    /// A name of a type is none.
    pub(super) fn write(&mut self, view: &View<'a>, text: &mut String) -> syn::Result<()> {
        let mut accessors = String::new();
        let mut names = 0;
        for (field, sensitive) in &view.fields {
            self.accessor(field, names, *sensitive, &mut accessors)?;
            names += self::names(field).count();
        }
        let count = number(names.min(MOST_NUMBERED));
        let lifetime = match &view.fields {
            fields if fields.iter().any(|(field, _)| borrows(&field.ty, self.scope.vendor)) => Lifetime::Named,
            fields if fields.is_empty() => Lifetime::None,
            _ => Lifetime::Elided,
        };
        let doc = view.doc.text(INDENTATIONS[0]);
        self.check(view.ident);
        if !self.structs.contains_key(&lifetime) {
            let Scope { runtime, shared, .. } = self.scope;
            let stencil = shared.structs.get(format!("{lifetime:?}"), || structure(lifetime, runtime))?;
            self.structs.insert(lifetime, stencil);
        }
        if let Some(stencil) = self.structs.get(&lifetime) {
            stencil.fill([&doc, view.ident, &count, &accessors, &view.table], text);
        }
        Ok(())
    }

    /// Adds the accessor of a field whose first name has this number.
    fn accessor(&mut self, field: &'a Field, number: usize, sensitive: bool, text: &mut String) -> syn::Result<()> {
        let mut doc = Doc::new(&describe_field(field));
        if sensitive {
            doc.paragraph("Can hold personal or secret data: errors do not show it.");
        }
        doc.paragraph("# Errors");
        doc.paragraph("The field has another type.");
        self.check(&field.ident);
        if !self.accessors.contains_key(&field.ty) {
            let Scope { runtime, shared, .. } = self.scope;
            let ty = rust_type(&field.ty, self.scope);
            let stencil = shared.fields.get(ty.to_string(), || accessor(&ty, runtime))?;
            self.accessors.insert(&field.ty, stencil);
        }
        if let Some(stencil) = self.accessors.get(&field.ty) {
            stencil.fill([&doc.text(INDENTATIONS[1]), &field.ident, &read(field, number, sensitive)], text);
        }
        Ok(())
    }

    fn check(&mut self, name: &str) {
        self.wrong = self.wrong.take().or_else(|| tokens::wrong_name(name));
    }

    /// What was wrong with any name.
    pub(super) fn finish(self) -> syn::Result<()> {
        self.wrong.map_or(Ok(()), Err)
    }
}

/// The struct of a view.
fn structure(lifetime: Lifetime, runtime: &TokenStream) -> syn::Result<Stencil<5>> {
    let accessors = match lifetime {
        Lifetime::Named => quote!(
            impl<'b> NAME<'b> {
                ACCESSORS!();
            }
        ),
        Lifetime::Elided => quote!(impl NAME<'_> { ACCESSORS!(); }),
        Lifetime::None => TokenStream::new(),
    };
    let code = quote! {
        mod views {
            DOC!();
            pub struct NAME<'b> {
                known: #runtime::view::Known<'b, COUNT>,
            }

            #accessors

            #runtime::__view!(NAME, TABLE);
        }
    };
    Stencil::new(code, 1, ["DOC", "NAME", "COUNT", "ACCESSORS", "TABLE"])
}

/// The accessor of a field of this type.
fn accessor(ty: &TokenStream, runtime: &TokenStream) -> syn::Result<Stencil<3>> {
    let code = quote! {
        mod views {
            impl<'b> View<'b> {
                DOC!();
                #[inline]
                pub fn NAME(
                    self,
                ) -> ::core::result::Result<::core::option::Option<#ty>, #runtime::view::FieldError> {
                    self.known.READ
                }
            }
        }
    };
    // Names of types, which stand in the code, have small letters among their capitals: none is a blank.
    Stencil::new(code, 2, ["DOC", "NAME", "READ"])
}

/// The names under which a field comes.
fn names(field: &Field) -> impl Iterator<Item = &String> {
    core::iter::once(&field.name).chain(&field.also)
}

/// How a field is read whose first name has this number.
fn read(field: &Field, first: usize, sensitive: bool) -> String {
    let end = first + 1 + field.also.len();
    let mut read = String::new();
    // Writing to a string never fails.
    let _ = match (field.also.is_empty(), sensitive) {
        _ if end > MOST_NUMBERED => {
            let masked = if sensitive { ".masked()" } else { "" };
            write!(read, "fields(){masked}.read_first(&{:?})", names(field).collect::<Vec<_>>())
        }
        (true, false) => write!(read, "read({first})"),
        (true, true) => write!(read, "read_masked({first})"),
        (false, false) => write!(read, "read_first({first}..{end})"),
        (false, true) => write!(read, "read_first_masked({first}..{end})"),
    };
    read
}

/// Whether what a type is in Rust borrows the body.
fn borrows(ty: &TypeExpr, vendor: &Vendor) -> bool {
    !matches!(vendor.resolved(ty), TypeExpr::Integer | TypeExpr::Boolean)
}

/// What a type of the catalog is in Rust.
pub(super) fn rust_type(ty: &TypeExpr, scope: Scope<'_>) -> TokenStream {
    let Scope { vendor, runtime, types, .. } = scope;
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
