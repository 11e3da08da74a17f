//! The module `types`: a view for each declared type with members, an enum for each that is one of several types.

use proc_macro2::TokenStream;
use quote::quote;

use super::data::{Data, slice};
use super::doc::{Doc, prose};
use super::views::{self, Scope, View};
use super::{columns, tokens, unions};
use crate::model::{Field, TypeDef, TypeExpr, TypeShape, Vendor};

/// The module; nothing where no type needs it. Other names of types are resolved where they are used.
pub(super) fn emit(vendor: &Vendor, runtime: &TokenStream, data: &mut Data<'_>) -> TokenStream {
    let types = TokenStream::new();
    let scope = Scope { vendor, runtime, types: &types };
    let declared = vendor.types.iter().enumerate().filter_map(|(index, ty)| match &ty.shape {
        TypeShape::Object(fields) => Some(object(ty, fields, index, scope, data)),
        TypeShape::Alias(TypeExpr::Union(alternatives)) => Some(unions::emit(ty, alternatives, scope)),
        TypeShape::Alias(_) => None,
    });
    let declared: Vec<_> = declared.collect();
    if declared.is_empty() {
        return TokenStream::new();
    }
    let doc = Doc::new(&format!("The types that fields of {} hold.", prose(&vendor.title)));
    quote! {
        #doc
        #[allow(clippy::should_implement_trait, clippy::wrong_self_convention, reason = "the vendor named the fields")]
        pub mod types {
            #(#declared)*
        }
    }
}

fn object(ty: &TypeDef, fields: &[Field], index: usize, scope: Scope<'_>, data: &mut Data<'_>) -> TokenStream {
    let table = format!("{}::table", data.runtime);
    let rows: Vec<_> = fields.iter().map(|field| columns::field(field, false, &table)).collect();
    let name = format!("FIELDS_OF_TYPE_{index}");
    data.constant(&name, &format!("&[{table}::Field<'static>]"), &slice(&rows));
    let name = tokens::name(&name);
    let view = View {
        ident: &ty.name,
        doc: Doc::new(&format!("An object of the type `{}`.", ty.name)),
        fields: fields.iter().map(|field| (field, false)).collect(),
        table: quote!(super::#name),
    };
    views::emit(&view, scope)
}
