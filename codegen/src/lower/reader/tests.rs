//! Envelopes of the shapes that the catalogs have, and of the shapes that take care.

use errors_tables as tables;
use errors_tables::{CodePath, Condition, ItemPath, ItemPlaces, Kept, Node, Place, Test, Usual};

use super::*;
use crate::lower::envelopes::value_test;
use crate::model::{self, AllOf, Items, Path, Requirement, Step, ValueTest};

/// A path as catalogs write it; names without dots and quotes.
fn path(text: &str) -> Path {
    let mut steps = Vec::new();
    for part in text.trim_start_matches(['$', '@']).split('.').filter(|part| !part.is_empty()) {
        let name = part.trim_end_matches("[*]");
        match name {
            "" => {}
            "*" => steps.push(Step::EachMember),
            name => steps.push(Step::Member(name.to_owned())),
        }
        steps.extend((0..(part.len() - name.len()) / 3).map(|_| Step::EachElement));
    }
    Path { steps }
}

/// A condition of one list of tests.
fn all(tests: &[(&str, ValueTest)]) -> model::Condition {
    any(&[tests])
}

fn any(alternatives: &[&[(&str, ValueTest)]]) -> model::Condition {
    let requirement = |(at, test): &(&str, ValueTest)| Requirement {
        path: path(at),
        of_item: !at.starts_with('$'),
        test: test.clone(),
    };
    let all =
        |tests: &&[(&str, ValueTest)]| AllOf { all_of: tests.iter().map(requirement).collect(), http: Vec::new() };
    model::Condition { any_of: alternatives.iter().map(all).collect() }
}

fn item_path(text: &str) -> model::ItemPath {
    if text == "@name" { model::ItemPath::MemberName } else { model::ItemPath::Path(path(text)) }
}

fn item_paths(texts: &[&str]) -> Vec<model::ItemPath> {
    texts.iter().map(|text| item_path(text)).collect()
}

/// Items with a code and a message.
fn items(at: &str, code: &[&str], message: &[&str]) -> Items {
    Items {
        at: vec![path(at)],
        when: None,
        code: code.iter().map(|text| model::CodePath::Value(item_path(text))).collect(),
        detail_code: Vec::new(),
        parent_code: Vec::new(),
        message: item_paths(message),
        status: Vec::new(),
        id: Vec::new(),
        field: Vec::new(),
        fields_at: item_paths(&["@"]),
        note: false,
    }
}

fn envelope(name: &str, items: Vec<Items>) -> model::Envelope {
    model::Envelope {
        name: name.to_owned(),
        when: None,
        status: None,
        items,
        batch: None,
        success: None,
        partial: false,
        keep: Vec::new(),
        write: model::Write::default(),
    }
}

fn text() -> CodeForm {
    CodeForm::Text
}

fn vendor(form: CodeForm, envelopes: Vec<model::Envelope>) -> Vendor {
    Vendor {
        name: "shop".to_owned(),
        title: "Shop".to_owned(),
        sources: vec![crate::model::Source {
            url: "https://shop.example".to_owned(),
            reviewed: "2026-11-21".to_owned(),
            reviewed_at: crate::finding::Place::default(),
        }],
        reviewed: "2026-11-21".to_owned(),
        reviewed_at: crate::finding::Place::default(),
        file: "shop.yaml".to_owned(),
        form,
        success: Vec::new(),
        classes: Vec::new(),
        operations: Vec::new(),
        sections: Vec::new(),
        types: crate::model::Types::default(),
        item_fields: Vec::new(),
        codes: Vec::new(),
        detail_codes: Vec::new(),
        transport: Vec::new(),
        headers: model::Headers::default(),
        successes: crate::model::Successes::Described,
        envelopes,
        examples: Vec::new(),
    }
}

fn arena() -> &'static Arena {
    Box::leak(Box::new(Arena::new()))
}

fn lower(vendor: &Vendor) -> Result<Reader<'static>, Limit> {
    envelopes(arena(), vendor)
}

fn lowered(envelopes: Vec<model::Envelope>) -> Reader<'static> {
    let reader = lower(&vendor(text(), envelopes)).unwrap();
    check(&reader);
    reader
}

/// Checks what holds for every reader.
fn check(reader: &Reader<'static>) {
    assert!(reader.nodes.len() <= 255 && reader.places.len() <= 16);
    let bit = |slot: Option<u8>| slot.map_or(0, |slot| 1_u64 << slot);
    for (index, node) in reader.nodes.iter().enumerate() {
        let below = node.members.all.iter().map(|member| member.node).chain(node.any_member).chain(node.element);
        let mut clears = bit(node.slot) | bit(node.name_slot);
        for child in below {
            assert!(usize::from(child) > index, "nodes come before what lies below them");
            clears |= reader.nodes[usize::from(child)].clears;
        }
        assert_eq!(node.clears, clears, "node {index}");
        for place in held(node) {
            assert!(!is_deep(reader, place.into()));
            assert!(reader.places[usize::from(place)].is_listed());
            assert_eq!(node.probes.contains(&place), is_probe(&reader.places[usize::from(place)]));
        }
    }
    for (index, place) in reader.places.iter().enumerate() {
        let each = place.steps.iter().position(|step| !matches!(step, tables::Step::Member(_)));
        assert_eq!(place.is_listed(), each.is_some());
        assert_eq!(place.node, walked(reader, place.steps), "place {index}");
        let counted = held(&reader.nodes[usize::from(place.node)]).contains(&u8::try_from(index).unwrap());
        assert_eq!(counted, each.is_some() && !is_deep(reader, index), "place {index}");
        let to_container = each.map_or(0, |each| each + 1);
        let restarting = reader.nodes.iter().filter(|node| node.restarts & 1 << index != 0).count();
        assert_eq!(restarting, to_container, "place {index}");
        for length in 0..to_container {
            let node = walked(reader, &place.steps[..length]);
            assert_ne!(reader.nodes[usize::from(node)].restarts & 1 << index, 0, "place {index}");
        }
    }
}

/// The places at a node, ascending.
fn held(node: &Node<'_>) -> Vec<u8> {
    let mut held = [node.places, node.probes].concat();
    held.sort_unstable();
    held
}

/// Whether a place is not counted while a body is scanned.
fn is_deep(reader: &Reader<'_>, place: usize) -> bool {
    reader.deep & 1 << place != 0
}

/// Whether a place is there to be tested only: items have fields, if only in themselves.
fn is_probe(place: &Place<'_>) -> bool {
    place.fields.is_empty()
}

/// The steps of a path, as the tables have them.
fn steps(at: &str) -> Vec<tables::Step<'static>> {
    let step = |step: &Step| match step {
        Step::Member(name) => tables::Step::Member(arena().text(name)),
        Step::EachElement => tables::Step::EachElement,
        Step::EachMember => tables::Step::EachMember,
    };
    path(at).steps.iter().map(step).collect()
}

/// The node at the end of some steps.
fn walked(reader: &Reader<'_>, steps: &[tables::Step<'_>]) -> u8 {
    steps.iter().fold(0, |node, step| {
        let node = &reader.nodes[usize::from(node)];
        let member = |name| node.members.all.iter().find(|member| member.name == name).map(|member| member.node);
        match *step {
            tables::Step::Member(name) => member(name).or(node.any_member).unwrap(),
            tables::Step::EachMember => node.any_member.unwrap(),
            tables::Step::EachElement => node.element.unwrap(),
        }
    })
}

fn node<'t>(reader: &Reader<'t>, at: &str) -> &'t Node<'t> {
    &reader.nodes[usize::from(walked(reader, &steps(at)))]
}

fn slot(reader: &Reader<'_>, at: &str) -> u8 {
    node(reader, at).slot.unwrap()
}

/// The bits of the slots of these places.
fn bits(reader: &Reader<'_>, at: &[&str]) -> u64 {
    at.iter().fold(0, |bits, at| bits | 1 << slot(reader, at))
}

fn value(reader: &Reader<'_>, at: &str) -> ItemPath {
    ItemPath::Value(slot(reader, at))
}

fn tests_value(reader: &Reader<'_>, at: &str, test: &ValueTest) -> Test<'static> {
    Test::Value { slot: slot(reader, at), test: value_test(arena(), test) }
}

mod catalogs;
mod limits;
mod paths;
mod usual;
