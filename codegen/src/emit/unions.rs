//! Emits an enum for values of one of several types.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{self, Doc};
use super::tokens;
use super::views::rust_type;
use crate::model::unions::{Told, told};
use crate::model::{TypeDef, TypeExpr, TypeShape, Vendor};

/// Emits the enum, with a variant for values of none of the types, and its implementation of `View`.
pub(super) fn emit(ty: &TypeDef, alternatives: &[TypeExpr], vendor: &Vendor) -> TokenStream {
    let ident = tokens::name(&ty.name);
    let written: Vec<_> = alternatives.iter().map(|alternative| doc::code(&alternative.to_string())).collect();
    let doc = Doc::new(&format!("One of several types: {}, or anything else.", written.join(", ")));
    let docs = written.iter().map(|written| Doc::new(written));
    let names: Vec<_> = alternatives.iter().map(|alternative| tokens::name(&alternative.variant())).collect();
    let types: Vec<_> =
        alternatives.iter().map(|alternative| rust_type(alternative, vendor, &TokenStream::new())).collect();
    let null = alternatives.iter().any(|alternative| *vendor.types.resolved(alternative) == TypeExpr::Any);
    let told = told(&vendor.types, alternatives);
    let chosen = alternatives.iter().zip(told).map(|(alternative, told)| match told {
        Told::ByMember { names, texts } => {
            let (names, texts) = (tokens::slice(names), tokens::slice(texts));
            quote!(tagged(at, #names, #texts))
        }
        Told::ByForm if is_alone(alternative, alternatives, vendor) => quote!(only(at)),
        Told::ByForm => quote!(alike(at)),
    });
    let view = quote!(runtime::view::View<'b>);
    quote! {
        #doc
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub enum #ident<'b> {
            #(#docs #names(#types),)*
            /// A value of none of these types, unchanged.
            Other(runtime::json::Json<'b>),
        }

        impl<'b> #view for #ident<'b> {
            const EXPECTED: &'static str = "one of several types";
            const NULL: ::core::primitive::bool = #null;

            #[inline]
            fn fits(json: runtime::json::Json<'b>) -> ::core::primitive::bool {
                let read = <Self as #view>::view(runtime::generated::Located::root(json));
                !::core::matches!(read, ::core::result::Result::Ok(Self::Other(_)))
            }

            #[inline]
            fn view(at: runtime::generated::Located<'b>) -> ::core::result::Result<Self, runtime::view::FieldError> {
                #(if let ::core::option::Option::Some(view) = runtime::generated::#chosen {
                    return ::core::result::Result::Ok(Self::#names(view));
                })*
                ::core::result::Result::Ok(Self::Other(at.json()))
            }
        }
    }
}

/// Whether no other alternative has the same JSON type. If so, any value of that JSON type is read as this alternative,
/// whatever its content.
fn is_alone(ty: &TypeExpr, alternatives: &[TypeExpr], vendor: &Vendor) -> bool {
    let own = json_type(ty, vendor);
    own.is_some()
        && alternatives
            .iter()
            .all(|other| other == ty || json_type(other, vendor).is_some_and(|other| Some(other) != own))
}

/// The JSON type; `None` if there are several.
fn json_type(ty: &TypeExpr, vendor: &Vendor) -> Option<&'static str> {
    Some(match vendor.types.resolved(ty) {
        TypeExpr::String | TypeExpr::DateTime => "string",
        TypeExpr::Integer | TypeExpr::Number => "number",
        TypeExpr::Boolean => "boolean",
        TypeExpr::Object | TypeExpr::Map(_) => "object",
        TypeExpr::List(_) => "list",
        TypeExpr::Named(name) => match &vendor.types.get(name)?.shape {
            TypeShape::Object(_) => "object",
            TypeShape::Texts(_) => "string",
            TypeShape::Alias(_) => return None,
        },
        TypeExpr::Any | TypeExpr::Union(_) => return None,
    })
}
