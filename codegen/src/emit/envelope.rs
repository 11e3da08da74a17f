//! Envelopes, and the conditions and paths that places share with them.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens;
use crate::lower::{CodePath, Condition, Envelope, ItemPath, ItemPlaces, Kept, Test, Write};
use crate::model::{ValueTest, WriteValue};

/// One shape of body, as the tables have it.
pub(super) fn emit(envelope: &Envelope, places: &ItemPlaces, table: &TokenStream) -> TokenStream {
    let Envelope { name, partial, .. } = envelope;
    let when = condition(&envelope.when, table);
    let items = items(&envelope.items, places, table);
    let success = tokens::option(envelope.success.as_ref().map(|success| condition(success, table)));
    let keep = tokens::slice(envelope.keep.iter().map(|Kept { name, slot }| {
        let slot = tokens::number((*slot).into());
        quote!(#table::Kept { name: #name, slot: #slot })
    }));
    let write = write(&envelope.write, table);
    quote! {
        #table::Envelope {
            name: #name,
            when: #when,
            items: #items,
            success: #success,
            partial: #partial,
            keep: #keep,
            write: #write,
        }
    }
}

/// Where its items stand.
fn items(all: &[u8], places: &ItemPlaces, table: &TokenStream) -> TokenStream {
    let ItemPlaces { bits, single, any_neutral } = places;
    let indices = |places: &[u8]| tokens::slice(places.iter().map(|&place| tokens::number(place.into())));
    let (all, bits, single) = (indices(all), tokens::bits((*bits).into()), indices(single));
    quote!(#table::ItemPlaces { all: #all, bits: #bits, single: #single, any_neutral: #any_neutral })
}

/// How a body is written.
fn write(write: &Write, table: &TokenStream) -> TokenStream {
    let code = tokens::number(write.code.into());
    let fields_at = tokens::number(write.fields_at.into());
    let preferred = write.preferred;
    let members = tokens::slice(write.members.iter().map(|(path, value)| written(path, value, table)));
    let each = tokens::slice(write.each.iter().map(|(path, value)| written(path, value, table)));
    quote! {
        #table::Write {
            code: #code,
            fields_at: #fields_at,
            preferred: #preferred,
            members: #members,
            each: #each,
        }
    }
}

/// A member that is written as it stands in the catalog.
fn written(path: &[String], value: &WriteValue, table: &TokenStream) -> TokenStream {
    let path = tokens::slice(path.iter().map(|name| quote!(#name)));
    let value = match value {
        WriteValue::Status => quote!(Status),
        WriteValue::Message => quote!(Message),
        WriteValue::Code => quote!(Code),
        WriteValue::Null => quote!(Null),
        WriteValue::Text(text) => quote!(Text(#text)),
    };
    quote!(#table::WriteMember { path: #path, value: #table::WriteValue::#value })
}

/// A slot or node, where there is one.
pub(super) fn slot(index: Option<u8>) -> TokenStream {
    tokens::option(index.map(|index| tokens::number(index.into())))
}

/// A condition.
pub(super) fn condition(condition: &Condition, table: &TokenStream) -> TokenStream {
    let any_of = tokens::slice(
        condition.any_of.iter().map(|all_of| tokens::slice(all_of.iter().map(|requirement| test(requirement, table)))),
    );
    quote!(#table::Condition::new(#any_of))
}

/// Where something stands in an item.
pub(super) fn item_path(path: ItemPath, table: &TokenStream) -> TokenStream {
    let (variant, slot) = match path {
        ItemPath::Value(slot) => (quote!(Value), slot),
        ItemPath::Name(slot) => (quote!(Name), slot),
    };
    let slot = tokens::number(slot.into());
    quote!(#table::ItemPath::#variant(#slot))
}

/// Where a code stands in an item.
pub(super) fn code_path(path: &CodePath, table: &TokenStream) -> TokenStream {
    match path {
        CodePath::Value(path) => {
            let path = item_path(*path, table);
            quote!(#table::CodePath::Value(#path))
        }
        CodePath::LastSegment(path) => {
            let path = item_path(*path, table);
            quote!(#table::CodePath::LastSegment(#path))
        }
        CodePath::Pair { namespace, code, separator } => {
            let namespace = item_path(*namespace, table);
            let code = item_path(*code, table);
            quote!(#table::CodePath::Pair { namespace: #namespace, code: #code, separator: #separator })
        }
    }
}

fn test(test: &Test, table: &TokenStream) -> TokenStream {
    match test {
        Test::Value { slot, test } => {
            let slot = tokens::number((*slot).into());
            let test = value_test(test, table);
            quote!(#table::Test::Value { slot: #slot, test: #test })
        }
        Test::Counted { place } => {
            let place = tokens::number((*place).into());
            quote!(#table::Test::Counted { place: #place })
        }
    }
}

fn value_test(test: &ValueTest, table: &TokenStream) -> TokenStream {
    let test = match test {
        ValueTest::Present => quote!(Present),
        ValueTest::String => quote!(String),
        ValueTest::Number => quote!(Number),
        ValueTest::Boolean => quote!(Boolean),
        ValueTest::Object => quote!(Object),
        ValueTest::List => quote!(List),
        ValueTest::Scalar => quote!(Scalar),
        ValueTest::Equals(expected) => quote!(Equals(#expected)),
    };
    quote!(#table::ValueTest::#test)
}
