//! Emits an enum for each class that looks at the digits of codes.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{self, Doc, prose};
use super::enumeration::{self, Variant};
use super::tokens;
use crate::model::{Class, ClassBy, Vendor};

/// Emits the enums of all such classes, and the methods of `Code` that return their values.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let classes = vendor.classes.iter().enumerate();
    classes
        .filter_map(|(index, class)| match class.by {
            ClassBy::Digits { width, start, len } => Some(emit_class(class, index, width, start.into(), len.into())),
            _ => None,
        })
        .collect()
}

/// Emits the enum of one class.
fn emit_class(class: &Class, index: usize, width: u8, first: u16, len: u16) -> TokenStream {
    let last = first + len;
    let mut doc = Doc::new(&format!("{}: {}", doc::code(&class.name), prose(&class.meaning)));
    doc.paragraph(&format!("In digits {} to {last} of a code.", first + 1));
    let variants: Vec<_> = class
        .values
        .iter()
        .map(|value| Variant {
            ident: &value.ident,
            doc: Doc::new(&format!("{}: {}", doc::code(&value.text), prose(&value.meaning))),
        })
        .collect();
    let enumeration = enumeration::emit(&class.ident, &doc, true, &variants);
    let of_code =
        Doc::new(&format!("{}; `None` if its digits have no name.", prose(class.meaning.trim_end_matches('.'))));
    let (ident, method) = (tokens::name(&class.ident), tokens::name(&class.name));
    let (start, end, width) = (tokens::number(first.into()), tokens::number(last.into()), tokens::number(width.into()));
    let table = tokens::name(&format!("CLASS_{index}_OF_CODES"));
    let index = tokens::count(index);
    quote! {
        #enumeration

        impl #ident {
            /// The value of a code, listed or not; `None` if the code has another width or these digits have no name.
            #[must_use]
            #[inline]
            pub fn of(code: &str) -> ::core::option::Option<Self> {
                if code.len() != #width || !code.bytes().all(|byte| byte.is_ascii_digit()) {
                    return ::core::option::Option::None;
                }
                let digits = code.get(#start..#end)?;
                Self::ALL.iter().copied().find(|value| value.digits() == digits)
            }

            /// The catalog's name.
            #[must_use]
            #[inline]
            pub const fn as_str(self) -> &'static str {
                tables::CLASSES[#index].values[self as usize].name
            }

            /// The digits.
            #[must_use]
            #[inline]
            pub const fn digits(self) -> &'static str {
                tables::CLASSES[#index].values[self as usize].text
            }

            /// What the value means.
            #[must_use]
            #[inline]
            pub const fn meaning(self) -> &'static str {
                tables::CLASSES[#index].values[self as usize].meaning
            }
        }

        impl ::core::fmt::Display for #ident {
            /// The catalog's name.
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl Code {
            #of_code
            #[must_use]
            #[inline]
            pub const fn #method(self) -> ::core::option::Option<#ident> {
                tables::#table[self as usize]
            }
        }
    }
}
