//! A fieldless enum: the shape of codes, calls, ranges and digit values.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::Doc;
use super::tokens;

/// A variant and its documentation.
pub(super) struct Variant<'a> {
    /// Its checked name.
    pub(super) ident: &'a str,
    /// Its documentation.
    pub(super) doc: Doc,
}

/// The enum of this checked name, with `ALL` in the order of the variants.
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

/// The smallest representation that fits; none for an enum without variants, which may not have one.
fn repr(variants: usize) -> TokenStream {
    match variants {
        0 => TokenStream::new(),
        1..=0x100 => quote!(#[repr(u8)]),
        0x101..=0x1_0000 => quote!(#[repr(u16)]),
        _ => quote!(#[repr(u32)]),
    }
}
