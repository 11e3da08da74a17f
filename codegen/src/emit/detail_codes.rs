//! Emits `enum DetailCode`.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{self, Doc, prose};
use super::enumeration::{self, Variant};
use crate::model::{DetailCode, Vendor};

/// Emits the enum and its methods; nothing for a vendor without detail codes.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    if vendor.detail_codes.is_empty() {
        return TokenStream::new();
    }
    let mut doc = Doc::new(&format!("The detail codes of {}, which refine its codes.", prose(&vendor.title)));
    doc.paragraph("The vendor may send others. They have no `DetailCode`, but their text is available.");
    let variants: Vec<_> = vendor
        .detail_codes
        .iter()
        .map(|detail| Variant { ident: &detail.ident, doc: describe(detail, vendor) })
        .collect();
    let enumeration = enumeration::emit("DetailCode", &doc, true, &variants);
    quote! {
        #enumeration

        impl DetailCode {
            /// The text as the vendor sends it.
            #[must_use]
            #[inline]
            pub const fn as_str(self) -> &'static str {
                tables::DETAIL_CODES[self as usize].wire
            }

            /// What the detail code means.
            #[must_use]
            #[inline]
            pub const fn meaning(self) -> &'static str {
                tables::DETAIL_CODES[self as usize].meaning
            }

            /// The code that it refines; `None` if it means the same with every code.
            #[must_use]
            #[inline]
            pub const fn code(self) -> ::core::option::Option<Code> {
                match tables::DETAIL_CODES[self as usize].code {
                    ::core::option::Option::Some(index) => ::core::option::Option::Some(Code::ALL[index as usize]),
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        }

        impl ::core::fmt::Display for DetailCode {
            /// The text as the vendor sends it.
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        runtime::__impl_serialize!(DetailCode);
    }
}

/// Emits the items of the trait `ErrorCode` about detail codes: the enum, and which of its variants has an index.
pub(super) fn choose(vendor: &Vendor) -> TokenStream {
    let (ty, index, body) = if vendor.detail_codes.is_empty() {
        (quote!(::core::convert::Infallible), quote!(_), quote!(::core::option::Option::None))
    } else {
        (quote!(DetailCode), quote!(index), quote!(DetailCode::ALL.get(index).copied()))
    };
    quote! {
        type DetailCode = #ty;

        #[inline]
        fn detail_code(#index: usize) -> ::core::option::Option<Self::DetailCode> {
            #body
        }
    }
}

/// Everything that the catalog says about a detail code.
fn describe(detail: &DetailCode, vendor: &Vendor) -> Doc {
    let mut doc = Doc::new(&format!("{}: {}", doc::code(&detail.wire), prose(&detail.meaning)));
    let advised = &detail.advised;
    if let Some(action) = &advised.action {
        doc.paragraph(&format!("What to do: {}", prose(action)));
    }
    doc.gap();
    let code = detail.code.as_ref().and_then(|wire| vendor.codes.iter().find(|code| code.wire == *wire));
    match code {
        Some(code) => doc.line(&format!("- refines [`{0}`](Code::{0})", code.ident)),
        None => doc.line("- refines any code"),
    }
    if let Some(kind) = advised.kind {
        doc.line(&format!("- kind: `{}`", kind.as_str()));
    }
    if let Some(topic) = advised.topic {
        doc.line(&format!("- topic: `{}`", topic.as_str()));
    }
    if let Some(retry) = &advised.retry {
        doc.line(&format!("- retry: `{}`. {}", retry.advice.as_str(), prose(&retry.reason)));
    }
    if let Some(audience) = advised.audience {
        doc.line(&format!("- audience: {}", audience.as_str()));
    }
    doc
}
