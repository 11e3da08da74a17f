//! Emits the index of the vendors' modules, which includes their files from its own directory.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{Doc, link, prose};
use super::tokens;
use crate::model::Vendor;

/// Emits a module for each vendor, and the list of all vendors in the order of their names. If `features`, each vendor
/// is behind the cargo feature with its name.
pub(crate) fn emit(vendors: &[&Vendor], runtime: &TokenStream, features: bool) -> TokenStream {
    let condition = |vendor: &Vendor| {
        let name = &vendor.name;
        features.then(|| quote!(#[cfg(feature = #name)]))
    };
    let modules = vendors.iter().map(|vendor| {
        let (condition, module) = (condition(vendor), module(vendor));
        quote!(#condition #module)
    });
    let all = vendors.iter().map(|vendor| {
        let (condition, name) = (condition(vendor), tokens::name(&vendor.name));
        quote!(#condition #name::VENDOR)
    });
    quote! {
        #(#modules)*

        /// Every vendor, in the order of their names.
        pub static VENDORS: &[#runtime::Vendor<'static>] = &[#(#all),*];
    }
}

fn module(vendor: &Vendor) -> TokenStream {
    let mut doc = Doc::new(&format!("The errors of {}.", prose(&vendor.title)));
    let sources = vendor.sources_in_words(link, prose);
    doc.paragraph(&format!("Taken from {sources}, last compared on {}.", prose(&vendor.reviewed)));
    let name = tokens::name(&vendor.name);
    let file = format!("{}.rs", vendor.name);
    quote! {
        #doc
        pub mod #name {
            ::core::include!(#file);
        }
    }
}
