//! Emits `impl Code`, whose methods read the attributes of a code from the tables.

use errors_tables::Lookup;
use proc_macro2::TokenStream;
use quote::quote;

use super::tokens;
use crate::model::generated_names::Method;
use crate::model::{CodeForm, Vendor};

/// Emits the methods of the vendor's codes, except those for classes of digits.
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

/// What the method returns, and the table that has it for each code; `None` for a method that does more than look there.
fn column(method: Method) -> Option<(TokenStream, &'static str)> {
    let text = quote!(&'static str);
    Some(match method {
        Method::AsStr => (text, "WIRE"),
        Method::Name => (text, "NAMES"),
        Method::Meaning => (text, "MEANINGS"),
        Method::Action => (text, "ACTIONS"),
        Method::Link => (text, "LINKS"),
        Method::Kind => (quote!(runtime::Kind), "KINDS"),
        Method::Topic => (quote!(runtime::Topic), "TOPICS"),
        Method::Retry => (quote!(runtime::Retry<'static>), "RETRIES"),
        Method::Audience => (quote!(runtime::Audience), "AUDIENCES"),
        Method::Deprecated => (quote!(::core::option::Option<&'static str>), "DEPRECATED"),
        Method::Statuses => (quote!(&'static [runtime::table::StatusRule<'static>]), "STATUSES"),
        Method::ItemStatuses => (quote!(&'static [u16]), "ITEM_STATUSES"),
        Method::Messages => (quote!(&'static [runtime::table::Wording<'static>]), "MESSAGES"),
        Method::Variants => (quote!(&'static [runtime::table::Variant<'static>]), "VARIANTS"),
        Method::Fields => (quote!(&'static [runtime::table::Field<'static>]), "FIELDS"),
        Method::Sensitive => (quote!(&'static [&'static str]), "SENSITIVE"),
        Method::Number => (quote!(i64), "NUMBERS"),
        _ => return None,
    })
}

/// The method's function, without its documentation and visibility.
fn function(method: Method, lookup: &Lookup<'_>) -> TokenStream {
    let name = tokens::name(method.name());
    if let Some((ty, table)) = column(method) {
        let table = tokens::name(table);
        return quote!(const fn #name(self) -> #ty { tables::#table[self as usize] });
    }
    let text = quote!(&'static str);
    match method {
        Method::Section => {
            quote!(const fn #name(self) -> #text { tables::SECTION_TITLES[tables::SECTIONS[self as usize] as usize] })
        }
        Method::ReplacedBy => quote! {
            const fn #name(self) -> ::core::option::Option<Self> {
                match tables::REPLACED_BY[self as usize] {
                    ::core::option::Option::Some(index) => ::core::option::Option::Some(Self::ALL[index as usize]),
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        },
        Method::Status => quote! {
            const fn #name(self) -> ::core::option::Option<u16> {
                match self.statuses() {
                    [first, ..] => ::core::option::Option::Some(first.http),
                    [] => ::core::option::Option::None,
                }
            }
        },
        Method::ParametersIn => quote! {
            fn #name(self, message: &str) -> ::core::option::Option<runtime::wording::Parameters<'_, 'static, &str>> {
                runtime::wording::parameters(self.messages(), message)
            }
        },
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
        // Those of a column.
        _ => TokenStream::new(),
    }
}
