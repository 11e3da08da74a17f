//! A fieldless enum: the shape of codes, calls, ranges and digit values.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::doc::Doc;
use super::tokens;

/// A variant and its documentation.
pub(super) struct Variant<'a> {
    /// Its checked name.
    pub(super) ident: &'a str,
    /// What it stands for.
    pub(super) doc: Doc,
}

/// The enum, with `ALL` in the order of the variants.
pub(super) fn emit(ident: &TokenTree, doc: &Doc, debug: bool, variants: &[Variant<'_>]) -> TokenStream {
    let names: Vec<_> = variants.iter().map(|variant| tokens::name(variant.ident)).collect();
    let docs = variants.iter().map(|variant| &variant.doc);
    let repr = repr(variants.len());
    let debug = debug.then(|| quote!(Debug,));
    quote! {
        #doc
        #[derive(Clone, Copy, #debug PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #repr
        pub enum #ident {
            #(#docs #names,)*
        }

        impl #ident {
            /// Every one, in the order of the catalog.
            pub const ALL: &'static [Self] = &[#(Self::#names),*];
        }
    }
}

/// The smallest representation that fits; none for an enum without variants, which may not have one.
fn repr(variants: usize) -> Option<TokenStream> {
    match variants {
        0 => None,
        1..=0x100 => Some(quote!(#[repr(u8)])),
        0x101..=0x1_0000 => Some(quote!(#[repr(u16)])),
        _ => Some(quote!(#[repr(u32)])),
    }
}
