//! `read`, and the types that it returns.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{Doc, prose};
use crate::model::Vendor;

/// The aliases and the function.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let title = prose(&vendor.title);
    let response = Doc::new(&format!("What a body of {title} says."));
    let item = Doc::new(&format!("One error in a body of {title}."));
    let mut read =
        Doc::new(&format!("Reads a body of {title}. This never fails: the response says what became of it."));
    read.paragraph("The HTTP status may be unknown: `None`. The body is borrowed, and nothing is allocated.");
    quote! {
        #response
        pub type Response<'b> = runtime::Response<'b, Code>;

        #item
        pub type ErrorItem<'b> = runtime::ErrorItem<'b, Code>;

        #read
        #[must_use = "reading a body does nothing else"]
        pub fn read<B: ::core::convert::AsRef<[u8]> + ?::core::marker::Sized>(
            status: impl ::core::convert::Into<runtime::Status>,
            body: &B,
        ) -> Response<'_> {
            Response::read(status, body)
        }
    }
}
