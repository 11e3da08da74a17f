//! Emits `impl ErrorCode for Code`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{detail, detail_codes, tokens};
use crate::model::Vendor;
use crate::model::generated_names::Method;

/// Emits the implementation of the runtime's trait.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let name = &vendor.name;
    let detail = detail::choose(vendor);
    let detail_code = detail_codes::choose(vendor);
    let methods = shared().into_iter().map(|(method, ty)| {
        let name = tokens::name(method.name());
        quote! {
            #[inline]
            fn #name(self) -> #ty {
                Self::#name(self)
            }
        }
    });
    quote! {
        impl runtime::ErrorCode for Code {
            const ALL: &'static [Self] = Self::ALL;
            const VENDOR_NAME: &'static str = #name;
            const FORM: runtime::table::CodeForm = tables::FORM;
            const CLASSES: &'static [runtime::table::Class<'static>] = &tables::CLASSES;
            const READER: &'static runtime::table::Reader<'static> = &READER;
            const VENDOR: runtime::Vendor<'static> = VENDOR;

            const DETAIL_CODES: &'static [runtime::table::DetailCode<'static>] = &tables::DETAIL_CODES;

            #detail_code

            #detail

            #[inline]
            fn index(self) -> usize {
                self as usize
            }

            #(#methods)*
        }
    }
}

/// The methods that the trait also has, with their return types.
fn shared() -> [(Method, TokenStream); 16] {
    let text = quote!(&'static str);
    [
        (Method::AsStr, text.clone()),
        (Method::Name, text.clone()),
        (Method::Section, text.clone()),
        (Method::Statuses, quote!(&'static [runtime::table::StatusRule<'static>])),
        (Method::ItemStatuses, quote!(&'static [u16])),
        (Method::Messages, quote!(&'static [runtime::table::Wording<'static>])),
        (Method::Variants, quote!(&'static [runtime::table::Variant<'static>])),
        (Method::Fields, quote!(&'static [runtime::table::Field<'static>])),
        (Method::Sensitive, quote!(&'static [&'static str])),
        (Method::Kind, quote!(runtime::Kind)),
        (Method::Topic, quote!(runtime::Topic)),
        (Method::Retry, quote!(runtime::Retry<'static>)),
        (Method::Audience, quote!(runtime::Audience)),
        (Method::Meaning, text.clone()),
        (Method::Action, text.clone()),
        (Method::Link, text),
    ]
}
