//! `enum Operation`: the vendor's calls, and what codes have to do with them.

use proc_macro2::TokenStream;
use quote::quote;

use super::data::{Data, Variant, codes, number, option, slice};
use super::doc::{self, Doc, prose};
use super::tokens;
use crate::model::{Code, Vendor};

/// The enum, its texts, and the methods of `Code` that name calls; nothing where the vendor's page does not tell codes
/// apart by call.
pub(super) fn emit(vendor: &Vendor, runtime: &TokenStream, data: &mut Data<'_>) -> TokenStream {
    if vendor.operations.is_empty() {
        return TokenStream::new();
    }
    let variants: Vec<_> = vendor
        .operations
        .iter()
        .map(|operation| Variant {
            ident: &operation.ident,
            doc: Doc::new(&format!("{}: {}", doc::code(&operation.key), prose(&operation.title))),
        })
        .collect();
    let doc = Doc::new(&format!("The calls of {}.", prose(&vendor.title)));
    data.enumeration("Operation", &doc, true, &variants);
    let methods = methods();
    let of_codes = of_codes();
    tables(vendor, data);
    let calls = calls(vendor, runtime);
    quote! {
        #methods
        #of_codes
        #calls
    }
}

fn methods() -> TokenStream {
    quote! {
        impl Operation {
            /// The catalog's key.
            #[must_use]
            #[inline]
            pub const fn as_str(self) -> &'static str {
                CALLS[self as usize].key
            }

            /// The heading of the vendor's page.
            #[must_use]
            #[inline]
            pub const fn title(self) -> &'static str {
                CALLS[self as usize].title
            }

            /// The codes documented for the call, ascending.
            #[must_use]
            #[inline]
            pub const fn codes(self) -> &'static [Code] {
                CODES_OF_CALLS[self as usize]
            }

            /// The call with this key.
            #[must_use]
            #[inline]
            pub fn from_key(key: &str) -> ::core::option::Option<Self> {
                Self::ALL.iter().copied().find(|call| call.as_str() == key)
            }
        }

        impl ::core::fmt::Display for Operation {
            /// The catalog's key.
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    }
}

fn of_codes() -> TokenStream {
    quote! {
        impl Code {
            /// The calls that answer it, ascending; `None` where the vendor does not say.
            #[must_use]
            #[inline]
            pub const fn operations(self) -> ::core::option::Option<&'static [Operation]> {
                CALLS_OF_CODES[self as usize]
            }

            /// The HTTP status documented for a call; `None` where the call does not answer the code, or without one.
            #[must_use]
            #[inline]
            pub const fn status_for(self, operation: Operation) -> ::core::option::Option<u16> {
                match STATUSES_BY_CALL[self as usize][operation as usize] {
                    0 => ::core::option::Option::None,
                    http => ::core::option::Option::Some(http),
                }
            }
        }
    }
}

/// The calls themselves.
fn calls(vendor: &Vendor, runtime: &TokenStream) -> TokenStream {
    let count = tokens::count(vendor.operations.len());
    let headings = vendor.operations.iter().map(|operation| {
        let (key, title) = (&operation.key, &operation.title);
        quote!(#runtime::table::Operation { key: #key, title: #title })
    });
    quote!(static CALLS: [#runtime::table::Operation<'static>; #count] = [#(#headings),*];)
}

/// What each call has to do with each code.
fn tables(vendor: &Vendor, data: &mut Data<'_>) {
    let calls = vendor.operations.len();
    let codes_of_calls = (0..calls).map(|call| {
        let names_call = |code: &Code| code.operations.as_ref().is_some_and(|calls| calls.contains(&call));
        let answered = vendor.codes.iter().enumerate().filter(|(_, code)| names_call(code)).map(|(index, _)| index);
        codes(&answered.collect::<Vec<_>>(), vendor)
    });
    data.table("CODES_OF_CALLS", "&[Code]", &codes_of_calls.collect::<Vec<_>>());
    let calls_of_codes = vendor.codes.iter().map(|code| {
        let names = |calls: &[usize]| {
            let operations = calls.iter().filter_map(|&call| vendor.operations.get(call));
            slice(&operations.map(|operation| format!("Operation::{}", operation.ident)).collect::<Vec<_>>())
        };
        option(code.operations.as_deref().map(names))
    });
    data.shared(
        "CALLS_OF_CODES",
        "::core::option::Option<&[Operation]>",
        &calls_of_codes.collect::<Vec<_>>(),
        String::clone,
    );
    let statuses = vendor.codes.iter().map(|code| {
        let statuses: Vec<_> = (0..calls).map(|call| status_for(code, call).to_string()).collect();
        format!("[{}]", statuses.join(", "))
    });
    data.table("STATUSES_BY_CALL", &format!("[u16; {}]", number(calls)), &statuses.collect::<Vec<_>>());
}

/// The first status whose rule holds for the call; 0 without one.
fn status_for(code: &Code, call: usize) -> u16 {
    let answers = code.operations.as_ref().is_none_or(|calls| calls.contains(&call));
    let holds = |calls: &Option<Vec<usize>>| calls.as_ref().is_none_or(|calls| calls.contains(&call));
    let rule = code.statuses.iter().find(|rule| answers && holds(&rule.operations));
    rule.map_or(0, |rule| rule.http)
}
