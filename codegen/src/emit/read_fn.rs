//! Emits `read`, and the types that it returns.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{Doc, prose};
use crate::model::Vendor;

/// Emits the type aliases and the functions.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let title = prose(&vendor.title);
    let response = Doc::new(&format!("A response of {title}."));
    let item = Doc::new(&format!("One error in a body of {title}."));
    let mut read = Doc::new(&format!(
        "Reads a body of {title}. This never fails: the response says whether the body could be read."
    ));
    read.paragraph("The HTTP status may be unknown: `None`. The body is borrowed, and nothing is allocated.");
    let mut with_headers = Doc::new("As [`read()`], with the headers of the response.");
    with_headers
        .paragraph("`headers` returns the value of the header with a name, ignoring case; `None` if it is missing.");
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

        #with_headers
        #[must_use = "reading a body does nothing else"]
        pub fn read_with_headers<'b, B: ::core::convert::AsRef<[u8]> + ?::core::marker::Sized>(
            status: impl ::core::convert::Into<runtime::Status>,
            headers: impl ::core::ops::FnMut(&str) -> ::core::option::Option<&'b str>,
            body: &'b B,
        ) -> Response<'b> {
            Response::read_with_headers(status, headers, body)
        }
    }
}
