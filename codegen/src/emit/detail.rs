//! `Detail` and the module `detail`: for each code with fields of its own, a view of them.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::Shared;
use super::data::number;
use super::doc::{self, Doc, prose};
use super::stencil::Stencil;
use super::tokens;
use super::views::{Scope, View, Views};
use crate::model::{Code, Field, Vendor};

/// The view of errors whose code has no fields of its own.
const OTHER: &str = "Other";

/// How variants are indented.
const INDENTATION: &str = "    ";

/// The enum and the module, as text.
///
/// # Errors
///
/// A name is none.
pub(super) fn emit(vendor: &Vendor, runtime: &TokenStream, shared: &Shared) -> syn::Result<String> {
    let views = views(vendor);
    let mut variants = String::new();
    for view in &views {
        let doc = match view.ident {
            OTHER => Doc::new("The code has no fields of its own, is not listed, or is missing."),
            code => Doc::new(&format!("The fields of [`Code::{code}`].")),
        };
        doc.write(INDENTATION, &mut variants);
        // Writing to a string never fails, here and below.
        let _ = writeln!(variants, "{INDENTATION}{0}(detail::{0}<'b>),", view.ident);
    }
    let types = quote!(super::types::);
    let mut structs = String::new();
    let mut writer = Views::new(Scope { vendor, runtime, types: &types, shared });
    views.iter().try_for_each(|view| writer.write(view, &mut structs))?;
    writer.finish()?;
    let mut text = String::new();
    let title = prose(&vendor.title);
    let mut doc = Doc::new(&format!("What an error of {title} says beyond its code and message."));
    doc.paragraph(
        "Codes that have fields of their own have a variant of their own, and later versions have more of them.",
    );
    let module_doc = Doc::new(&format!("The views that [`Detail`] of {title} holds."));
    module()?.fill([&doc.text(""), &variants, &module_doc.text(""), &structs], &mut text);
    Ok(text)
}

/// No text of a catalog stands in a stencil, since it could be taken for a blank.
fn module() -> syn::Result<Stencil<4>> {
    let code = quote! {
        DOC!();
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub enum Detail<'b> {
            VARIANTS,
        }

        MODULE_DOC!();
        #[allow(clippy::should_implement_trait, clippy::wrong_self_convention, reason = "the vendor named the fields")]
        pub mod detail {
            #[cfg(doc)]
            use super::{Code, Detail};

            VIEWS!();
        }
    };
    Stencil::new(code, 0, ["DOC", "VARIANTS", "MODULE_DOC", "VIEWS"])
}

/// What the trait of all codes wants to know: the enum, and which of its variants belongs to a code. The name `ARMS` stands
/// for the lines that [`arms`] gives.
pub(super) fn choose(vendor: &Vendor, runtime: &TokenStream) -> TokenStream {
    let other = tokens::name(OTHER);
    let other = quote!(Detail::#other(detail::#other::from(fields)));
    let (code, body) = if with_own_fields(vendor).next().is_none() {
        (quote!(_), other)
    } else {
        let arms = quote! {
            match code {
                ARMS => {}
                _ => #other,
            }
        };
        (quote!(code), arms)
    };
    quote! {
        type Detail<'b> = Detail<'b>;

        #[allow(clippy::too_many_lines, reason = "one for each code")]
        #[inline]
        fn detail(#code: ::core::option::Option<Self>, fields: #runtime::view::Fields<'_>) -> Detail<'_> {
            #body
        }
    }
}

/// The arms of the codes that have fields of their own. Their names are checked where their views are written.
pub(super) fn arms(vendor: &Vendor) -> String {
    let mut arms = String::new();
    for (_, Code { ident, .. }) in with_own_fields(vendor) {
        let _ = writeln!(
            arms,
            "            ::core::option::Option::Some(Code::{ident}) => Detail::{ident}(detail::{ident}::from(fields)),"
        );
    }
    arms
}

fn with_own_fields(vendor: &Vendor) -> impl Iterator<Item = (usize, &Code)> {
    vendor.codes.iter().enumerate().filter(|(_, code)| vendor.has_own_fields(code))
}

/// The views, that of all other codes at the end.
fn views(vendor: &Vendor) -> Vec<View<'_>> {
    let own = with_own_fields(vendor).map(|(index, code)| {
        let mut doc = Doc::new(&format!("The fields of [`Code::{}`].", code.ident));
        doc.paragraph(&format!("{}: {}", doc::code(&code.wire), prose(&code.meaning)));
        let is_sensitive = |field: &Field| code.sensitive.contains(&field.name);
        View {
            ident: &code.ident,
            doc,
            fields: code.fields.iter().map(|field| (field, is_sensitive(field))).collect(),
            table: format!("super::FIELDS[{}]", number(index)),
        }
    });
    let other = View {
        ident: OTHER,
        doc: Doc::new("The fields that every error may have, whatever its code."),
        fields: vendor.item_fields.iter().map(|field| (field, vendor.is_sensitive_item_field(&field.name))).collect(),
        table: "&super::ITEM_FIELDS".to_owned(),
    };
    own.chain(std::iter::once(other)).collect()
}
