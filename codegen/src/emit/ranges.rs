//! Emits `enum Range`.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{self, Doc, prose};
use super::enumeration::{self, Variant};
use crate::model::Vendor;

/// Emits the enum and its methods; nothing for a vendor without named ranges.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let ranges: Vec<_> = vendor.ranges().collect();
    if ranges.is_empty() {
        return TokenStream::new();
    }
    let doc = Doc::new(&format!("The named ranges of the codes of {}.", prose(&vendor.title)));
    let variants: Vec<_> = ranges
        .iter()
        .map(|(range, from, to)| Variant {
            ident: &range.ident,
            doc: Doc::new(&format!("{}, {} to {}: {}", doc::code(&range.name), from, to, prose(&range.meaning))),
        })
        .collect();
    let range = enumeration::emit("Range", &doc, true, &variants);
    quote! {
        #range

        impl Range {
            /// The narrowest range that contains a code, listed or not.
            #[must_use]
            #[inline]
            pub fn of(number: i64) -> ::core::option::Option<Self> {
                let holds = |range: &Self| {
                    let (from, to) = range.bounds();
                    (from..=to).contains(&number)
                };
                tables::NARROWEST_FIRST.iter().copied().find(holds)
            }

            /// The catalog's name.
            #[must_use]
            #[inline]
            pub const fn as_str(self) -> &'static str {
                tables::CLASSES[self as usize].name
            }

            /// The first and the last code.
            #[must_use]
            #[inline]
            pub const fn bounds(self) -> (i64, i64) {
                tables::RANGES[self as usize]
            }

            /// What its codes are about.
            #[must_use]
            #[inline]
            pub const fn meaning(self) -> &'static str {
                tables::CLASSES[self as usize].meaning
            }
        }

        impl ::core::fmt::Display for Range {
            /// The catalog's name.
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    }
}
