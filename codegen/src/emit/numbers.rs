//! Codes as numbers, for integer codes and digits.

use proc_macro2::TokenStream;
use quote::quote;

use super::data::{Data, number};
use crate::lower::Lookup;
use crate::model::{CodeForm, Vendor};

/// The numbers of the codes and the methods over them; nothing for codes of text.
pub(super) fn emit(vendor: &Vendor, lookup: &Lookup, data: &mut Data<'_>) -> TokenStream {
    if matches!(vendor.form, CodeForm::Text { .. }) {
        return TokenStream::new();
    }
    // The model holds codes of these forms only as numbers within `i64`.
    let numbers = vendor.codes.iter().map(|code| number(code.wire.parse::<i64>().unwrap_or_default()));
    data.table("NUMBERS", "i64", &numbers.collect::<Vec<_>>());
    let find = match lookup {
        Lookup::Number { .. } => quote!(LOOKUP.find_number(number)),
        Lookup::Text { .. } | Lookup::Sorted(_) => quote!(NUMBERS.iter().position(|&listed| listed == number)),
    };
    quote! {
        impl Code {
            /// The code as a number.
            #[must_use]
            #[inline]
            pub const fn number(self) -> i64 {
                NUMBERS[self as usize]
            }

            /// The code with this number.
            #[must_use]
            #[inline]
            pub fn from_number(number: i64) -> ::core::option::Option<Self> {
                #find.and_then(|index| Self::ALL.get(index).copied())
            }
        }
    }
}
