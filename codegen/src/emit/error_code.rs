//! `impl ErrorCode for Code`: the accessors under the names that all vendors share.

use proc_macro2::TokenStream;
use quote::quote;

use super::stencil::Stencil;
use super::{Shared, detail, tokens};
use crate::model::{CodeForm, Vendor};

/// The implementation of the runtime's trait, as text.
///
/// # Errors
///
/// A name is none.
pub(super) fn emit(vendor: &Vendor, runtime: &TokenStream, shared: &Shared) -> syn::Result<String> {
    let form = form(&vendor.form, &quote!(#runtime::table));
    let detail = detail::choose(vendor, runtime);
    // No text of a catalog is in either.
    let stencil = shared.error_codes.get(format!("{form} {detail}"), || stencil(&form, &detail, runtime))?;
    let mut text = String::new();
    stencil.fill([&format!("{:?}", vendor.name), &detail::arms(vendor)], &mut text);
    Ok(text)
}

/// The implementation for codes of this form with this way to choose their view.
fn stencil(form: &TokenStream, detail: &TokenStream, runtime: &TokenStream) -> syn::Result<Stencil<2>> {
    let accessors = [
        ("as_str", quote!(&'static str)),
        ("name", quote!(&'static str)),
        ("section", quote!(&'static str)),
        ("statuses", quote!(&'static [#runtime::table::StatusRule<'static>])),
        ("messages", quote!(&'static [#runtime::table::Wording<'static>])),
        ("fields", quote!(&'static [#runtime::table::Field<'static>])),
        ("sensitive", quote!(&'static [&'static str])),
        ("kind", quote!(#runtime::Kind)),
        ("retry", quote!(#runtime::Retry<'static>)),
        ("audience", quote!(#runtime::Audience)),
        ("meaning", quote!(&'static str)),
        ("action", quote!(&'static str)),
        ("link", quote!(&'static str)),
    ];
    let methods = accessors.iter().map(|(name, ty)| {
        let name = tokens::name(name);
        quote! {
            #[inline]
            fn #name(self) -> #ty {
                Self::#name(self)
            }
        }
    });
    let code = quote! {
        impl #runtime::ErrorCode for Code {
            const ALL: &'static [Self] = Self::ALL;
            const VENDOR_NAME: &'static str = NAME_OF_VENDOR;
            const FORM: #runtime::table::CodeForm<'static> = #form;
            const READER: &'static #runtime::table::Reader<'static> = &READER;
            const VENDOR: #runtime::Vendor<'static> = VENDOR;

            #detail

            #[inline]
            fn index(self) -> usize {
                self as usize
            }

            #(#methods)*
        }
    };
    Stencil::new(code, 0, ["NAME_OF_VENDOR", "ARMS"])
}

/// What a code looks like, apart from `VENDOR`: who asks for it alone does not get the texts of all codes with it.
fn form(form: &CodeForm, table: &TokenStream) -> TokenStream {
    match form {
        CodeForm::Text { .. } => quote!(#table::CodeForm::Text),
        CodeForm::Integer { .. } => quote!(#table::CodeForm::Integer { ranges: &RANGES }),
        CodeForm::Digits { width, .. } => {
            let width = tokens::number((*width).into());
            quote!(#table::CodeForm::Digits { width: #width, groups: &GROUPS })
        }
    }
}
