//! Emits `enum Operation`.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{self, Doc, prose};
use super::enumeration::{self, Variant};
use crate::model::Vendor;

/// Emits the enum and its methods; nothing if the vendor's page does not list codes by API call.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    if vendor.operations.is_empty() {
        return TokenStream::new();
    }
    let doc = Doc::new(&format!("The API calls of {}.", prose(&vendor.title)));
    let variants: Vec<_> = vendor
        .operations
        .iter()
        .map(|operation| Variant {
            ident: &operation.ident,
            doc: Doc::new(&format!("{}: {}", doc::code(&operation.key), prose(&operation.title))),
        })
        .collect();
    let operation = enumeration::emit("Operation", &doc, true, &variants);
    quote! {
        #operation

        impl Operation {
            /// The catalog's key.
            #[must_use]
            #[inline]
            pub const fn as_str(self) -> &'static str {
                tables::CALLS[self as usize].key
            }

            /// The heading of the vendor's page.
            #[must_use]
            #[inline]
            pub const fn title(self) -> &'static str {
                tables::CALLS[self as usize].title
            }

            /// The codes documented for the call, ascending.
            #[must_use]
            #[inline]
            pub const fn codes(self) -> &'static [Code] {
                tables::CODES_OF_CALLS[self as usize]
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
