//! `READER`: how bodies are read.

use proc_macro2::TokenStream;
use quote::quote;

use super::envelope::{self, code_path, condition, item_path, slot};
use super::{doc, tokens};
use crate::lower::{Counted, Member, Node, Place, Reader, SuccessRule, Usual};
use crate::model::{Step, TextRole, Vendor};

/// The static that reading needs, and nothing else.
pub(super) fn emit(vendor: &Vendor, reader: &Reader, runtime: &TokenStream) -> TokenStream {
    let table = quote!(#runtime::table);
    let doc = doc::Doc::new(&format!("How bodies of {} are read.", doc::prose(&vendor.title)));
    let title = &vendor.title;
    let width = tokens::number(reader.width.into());
    let success = tokens::slice(reader.success.iter().map(|rule| success_rule(rule, &table)));
    let nodes = tokens::slice(reader.nodes.iter().map(|entry| node(entry, reader.counted(entry), &table)));
    let places = tokens::slice(reader.places.iter().map(|entry| place(entry, &table)));
    let envelopes =
        tokens::slice(reader.envelopes.iter().map(|entry| envelope::emit(entry, &reader.item_places(entry), &table)));
    let deep = tokens::bits(reader.deep().into());
    let without_body = tokens::slice(vendor.success_without_body.iter().map(|&http| tokens::number(http.into())));
    quote! {
        #doc
        pub static READER: #table::Reader<'static> = #table::Reader {
            title: #title,
            wire: &WIRE,
            lookup: LOOKUP,
            width: #width,
            success: #success,
            nodes: #nodes,
            places: #places,
            envelopes: #envelopes,
            deep: #deep,
            transport: TRANSPORT,
            success_without_body: #without_body,
        };
    }
}

fn success_rule(rule: &SuccessRule, table: &TokenStream) -> TokenStream {
    match rule {
        SuccessRule::Sentinels(codes) => {
            let codes = tokens::slice(codes);
            quote!(#table::SuccessRule::Sentinels(#codes))
        }
        SuccessRule::Digits { start, digits, success } => {
            let start = tokens::number((*start).into());
            quote!(#table::SuccessRule::Digits { start: #start, digits: #digits, success: #success })
        }
    }
}

fn node(node: &Node, counted: Counted, table: &TokenStream) -> TokenStream {
    let members = tokens::slice(node.members.iter().map(|Member { name, node, slot }| {
        let node = tokens::number((*node).into());
        let kept_in = slot.map(|slot| {
            let slot = tokens::number(slot.into());
            quote!(.kept_in(#slot))
        });
        quote!(#table::Member::new(#name, #node) #kept_in)
    }));
    let any_member = slot(node.any_member);
    let element = slot(node.element);
    let value_slot = slot(node.slot);
    let name_slot = slot(node.name_slot);
    let clears = tokens::bits(node.clears.into());
    let restarts = tokens::bits(node.restarts.into());
    let indices = |places: Vec<u8>| tokens::slice(places.into_iter().map(|place| tokens::number(place.into())));
    let places = indices(counted.places);
    let probes = indices(counted.probes);
    let tested = tokens::bits(counted.tested.into());
    let usual = usual(counted.usual, table);
    quote! {
        #table::Node {
            members: #table::Members::new(#members),
            any_member: #any_member,
            element: #element,
            slot: #value_slot,
            name_slot: #name_slot,
            clears: #clears,
            restarts: #restarts,
            places: #places,
            probes: #probes,
            tested: #tested,
            usual: #usual,
        }
    }
}

fn place(place: &Place, table: &TokenStream) -> TokenStream {
    let steps = tokens::slice(place.steps.iter().map(|step| match step {
        Step::Member(name) => quote!(#table::Step::Member(#name)),
        Step::EachElement => quote!(#table::Step::EachElement),
        Step::EachMember => quote!(#table::Step::EachMember),
    }));
    let text = tokens::option(place.text.map(|role| match role {
        TextRole::Code => quote!(#table::TextRole::Code),
        TextRole::Message => quote!(#table::TextRole::Message),
    }));
    let paths = |paths: &[crate::lower::ItemPath]| tokens::slice(paths.iter().map(|&path| item_path(path, table)));
    let neutral = place.neutral;
    let container = slot(place.container);
    let node = tokens::number(place.node.into());
    let when = condition(&place.when, table);
    let code = tokens::slice(place.code.iter().map(|path| code_path(path, table)));
    let message = paths(&place.message);
    let status = paths(&place.status);
    let id = paths(&place.id);
    let field = paths(&place.field);
    let fields = paths(&place.fields);
    let usual = usual(place.usual, table);
    quote! {
        #table::Place {
            steps: #steps,
            container: #container,
            node: #node,
            when: #when,
            text: #text,
            neutral: #neutral,
            code: #code,
            message: #message,
            status: #status,
            id: #id,
            field: #field,
            fields: #fields,
            usual: #usual,
        }
    }
}

/// The shape that most items have.
fn usual(usual: Option<Usual>, table: &TokenStream) -> TokenStream {
    tokens::option(usual.map(|usual| {
        let [code, message] = [usual.code, usual.message].map(|slot| tokens::number(slot.into()));
        let fields = slot(usual.fields);
        let without = tokens::bits(usual.without.into());
        quote!(#table::Usual::new(#code, #message, #fields, #without))
    }))
}
