//! Emits `VENDOR`, with everything that the catalog says, for tools that handle any vendor.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{Doc, prose};
use crate::model::Vendor;

/// Emits the constant, and the public tables.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let doc = Doc::new(&format!("Everything that the catalog says about {}.", prose(&vendor.title)));
    quote! {
        pub use tables::{READER, TRANSPORT};

        #doc
        pub const VENDOR: runtime::Vendor<'static> = runtime::Vendor::new(&tables::VENDOR);
    }
}
