//! `impl ErrorCode for Code`: the accessors under the names that all vendors share.

use proc_macro2::TokenStream;
use quote::quote;

use super::detail;
use crate::model::Vendor;

/// The implementation of the runtime's trait.
pub(super) fn emit(vendor: &Vendor, runtime: &TokenStream) -> TokenStream {
    let detail = detail::choose(vendor, runtime);
    let accessors = [
        ("as_str", quote!(&'static str)),
        ("name", quote!(&'static str)),
        ("section", quote!(&'static str)),
        ("statuses", quote!(&'static [#runtime::table::StatusRule<'static>])),
        ("kind", quote!(#runtime::Kind)),
        ("retry", quote!(#runtime::Retry<'static>)),
        ("audience", quote!(#runtime::Audience)),
        ("meaning", quote!(&'static str)),
        ("action", quote!(&'static str)),
        ("link", quote!(&'static str)),
    ];
    let methods = accessors.iter().map(|(name, ty)| {
        let name = super::tokens::name(name);
        quote! {
            fn #name(self) -> #ty {
                Self::#name(self)
            }
        }
    });
    quote! {
        impl #runtime::ErrorCode for Code {
            const ALL: &'static [Self] = Self::ALL;
            const READER: &'static #runtime::table::Reader<'static> = &READER;
            const VENDOR: &'static #runtime::table::Vendor<'static> = &VENDOR;

            #detail

            fn index(self) -> usize {
                self as usize
            }

            #(#methods)*
        }
    }
}
