//! HTTP statuses that come without a code.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{Doc, prose};
use super::tokens;
use crate::model::{Transport, Vendor};

/// `TRANSPORT` and `transport`.
pub(super) fn emit(vendor: &Vendor, runtime: &TokenStream) -> TokenStream {
    let title = prose(&vendor.title);
    let table = Doc::new(&format!("The HTTP statuses that {title} answers without a code."));
    let find = Doc::new(&format!("What an HTTP status means that {title} answers without a code."));
    let entries = tokens::slice(vendor.transport.iter().map(|error| entry(error, runtime)));
    quote! {
        #table
        pub static TRANSPORT: &[#runtime::table::TransportError<'static>] = #entries;

        #find
        #[must_use]
        #[inline]
        pub fn transport(http: u16) -> ::core::option::Option<&'static #runtime::table::TransportError<'static>> {
            TRANSPORT.iter().find(|error| error.http == http)
        }
    }
}

fn entry(error: &Transport, runtime: &TokenStream) -> TokenStream {
    let Transport { name, meaning, action, .. } = error;
    let http = tokens::number(error.http.into());
    let kind = tokens::kind(error.kind, runtime);
    let retry = tokens::retry(&error.retry, runtime);
    let audience = tokens::audience(error.audience, runtime);
    quote! {
        #runtime::table::TransportError {
            http: #http,
            name: #name,
            meaning: #meaning,
            action: #action,
            kind: #kind,
            retry: #retry,
            audience: #audience,
        }
    }
}
