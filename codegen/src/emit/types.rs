//! Emits the module `types`: a view for each declared type with members, an enum for each that is one of several types.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{Doc, prose};
use super::views::{self, View};
use super::{known_texts, tokens, unions};
use crate::model::{TypeDef, TypeExpr, TypeShape, Vendor};

/// Emits the module; nothing if no type needs an item. Aliases of types are resolved where they are used.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let types: Vec<_> = vendor.types.iter().enumerate().filter_map(|(index, ty)| declared(index, ty, vendor)).collect();
    if types.is_empty() {
        return TokenStream::new();
    }
    let doc = Doc::new(&format!("The types of fields of {}.", prose(&vendor.title)));
    quote! {
        #doc
        pub mod types {
            use super::runtime;

            #(#types)*
        }
    }
}

/// Emits a declared type; `None` if it is an alias of another type.
fn declared(index: usize, ty: &TypeDef, vendor: &Vendor) -> Option<TokenStream> {
    match &ty.shape {
        TypeShape::Object(fields) => {
            let table = tokens::name(&format!("FIELDS_OF_TYPE_{index}"));
            let view = View {
                ident: &ty.name,
                doc: Doc::new(&format!("An object of the type `{}`.", ty.name)),
                fields: fields.iter().map(|field| (field, false)).collect(),
                table: quote!(&super::tables::#table),
            };
            Some(views::emit(&view, vendor, &TokenStream::new()))
        }
        TypeShape::Alias(TypeExpr::Union(alternatives)) => Some(unions::emit(ty, alternatives, vendor)),
        TypeShape::Alias(_) => None,
        TypeShape::Texts(texts) => Some(known_texts::emit(&ty.name, texts)),
    }
}
