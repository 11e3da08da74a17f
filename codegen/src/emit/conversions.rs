//! Emits conversions between codes and text.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{Doc, prose};
use crate::model::Vendor;

/// Emits the implementations of the standard traits that are not derived.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let listed = Doc::new(&format!("The code with this text, if {} lists it.", prose(&vendor.title)));
    quote! {
        impl ::core::fmt::Display for Code {
            /// The code as the vendor sends it.
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::fmt::Debug for Code {
            /// The name of the variant.
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl<'a> ::core::convert::TryFrom<&'a str> for Code {
            type Error = runtime::UnlistedCode<'a>;

            #listed
            #[inline]
            fn try_from(text: &'a str) -> ::core::result::Result<Self, runtime::UnlistedCode<'a>> {
                Self::from_wire(text).ok_or_else(|| runtime::UnlistedCode::new(text))
            }
        }

        runtime::__impl_from_str!(Code);
        runtime::__impl_render!(Code);
        runtime::__impl_serde!(Code);

        impl ::core::convert::From<Code> for &'static str {
            /// The code as the vendor sends it.
            #[inline]
            fn from(code: Code) -> Self {
                code.as_str()
            }
        }

        impl ::core::convert::AsRef<str> for Code {
            /// The code as the vendor sends it.
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
    }
}
