//! Places behind several steps, names of members, and members beside `.*`.

use super::*;

fn one(items: Items) -> Vec<model::Envelope> {
    vec![envelope("only", vec![items])]
}

#[test]
fn the_members_of_the_preferred_envelope_come_first() {
    let of = |name: &str, preferred| model::Envelope {
        keep: vec![path(&format!("{name}_kept"))],
        write: model::Write { preferred, ..model::Write::default() },
        ..envelope(name, vec![items(&format!("$.{name}[*]"), &["code"], &["message"])])
    };
    let reader = lowered(vec![of("rare", false), of("common", true)]);
    let names: Vec<&str> = reader.nodes[0].members.all.iter().map(|member| member.name).collect();
    assert_eq!(names, ["common_kept", "common", "rare_kept", "rare"]);
    let names: Vec<&str> = reader.envelopes.iter().map(|envelope| envelope.name).collect();
    assert_eq!(names, ["rare", "common"], "they are still tried in the order of the catalog");
}

#[test]
fn only_members_that_lead_nowhere_are_kept_on_the_way() {
    let mut named = items("$.errors.*", &["code"], &["message"]);
    named.field = vec![model::ItemPath::MemberName];
    let envelopes = vec![envelope("list", vec![items("$.list[*]", &["code"], &[])]), envelope("map", vec![named])];
    let reader = lowered(envelopes);
    let kept = |at: &str, name: &str| {
        node(&reader, at).members.all.iter().find(|member| member.name == name).map(|member| member.slot)
    };
    let nested = Some(tables::Member::NESTED);
    assert_eq!((kept("$", "list"), kept("$", "errors")), (nested, nested), "what holds items is walked through");
    assert_eq!(kept("list[*]", "code"), Some(slot(&reader, "list[*].code")));
    assert_eq!(kept("errors.*", "message"), Some(slot(&reader, "errors.*.message")));
}

#[test]
fn items_behind_a_member_of_elements_are_deep() {
    let reader = lowered(one(items("$.errorMessage[*].error[*]", &["errorId"], &["message"])));
    let place = &reader.places[0];
    assert!(is_deep(&reader, 0));
    assert!(place.is_listed());
    assert_eq!(place.node, walked(&reader, &steps("errorMessage[*].error[*]")));
    assert!(reader.nodes.iter().all(|node| held(node).is_empty()));
    let restarts = ["$", "errorMessage", "errorMessage[*]"].map(|at| node(&reader, at).restarts);
    assert_eq!(restarts, [1, 1, 0]);
    assert_eq!(node(&reader, "errorMessage[*]").slot, None, "nobody asks for what lies between");
    assert_eq!(node(&reader, "errorMessage[*]").clears, node(&reader, "errorMessage[*].error[*]").clears);
}

#[test]
fn a_probe_can_be_deep_and_test_its_own_value() {
    let when = all(&[("$.a[*].b[*]", ValueTest::Object), ("$.a[*].b[*].c.d", ValueTest::Exists)]);
    let reader = lowered(vec![model::Envelope { when: Some(when), ..envelope("only", Vec::new()) }]);
    let [own, below] = reader.places else { panic!("{:?}", reader.places) };
    assert!(is_probe(own) && is_probe(below));
    assert_eq!(reader.deep, 0b11);
    assert_eq!(own.when.any_of, [[tests_value(&reader, "a[*].b[*]", &ValueTest::Object)]]);
    assert_eq!(below.when.any_of, [[tests_value(&reader, "a[*].b[*].c.d", &ValueTest::Exists)]]);
    assert_eq!((own.node, own.is_listed()), (below.node, below.is_listed()));
    assert_eq!(reader.envelopes[0].when.any_of, [[Test::Counted { place: 0 }, Test::Counted { place: 1 }]]);
}

#[test]
fn the_name_stands_above_the_elements_it_names() {
    let texts = Items { field: item_paths(&["@name"]), fields_at: Vec::new(), ..items("$.errors.*[*]", &[], &["@"]) };
    let reader = lowered(one(texts));
    let (named, element) = (node(&reader, "errors.*"), node(&reader, "errors.*[*]"));
    let name = named.name_slot.unwrap();
    let place = &reader.places[0];
    assert_eq!(place.field, [ItemPath::Name(name)]);
    assert_eq!(place.fields, [value(&reader, "errors.*[*]")], "the item's own value unless said otherwise");
    assert_eq!((is_deep(&reader, 0), place.text), (false, true));
    assert_eq!(element.name_slot, None);
    assert_eq!(element.clears, bits(&reader, &["errors.*[*]"]));
    assert_eq!(named.clears, element.clears | 1 << name);
    assert_eq!(node(&reader, "errors").clears, named.clears);
    assert_eq!((held(element), held(named)), (vec![0], vec![]));
    assert_eq!((node(&reader, "errors").restarts, named.restarts, element.restarts), (1, 0, 0));
}

#[test]
fn the_nearest_name_counts() {
    let namespace = item_path("@name");
    let pair = model::CodePath::Pair { namespace, code: item_path("code"), separator: ".".to_owned() };
    let codes = vec![pair, model::CodePath::LastSegment(item_path("type"))];
    let reader = lowered(one(Items { code: codes, ..items("$.*.*", &[], &[]) }));
    let name = node(&reader, "*.*").name_slot.unwrap();
    assert_eq!(node(&reader, "*").name_slot, None);
    let pair = CodePath::Pair { namespace: ItemPath::Name(name), code: value(&reader, "*.*.code"), separator: "." };
    assert_eq!(reader.places[0].code, [pair, CodePath::LastSegment(value(&reader, "*.*.type"))]);
    assert!(reader.places[0].is_listed());
}

#[test]
fn an_item_that_is_found_under_no_name() {
    let namespace = item_path("@name");
    let pair = model::CodePath::Pair { namespace, code: item_path("code"), separator: ".".to_owned() };
    let field = item_paths(&["@name", "field"]);
    let reader = lowered(one(Items { code: vec![pair], field, ..items("$.errors[*]", &[], &[]) }));
    assert!(reader.places[0].code.is_empty());
    assert_eq!(reader.places[0].field, [value(&reader, "errors[*].field")]);
}

#[test]
fn an_item_at_a_member_is_read_at_the_end() {
    let reader = lowered(one(items("$.error", &["code"], &["message"])));
    let place = &reader.places[0];
    assert_eq!((place.is_listed(), place.node), (false, walked(&reader, &steps("error"))));
    assert_eq!(place.fields, [value(&reader, "error")]);
    assert_eq!(node(&reader, "$").slot, None);
    assert!(reader.nodes.iter().all(|node| held(node).is_empty() && node.restarts == 0));
}

#[test]
fn places_that_differ_are_not_shared() {
    let notes = Items { note: true, ..items("$.errors[*]", &["code"], &[]) };
    let plain = items("$.errors[*]", &["code"], &[]);
    let reader = lowered(vec![envelope("one", vec![notes]), envelope("other", vec![plain.clone(), plain])]);
    assert_eq!(reader.places.len(), 2);
    assert_eq!(node(&reader, "errors[*]").places, [0, 1]);
    let items = [0, 1].map(|index: usize| reader.envelopes[index].items);
    assert_eq!(items[0], ItemPlaces { all: &[0], bits: 0b01, single: &[], any_note: true });
    assert_eq!(items[1], ItemPlaces { all: &[1, 1], bits: 0b10, single: &[], any_note: false });
}

#[test]
fn a_member_beside_any_member_goes_both_ways() {
    let texts = Items { field: item_paths(&["@name"]), ..items("$.*[*]", &[], &["@"]) };
    let reader = lowered(vec![model::Envelope { keep: vec![path("detail")], ..envelope("only", vec![texts]) }]);
    let (detail, other) = (node(&reader, "detail"), node(&reader, "*"));
    assert_eq!(detail.slot, Some(reader.envelopes[0].keep[0].slot));
    assert_eq!(other.slot, None);
    assert_eq!(detail.name_slot, other.name_slot, "either may be the name of an item");
    assert_eq!((detail.element, other.element), (Some(3), Some(3)), "elements are items under both");
    assert_eq!(detail.clears, other.clears | bits(&reader, &["detail"]));
    assert_eq!(reader.places[0].node, 3);
}

#[test]
fn any_member_is_followed_below_a_member_beside_it() {
    let success = all(&[("errors.base.code", ValueTest::Exists)]);
    let list = items("$.errors.*.list[*]", &[], &["text"]);
    let reader = lowered(vec![model::Envelope { success: Some(success), ..envelope("only", vec![list]) }]);
    let base = node(&reader, "errors.base");
    let names: Vec<&str> = base.members.all.iter().map(|member| member.name).collect();
    assert_eq!(names, ["list", "code"]);
    assert_eq!(walked(&reader, &steps("errors.base.list")), walked(&reader, &steps("errors.*.list")));
    assert_eq!(node(&reader, "errors.*").members.all.len(), 1);
}

#[test]
fn kept_names_are_written_as_in_the_catalog() {
    let named = |names: &[&str]| Path { steps: names.iter().map(|name| Step::Member((*name).to_owned())).collect() };
    let keep = vec![named(&["a", "b-c"]), named(&["odd.name", "d"]), named(&["it's"]), named(&["f", "\\"]), named(&[])];
    let reader = lowered(vec![model::Envelope { keep, ..envelope("only", Vec::new()) }]);
    let written: Vec<&str> = reader.envelopes[0].keep.iter().map(|kept| kept.name).collect();
    assert_eq!(written, ["a.b-c", "['odd.name'].d", r"['it\'s']", r"f['\\']", "$"]);
}
