//! Emits the index of the vendors' modules, which includes their files from its own directory.

use proc_macro2::TokenStream;
use quote::quote;

use super::{tokens, vendor_page};
use crate::model::Vendor;

/// Emits a module for each vendor, and the list of all vendors in the order of their names. If `features`, each vendor
/// is behind the cargo feature with its name. `crate_name` is that of the crate that has the modules.
pub(crate) fn emit(
    vendors: &[&Vendor],
    runtime: &TokenStream,
    features: bool,
    crate_name: Option<&str>,
) -> TokenStream {
    let condition = |vendor: &Vendor| {
        let name = &vendor.name;
        features.then(|| quote!(#[cfg(feature = #name)]))
    };
    let modules = vendors.iter().map(|vendor| {
        let (condition, module) = (condition(vendor), module(vendor, crate_name));
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

fn module(vendor: &Vendor, crate_name: Option<&str>) -> TokenStream {
    let doc = vendor_page::describe(vendor, crate_name);
    let name = tokens::name(&vendor.name);
    let file = format!("{}.rs", vendor.name);
    quote! {
        #doc
        pub mod #name {
            ::core::include!(#file);
        }
    }
}
