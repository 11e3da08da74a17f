//! What the positions of a code of digits say: an enum for each group.

use proc_macro2::TokenStream;
use quote::quote;

use super::data::{Data, Variant, number, option};
use super::doc::{self, Doc, prose};
use super::tokens;
use crate::model::{Code, CodeForm, DigitGroup, Vendor};

/// The enums of all groups, and the methods of `Code` that lead to them; nothing for codes of other forms.
pub(super) fn emit(vendor: &Vendor, runtime: &TokenStream, data: &mut Data<'_>) -> TokenStream {
    let CodeForm::Digits { width, structure, .. } = &vendor.form else { return TokenStream::new() };
    let groups: Vec<_> =
        structure.iter().enumerate().map(|(index, group)| emit_group(group, index, *width, data)).collect();
    let entries = structure.iter().map(|group| entry(group, runtime));
    let group_count = tokens::count(structure.len());
    if !structure.is_empty() {
        let of_codes = vendor.codes.iter().map(|code| {
            let values: Vec<_> = structure.iter().map(|group| option(value_of(group, code).map(number))).collect();
            format!("[{}]", values.join(", "))
        });
        let entry = format!("[::core::option::Option<u32>; {}]", number(structure.len()));
        data.shared("GROUPS_OF_CODES", &entry, &of_codes.collect::<Vec<_>>(), String::clone);
    }
    quote! {
        #(#groups)*
        static GROUPS: [#runtime::table::DigitGroup<'static>; #group_count] = [#(#entries),*];
    }
}

/// The enum of one group.
fn emit_group(group: &DigitGroup, index: usize, width: u8, data: &mut Data<'_>) -> TokenStream {
    let ident = tokens::name(&group.ident);
    let mut doc = Doc::new(&format!("{}: {}", doc::code(&group.name), prose(&group.meaning)));
    let (start, len) = (u16::from(group.start), u16::from(group.len));
    doc.paragraph(&format!("Told by digits {} to {} of a code.", start + 1, start + len));
    let variants: Vec<_> = group
        .values
        .iter()
        .map(|value| Variant {
            ident: &value.ident,
            doc: Doc::new(&format!("{}: {}", doc::code(&value.digits), prose(&value.meaning))),
        })
        .collect();
    data.enumeration(&group.ident, &doc, true, &variants);
    let index = tokens::count(index);
    let methods = methods(group, &index, width);
    let method = tokens::name(&group.name);
    let of_code = Doc::new(&format!("{}; `None` where its digits have no name.", prose(&group.meaning)));
    quote! {
        impl #ident {
            #methods
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
                match GROUPS_OF_CODES[self as usize][#index] {
                    ::core::option::Option::Some(value) => ::core::option::Option::Some(#ident::ALL[value as usize]),
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        }
    }
}

fn methods(group: &DigitGroup, index: &proc_macro2::TokenTree, width: u8) -> TokenStream {
    let start = tokens::number(group.start.into());
    let end = tokens::number((u16::from(group.start) + u16::from(group.len)).into());
    let width = tokens::number(width.into());
    quote! {
        /// What a code says, listed or not; `None` where it has another width, or these digits have no name.
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
            GROUPS[#index].values[self as usize].name
        }

        /// The digits.
        #[must_use]
        #[inline]
        pub const fn digits(self) -> &'static str {
            GROUPS[#index].values[self as usize].digits
        }

        /// What the value means.
        #[must_use]
        #[inline]
        pub const fn meaning(self) -> &'static str {
            GROUPS[#index].values[self as usize].meaning
        }
    }
}

/// The group as the tables have it.
fn entry(group: &DigitGroup, runtime: &TokenStream) -> TokenStream {
    let DigitGroup { name, meaning, .. } = group;
    let start = tokens::number(group.start.into());
    let len = tokens::number(group.len.into());
    let values = tokens::slice(group.values.iter().map(|value| {
        let (digits, name, meaning) = (&value.digits, &value.name, &value.meaning);
        let success = tokens::option(value.success);
        let advised = tokens::advised(&value.advised, runtime);
        quote! {
            #runtime::table::DigitValue {
                digits: #digits, name: #name, meaning: #meaning, success: #success, advised: #advised,
            }
        }
    }));
    quote! {
        #runtime::table::DigitGroup { name: #name, start: #start, len: #len, meaning: #meaning, values: #values }
    }
}

/// The index of the value that a code has.
fn value_of(group: &DigitGroup, code: &Code) -> Option<usize> {
    let start = usize::from(group.start);
    let digits = code.wire.get(start..start + usize::from(group.len))?;
    group.values.iter().position(|value| value.digits == digits)
}
