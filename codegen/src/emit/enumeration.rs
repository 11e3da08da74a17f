//! Emits a fieldless enum, for codes, calls, ranges and digit values.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::Doc;
use super::tokens;

/// A variant and its documentation.
pub(super) struct Variant<'a> {
    /// Its name, a checked identifier.
    pub(super) ident: &'a str,
    /// Its documentation.
    pub(super) doc: Doc,
}

/// Emits the enum with this name (a checked identifier) and these variants, with `ALL` in their order.
pub(super) fn emit(ident: &str, doc: &Doc, debug: bool, variants: &[Variant<'_>]) -> TokenStream {
    let ident = tokens::name(ident);
    let debug = debug.then(|| quote!(Debug,));
    let repr = repr(variants.len());
    let docs = variants.iter().map(|variant| &variant.doc);
    let names: Vec<_> = variants.iter().map(|variant| tokens::name(variant.ident)).collect();
    quote! {
        #doc
        #[derive(Clone, Copy, #debug PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #repr
        pub enum #ident {
            #(#docs #names,)*
        }

        impl #ident {
            /// Every variant, in the order of the catalog.
            pub const ALL: &'static [Self] = &[#(Self::#names),*];
        }
    }
}

/// The smallest representation that fits. An enum without variants cannot have one.
fn repr(variants: usize) -> TokenStream {
    match variants {
        0 => TokenStream::new(),
        1..=0x100 => quote!(#[repr(u8)]),
        0x101..=0x1_0000 => quote!(#[repr(u16)]),
        _ => quote!(#[repr(u32)]),
    }
}
