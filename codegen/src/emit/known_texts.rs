//! Emits an enum for a text that is one of several known texts.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{self, Doc, prose};
use super::tokens;
use crate::model::KnownText;

/// Emits the enum, with a variant for unknown texts, and its implementation of `View`.
pub(super) fn emit(name: &str, known: &[KnownText]) -> TokenStream {
    let ident = tokens::name(name);
    let doc = Doc::new(&format!("A known text of the type {}, or another text.", doc::code(name)));
    let docs = known.iter().map(|known| match &known.meaning {
        Some(meaning) => Doc::new(&format!("{}: {}", doc::code(&known.text), prose(meaning))),
        None => Doc::new(&doc::code(&known.text)),
    });
    let names: Vec<_> = known.iter().map(|known| tokens::name(&known.ident)).collect();
    let texts: Vec<_> = known.iter().map(|known| &known.text).collect();
    let text = quote!(runtime::json::Text<'b>);
    let view = quote!(runtime::view::View<'b>);
    quote! {
        #doc
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub enum #ident<'b> {
            #(#docs #names,)*
            /// Any other text, as it was sent.
            Other(#text),
        }

        impl<'b> #view for #ident<'b> {
            const EXPECTED: &'static str = <#text as #view>::EXPECTED;

            #[inline]
            fn fits(json: runtime::json::Json<'b>) -> ::core::primitive::bool {
                <#text as #view>::fits(json)
            }

            fn view(at: runtime::generated::Located<'b>) -> ::core::result::Result<Self, runtime::view::FieldError> {
                let text = <#text as #view>::view(at)?;
                #(if text == *#texts {
                    return ::core::result::Result::Ok(Self::#names);
                })*
                ::core::result::Result::Ok(Self::Other(text))
            }
        }
    }
}
