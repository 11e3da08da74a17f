//! The shapes of the five catalogs.

use super::*;
use crate::lower::classes;
use errors_tables::ItemRule;

#[test]
fn elements_of_a_batch_have_a_reader_of_their_own() {
    let call = Items { id: item_paths(&["id"]), ..items("$", &["error.code"], &["error.message"]) };
    let call = Items { when: Some(all(&[("error", ValueTest::Object)])), ..call };
    let each = vec![path("$[*]"), path("$.answers.*")];
    let batch = model::Envelope { batch: Some(model::Batch { each, of: vec![0] }), ..envelope("batch", Vec::new()) };
    let single = envelope("single", vec![call]);
    let reader = lowered(vec![single.clone(), batch]);
    let batch = reader.envelopes[1].batch.unwrap();
    let [element] = reader.elements else { panic!("{:?}", reader.elements) };
    assert_eq!((reader.envelopes[0].batch, batch.reader), (None, 0));
    let each = [tables::Each { path: &[], object: false }, tables::Each { path: &["answers"], object: true }];
    assert_eq!(batch.each, each);
    let alone = lowered(vec![single]);
    assert_eq!((element.nodes, element.places, element.envelopes), (alone.nodes, alone.places, alone.envelopes));
    assert_eq!(batch.id, [value(element, "id")]);
}

#[test]
fn json_rpc_and_its_batches() {
    let error = |at| Items {
        when: Some(all(&[("error", ValueTest::Object)])),
        id: item_paths(&["id"]),
        fields_at: item_paths(&["error"]),
        ..items(at, &["error.code"], &["error.message"])
    };
    let single = model::Envelope {
        success: Some(all(&[("result", ValueTest::Exists)])),
        keep: vec![path("jsonrpc"), path("id")],
        ..envelope("single", vec![error("$")])
    };
    let batch = model::Envelope {
        success: Some(all(&[("$[*].result", ValueTest::Exists)])),
        partial: true,
        ..envelope("batch", vec![error("$[*]")])
    };
    let reader = lowered(vec![single, batch]);
    let [root, element, probe] = reader.places else { panic!("{:?}", reader.places) };

    assert_eq!((root.is_listed(), root.node, reader.deep, is_probe(root)), (false, 0, 0b100, false));
    assert_eq!(root.when.any_of, [[tests_value(&reader, "error", &ValueTest::Object)]]);
    assert_eq!(root.code, [CodePath::Value(value(&reader, "error.code"))]);
    assert_eq!(root.fields, [value(&reader, "error")]);

    assert_eq!((element.is_listed(), is_probe(element)), (true, false));
    assert_eq!(element.when.any_of, [[tests_value(&reader, "[*].error", &ValueTest::Object)]]);
    assert_eq!(element.id, [value(&reader, "[*].id")]);

    assert!(is_probe(probe));
    assert_eq!((probe.steps, probe.node), (element.steps, element.node));
    assert_eq!(probe.outside, 0b10, "a result within an error is no success");
    assert_eq!(probe.when.any_of, [[tests_value(&reader, "[*].result", &ValueTest::Exists)]]);

    assert_eq!(held(node(&reader, "[*]")), [1]);
    let restarts = ["$", "[*]", "error"].map(|at| node(&reader, at).restarts);
    assert_eq!(restarts, [0b110, 0, 0]);
    assert_eq!(reader.envelopes[0].items.all, [0]);
    assert_eq!(reader.envelopes[1].items.all, [1]);
    assert_eq!(reader.envelopes[1].success, Some(Condition::new(&[&[Test::Counted { place: 2 }]])));
    assert_eq!(reader.envelopes[0].keep[1], Kept { name: "id", slot: slot(&reader, "id") });
    let names: Vec<&str> = reader.nodes[0].members.all.iter().map(|member| member.name).collect();
    assert_eq!(names, ["jsonrpc", "id", "error", "result"], "what is kept, the items, and what is tested");
    let element = ["[*]", "[*].error", "[*].error.code", "[*].error.message", "[*].id", "[*].result"];
    assert_eq!(node(&reader, "[*]").clears, bits(&reader, &element));
    assert_eq!(node(&reader, "error").clears, bits(&reader, &["error", "error.code", "error.message"]));
    assert_eq!(node(&reader, "$").clears, (1 << 13) - 1);
}

#[test]
fn rest_graphql_and_oauth_share_a_place() {
    let errors = || Items {
        fields_at: item_paths(&["extensions", "@"]),
        ..items("$.errors[*]", &["code", "extensions.code"], &["message"])
    };
    let graphql = model::Envelope {
        when: Some(any(&[
            &[("$.errors[*].extensions", ValueTest::Object)],
            &[("$.errors[*].locations", ValueTest::List)],
            &[("data", ValueTest::Object)],
        ])),
        success: Some(all(&[("data", ValueTest::Object)])),
        keep: vec![path("data")],
        ..envelope("graphql", vec![errors()])
    };
    let auth = model::Envelope {
        when: Some(all(&[("error", ValueTest::String), ("$.errors[*].extensions", ValueTest::Object)])),
        keep: vec![path("statusCode"), path("message")],
        ..envelope("auth", vec![errors()])
    };
    let oauth = Items {
        when: Some(all(&[("error", ValueTest::String)])),
        ..items("$", &["error"], &["error_description", "message"])
    };
    let reader = lowered(vec![graphql, auth, envelope("rest", vec![errors()]), envelope("oauth", vec![oauth])]);

    assert_eq!(reader.places.len(), 4, "the list, two probes and the root");
    let tested = [Test::Counted { place: 1 }, Test::Counted { place: 2 }];
    let data = tests_value(&reader, "data", &ValueTest::Object);
    assert_eq!(reader.envelopes[0].when.any_of, [[tested[0]], [tested[1]], [data]]);
    let error = tests_value(&reader, "error", &ValueTest::String);
    assert_eq!(reader.envelopes[1].when.any_of, [[error, tested[0]]], "the probe is shared");
    assert_eq!(reader.envelopes[0].success, Some(Condition::new(&[&[data]])));
    for envelope in &reader.envelopes[..3] {
        assert_eq!(envelope.items.all, [0]);
    }
    let list = &reader.places[0];
    assert!(list.is_listed());
    assert_eq!(list.code[1], CodePath::Value(value(&reader, "errors[*].extensions.code")));
    assert_eq!(list.fields, [value(&reader, "errors[*].extensions"), value(&reader, "errors[*]")]);
    assert_eq!(held(node(&reader, "errors[*]")), [0, 1, 2]);
    let restarts = ["$", "errors", "errors[*]", "data"].map(|at| node(&reader, at).restarts);
    assert_eq!(restarts, [0b111, 0b111, 0, 0]);

    let extensions = ["errors[*].extensions", "errors[*].extensions.code"];
    assert_eq!(node(&reader, extensions[0]).clears, bits(&reader, &extensions));
    let others = ["errors[*]", "errors[*].locations", "errors[*].code", "errors[*].message"];
    let element = bits(&reader, &extensions) | bits(&reader, &others);
    assert_eq!(node(&reader, "errors[*]").clears, element);
    assert_eq!(node(&reader, "errors").clears, element);
    let root = ["$", "data", "error", "statusCode", "message", "error_description"];
    assert_eq!(node(&reader, "$").clears, element | bits(&reader, &root));
    assert_eq!(element & bits(&reader, &root), 0, "every place has its own slot");
}

#[test]
fn items_in_a_list_and_at_the_root() {
    let rest =
        |at| Items { status: item_paths(&["status"]), id: item_paths(&["id"]), ..items(at, &["code"], &["title"]) };
    let data = model::Envelope {
        success: Some(all(&[("data", ValueTest::Exists)])),
        partial: true,
        keep: vec![path("data")],
        ..envelope("errors", vec![rest("$.errors[*]")])
    };
    let when = any(&[&[("code", ValueTest::String)], &[("title", ValueTest::String), ("status", ValueTest::Scalar)]]);
    let reader = lowered(vec![data, envelope("single", vec![Items { when: Some(when), ..rest("$") }])]);
    let code = tests_value(&reader, "code", &ValueTest::String);
    let title = tests_value(&reader, "title", &ValueTest::String);
    let status = tests_value(&reader, "status", &ValueTest::Scalar);
    assert_eq!(reader.places[1].when.any_of, [vec![code], vec![title, status]]);
    assert_eq!(reader.places[1].status, [value(&reader, "status")]);
    assert_eq!(reader.places[0].when, Condition::new(&[]));
    assert!(reader.envelopes[0].partial);
    assert!(held(&reader.nodes[0]).is_empty());
}

#[test]
fn a_status_that_is_tested_and_kept() {
    let equals = |text: &str| ValueTest::Equals(text.to_owned());
    let item = Items {
        when: Some(any(&[&[("status", equals("failed"))], &[("code", ValueTest::Scalar)]])),
        ..items("$", &["code"], &["message"])
    };
    let standard = model::Envelope {
        success: Some(all(&[("status", equals("success"))])),
        keep: vec![path("status"), path("data")],
        ..envelope("standard", vec![item])
    };
    let reader = lowered(vec![standard]);
    let status = slot(&reader, "status");
    assert_eq!(reader.envelopes[0].keep[0], Kept { name: "status", slot: status });
    assert_eq!(
        reader.places[0].when.any_of[0],
        [Test::Value { slot: status, test: tables::ValueTest::Equals("failed") }]
    );
    assert_eq!((reader.nodes.len(), reader.nodes[0].clears, reader.nodes[0].restarts), (5, 0b1_1111, 0));
}

#[test]
fn classes_tell_success() {
    let value = |text: &str, success| model::ClassValue {
        text: text.to_owned(),
        name: "name".to_owned(),
        ident: "Name".to_owned(),
        meaning: String::new(),
        success,
        note: success.is_none(),
        advised: model::Advised::default(),
    };
    let class = |by, values| model::Class {
        name: "class".to_owned(),
        ident: "Class".to_owned(),
        by,
        outranks: false,
        meaning: String::new(),
        values,
    };
    let digits = |start, values| class(model::ClassBy::Digits { width: 6, start, len: 1 }, values);
    let member = model::ClassBy::Member(vec![item_path("type")]);
    let classes = vec![
        digits(0, vec![value("0", Some(true)), value("1", Some(false))]),
        digits(1, vec![value("4", None), value("5", Some(false))]),
        class(model::ClassBy::Prefix("9".to_owned()), vec![value("", Some(true))]),
        class(model::ClassBy::Range { from: 1, to: 2 }, vec![value("", Some(true))]),
        class(member, vec![value("done", Some(true))]),
    ];
    let note = |at, when| Items { when, note: true, ..items(at, &["code"], &["message"]) };
    let root = note("$", Some(all(&[("code", ValueTest::Scalar)])));
    let standard = envelope("standard", vec![root, note("$.debug[*]", None)]);
    let rule = |start, digits, answer| ItemRule::Digits { start, digits, answer };
    let rules = [
        rule(0, "0", true),
        rule(0, "1", false),
        rule(1, "5", false),
        ItemRule::Prefix { prefix: "9", answer: true },
        ItemRule::Range { from: 1, to: 2, answer: true },
        ItemRule::Member { class: 0, text: "done", answer: true },
    ];

    let model = Vendor { classes, ..vendor(CodeForm::Digits { width: 6 }, vec![standard]) };
    let reader = lower(&model).unwrap();
    check(&reader);
    assert_eq!(reader.width, 6);
    assert!(reader.places.iter().all(|place| place.note));
    assert_eq!(reader.places[1].classes, [[tables::ItemPath::Value(slot(&reader, "$.debug[*].type"))]]);
    let places = ItemPlaces { all: &[0, 1], bits: 0b11, single: &[0], any_note: true };
    assert_eq!(reader.envelopes[0].items, places);

    let arena = arena();
    let classes = classes::classes(arena, &model.classes);
    assert_eq!(classes::success_rules(arena, &[], classes), rules);
    assert_eq!(classes::note_rules(arena, classes), [rule(1, "4", true)]);
    let with_both = classes::success_rules(arena, &["000000".to_owned()], classes);
    assert_eq!(with_both[0], ItemRule::Sentinels(&["000000"]));
    assert_eq!(with_both[1..], rules);
}

#[test]
fn sentinels_are_one_rule() {
    let success = ["0".to_owned(), "OK".to_owned()];
    let rules = classes::success_rules(arena(), &success, &[]);
    assert_eq!(rules, [ItemRule::Sentinels(&["0", "OK"])]);
    let reader = lower(&vendor(CodeForm::Text, Vec::new())).unwrap();
    assert_eq!(reader.width, 0);
    assert_eq!(reader.nodes, [Node::EMPTY], "the body has a node even where nothing is looked for");
}
