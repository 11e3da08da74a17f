//! The module `types`: a view for each declared type with members, an enum for each that is one of several types.

use proc_macro2::TokenStream;
use quote::quote;

use super::data::{Data, slice};
use super::doc::{Doc, prose};
use super::stencil::Stencil;
use super::views::{Scope, View, Views};
use super::{Shared, columns, unions};
use crate::model::{Field, TypeDef, TypeExpr, TypeShape, Vendor};

/// The module, as text; nothing where no type needs it. Other names of types are resolved where they are used.
///
/// # Errors
///
/// A name is none.
pub(super) fn emit(
    vendor: &Vendor,
    runtime: &TokenStream,
    shared: &Shared,
    data: &mut Data<'_>,
) -> syn::Result<String> {
    let types = TokenStream::new();
    let scope = Scope { vendor, runtime, types: &types, shared };
    let mut views = Views::new(scope);
    let mut declared = String::new();
    for (index, ty) in vendor.types.iter().enumerate() {
        match &ty.shape {
            TypeShape::Object(fields) => views.write(&object(ty, fields, index, data), &mut declared)?,
            TypeShape::Alias(TypeExpr::Union(alternatives)) => {
                let union = unions::emit(ty, alternatives, scope);
                Stencil::new(quote!(mod types { #union }), 1, [])?.fill([], &mut declared);
            }
            TypeShape::Alias(_) => {}
        }
    }
    views.finish()?;
    if declared.is_empty() {
        return Ok(String::new());
    }
    let doc = Doc::new(&format!("The types that fields of {} hold.", prose(&vendor.title)));
    // No text of a catalog stands in a stencil, since it could be taken for a blank.
    let code = quote! {
        DOC!();
        #[allow(clippy::should_implement_trait, clippy::wrong_self_convention, reason = "the vendor named the fields")]
        pub mod types {
            DECLARED!();
        }
    };
    let mut text = String::new();
    Stencil::new(code, 0, ["DOC", "DECLARED"])?.fill([&doc.text(""), &declared], &mut text);
    Ok(text)
}

fn object<'a>(ty: &'a TypeDef, fields: &'a [Field], index: usize, data: &mut Data<'_>) -> View<'a> {
    let table = format!("{}::table", data.runtime);
    let rows: Vec<_> = fields.iter().map(|field| columns::field(field, false, &table)).collect();
    let name = format!("FIELDS_OF_TYPE_{index}");
    data.constant(&name, &format!("&[{table}::Field<'static>]"), &slice(&rows));
    View {
        ident: &ty.name,
        doc: Doc::new(&format!("An object of the type `{}`.", ty.name)),
        fields: fields.iter().map(|field| (field, false)).collect(),
        table: format!("super::{name}"),
    }
}
