//! Emits `transport`, which looks up HTTP statuses that come without a code.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{Doc, prose};
use crate::model::Vendor;

/// Emits the function.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let title = prose(&vendor.title);
    let doc = Doc::new(&format!(
        "The meaning of an HTTP status that {title} sends without a code; `None` if it is not documented."
    ));
    quote! {
        #doc
        #[must_use]
        #[inline]
        pub fn transport(http: u16) -> ::core::option::Option<&'static runtime::table::TransportError<'static>> {
            TRANSPORT.iter().find(|error| error.http == http)
        }
    }
}
