//! `transport`: what an HTTP status means that comes without a code.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{Doc, prose};
use crate::model::Vendor;

/// The function.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let title = prose(&vendor.title);
    let doc = Doc::new(&format!("What an HTTP status means that {title} answers without a code."));
    quote! {
        #doc
        #[must_use]
        #[inline]
        pub fn transport(http: u16) -> ::core::option::Option<&'static runtime::table::TransportError<'static>> {
            TRANSPORT.iter().find(|error| error.http == http)
        }
    }
}
