//! `impl Code`: what is known of a code, from the tables.

use errors_tables::Lookup;
use proc_macro2::TokenStream;
use quote::quote;

use super::tokens;
use crate::model::generated_names::Method;
use crate::model::{CodeForm, Vendor};

/// Every method that the codes of this vendor have, but for those of classes of digits.
pub(super) fn emit(vendor: &Vendor, lookup: &Lookup<'_>) -> TokenStream {
    let methods = Method::ALL.iter().filter(|method| applies(**method, vendor)).map(|method| {
        let doc = method.doc();
        let function = function(*method, lookup);
        quote! {
            #(#[doc = #doc])*
            #[must_use]
            #[inline]
            pub #function
        }
    });
    quote!(impl Code { #(#methods)* })
}

/// Whether the codes of this vendor have the method.
fn applies(method: Method, vendor: &Vendor) -> bool {
    match method {
        Method::Number | Method::FromNumber => vendor.form != CodeForm::Text,
        Method::Operations | Method::StatusFor => !vendor.operations.is_empty(),
        Method::Range => vendor.ranges().next().is_some(),
        _ => true,
    }
}

/// The method's function, without its documentation and visibility.
fn function(method: Method, lookup: &Lookup<'_>) -> TokenStream {
    let name = tokens::name(method.name());
    let text = quote!(&'static str);
    match method {
        Method::AsStr => quote!(const fn #name(self) -> #text { tables::WIRE[self as usize] }),
        Method::Name => quote!(const fn #name(self) -> #text { tables::NAMES[self as usize] }),
        Method::Section => {
            quote!(const fn #name(self) -> #text { tables::SECTION_TITLES[tables::SECTIONS[self as usize] as usize] })
        }
        Method::Meaning => quote!(const fn #name(self) -> #text { tables::MEANINGS[self as usize] }),
        Method::Action => quote!(const fn #name(self) -> #text { tables::ACTIONS[self as usize] }),
        Method::Link => quote!(const fn #name(self) -> #text { tables::LINKS[self as usize] }),
        Method::Kind => quote!(const fn #name(self) -> runtime::Kind { tables::KINDS[self as usize] }),
        Method::Topic => quote! {
            const fn #name(self) -> ::core::option::Option<runtime::Topic> { tables::TOPICS[self as usize] }
        },
        Method::Retry => quote!(const fn #name(self) -> runtime::Retry<'static> { tables::RETRIES[self as usize] }),
        Method::Audience => quote!(const fn #name(self) -> runtime::Audience { tables::AUDIENCES[self as usize] }),
        Method::Deprecated => {
            quote!(const fn #name(self) -> ::core::option::Option<#text> { tables::DEPRECATED[self as usize] })
        }
        Method::ReplacedBy => quote! {
            const fn #name(self) -> ::core::option::Option<Self> {
                match tables::REPLACED_BY[self as usize] {
                    ::core::option::Option::Some(index) => ::core::option::Option::Some(Self::ALL[index as usize]),
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        },
        Method::Statuses => quote! {
            const fn #name(self) -> &'static [runtime::table::StatusRule<'static>] { tables::STATUSES[self as usize] }
        },
        Method::ItemStatuses => {
            quote!(const fn #name(self) -> &'static [u16] { tables::ITEM_STATUSES[self as usize] })
        }
        Method::Status => quote! {
            const fn #name(self) -> ::core::option::Option<u16> {
                match self.statuses() {
                    [first, ..] => ::core::option::Option::Some(first.http),
                    [] => ::core::option::Option::None,
                }
            }
        },
        Method::Messages => quote! {
            const fn #name(self) -> &'static [runtime::table::Wording<'static>] { tables::MESSAGES[self as usize] }
        },
        Method::Variants => quote! {
            const fn #name(self) -> &'static [runtime::table::Variant<'static>] { tables::VARIANTS[self as usize] }
        },
        Method::ParametersIn => quote! {
            fn #name(self, message: &str) -> ::core::option::Option<runtime::wording::Parameters<'_, 'static, &str>> {
                runtime::wording::parameters(self.messages(), message)
            }
        },
        Method::Fields => quote! {
            const fn #name(self) -> &'static [runtime::table::Field<'static>] { tables::FIELDS[self as usize] }
        },
        Method::Sensitive => {
            quote!(const fn #name(self) -> &'static [&'static str] { tables::SENSITIVE[self as usize] })
        }
        Method::FromWire => quote! {
            fn #name(text: &str) -> ::core::option::Option<Self> {
                tables::LOOKUP.find(&tables::WIRE, text).and_then(|index| Self::ALL.get(index).copied())
            }
        },
        Method::WithStatus => quote! {
            fn #name(http: u16) -> &'static [Self] {
                match tables::BY_STATUS.binary_search_by_key(&http, |entry| entry.0) {
                    ::core::result::Result::Ok(index) => tables::BY_STATUS[index].1,
                    ::core::result::Result::Err(_) => &[],
                }
            }
        },
        Method::Number => quote!(const fn #name(self) -> i64 { tables::NUMBERS[self as usize] }),
        Method::FromNumber => {
            let find = match lookup {
                Lookup::Number { .. } => quote!(tables::LOOKUP.find_number(number)),
                Lookup::Text { .. } | Lookup::Sorted(_) => {
                    quote!(tables::NUMBERS.iter().position(|&listed| listed == number))
                }
            };
            quote! {
                fn #name(number: i64) -> ::core::option::Option<Self> {
                    #find.and_then(|index| Self::ALL.get(index).copied())
                }
            }
        }
        Method::Operations => quote! {
            const fn #name(self) -> ::core::option::Option<&'static [Operation]> { tables::CALLS_OF_CODES[self as usize] }
        },
        Method::StatusFor => quote! {
            const fn #name(self, operation: Operation) -> ::core::option::Option<u16> {
                match tables::STATUSES_BY_CALL[self as usize][operation as usize] {
                    0 => ::core::option::Option::None,
                    http => ::core::option::Option::Some(http),
                }
            }
        },
        Method::Range => quote! {
            const fn #name(self) -> ::core::option::Option<Range> { tables::RANGES_OF_CODES[self as usize] }
        },
    }
}
