//! Emits `Detail` and the module `detail`: a view for each code that has fields of its own.

use proc_macro2::TokenStream;
use quote::quote;

use super::doc::{self, Doc, prose};
use super::tokens;
use super::views::{self, View};
use crate::model::generated_names::OTHER;
use crate::model::{Code, Field, Vendor};

/// Emits the enum and the module.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let title = prose(&vendor.title);
    let mut doc = Doc::new(&format!("The documented fields of an error of {title}, without its code and message."));
    doc.paragraph("There is a variant for each code that has fields of its own. Later versions may have more of them.");
    let variants = with_own_fields(vendor).map(|(_, Code { ident, .. })| {
        let doc = Doc::new(&format!("The fields of [`Code::{ident}`]."));
        let ident = tokens::name(ident);
        quote!(#doc #ident(detail::#ident<'b>))
    });
    let module_doc = Doc::new(&format!("The views that [`Detail`] of {title} holds."));
    let types = quote!(super::types::);
    let views = views(vendor).map(|view| views::emit(&view, vendor, &types));
    let other = tokens::name(OTHER);
    quote! {
        #doc
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub enum Detail<'b> {
            #(#variants,)*
            /// The code has no fields of its own, is not listed, or is missing.
            #other(detail::#other<'b>),
        }

        #module_doc
        pub mod detail {
            #[cfg(doc)]
            use super::{Code, Detail};
            use super::runtime;

            #(#views)*
        }
    }
}

/// Emits the items of the trait `ErrorCode` about details: the enum, and which of its variants belongs to a code.
pub(super) fn choose(vendor: &Vendor) -> TokenStream {
    let view = tokens::name(OTHER);
    // The path is qualified because a field can be called `from`, whose accessor would take precedence over the trait's
    // method.
    let other = quote!(Detail::#view(::core::convert::From::from(fields)));
    let arms: Vec<_> = with_own_fields(vendor)
        .map(|(_, code)| {
            let ident = tokens::name(&code.ident);
            quote!(::core::option::Option::Some(Self::#ident) => Detail::#ident(::core::convert::From::from(fields)))
        })
        .collect();
    // An arm has up to three lines.
    let allow = (arms.len() > 30).then(|| quote!(#[allow(clippy::too_many_lines, reason = "one arm for each code")]));
    let (code, body) = if arms.is_empty() {
        (quote!(_), other)
    } else {
        (quote!(code), quote!(match code { #(#arms,)* _ => #other, }))
    };
    quote! {
        type Detail<'b> = Detail<'b>;
        type ItemFields<'b> = detail::#view<'b>;

        #allow
        #[inline]
        fn detail(#code: ::core::option::Option<Self>, fields: runtime::view::Fields<'_>) -> Detail<'_> {
            #body
        }
    }
}

fn with_own_fields(vendor: &Vendor) -> impl Iterator<Item = (usize, &Code)> {
    vendor.codes.iter().enumerate().filter(|(_, code)| vendor.has_own_fields(code))
}

/// The views of codes, followed by the view for all other codes.
fn views(vendor: &Vendor) -> impl Iterator<Item = View<'_>> {
    let own = with_own_fields(vendor).map(|(index, code)| {
        let mut doc = Doc::new(&format!("The fields of [`Code::{}`].", code.ident));
        doc.paragraph(&format!("{}: {}", doc::code(&code.wire), prose(&code.meaning)));
        let is_sensitive = |field: &Field| code.sensitive.contains(&field.name);
        let index = tokens::count(index);
        View {
            ident: &code.ident,
            doc,
            fields: code.fields.iter().map(|field| (field, is_sensitive(field))).collect(),
            table: quote!(super::tables::FIELDS[#index]),
        }
    });
    let other = View {
        ident: OTHER,
        doc: Doc::new("The fields that every error may have, whatever its code."),
        fields: vendor.item_fields.iter().map(|field| (field, vendor.is_sensitive_item_field(&field.name))).collect(),
        table: quote!(&super::tables::ITEM_FIELDS),
    };
    own.chain(std::iter::once(other))
}
