//! Each catalog under `tests/shapes` describes a shape of body that none of the five vendors has, and reads its examples.

use errors_codegen::examples;
use errors_codegen::model::Example;
use errors_gen::load::Arena;
use errors_gen::{Outcome, Reason};

use crate::corpus;

#[test]
fn every_shape_reads_its_examples() {
    let vendors = errors_codegen::read_directory(&corpus::tests().join("shapes"));
    let vendors = vendors.unwrap_or_else(|findings| panic!("{findings}"));
    assert!(vendors.len() >= 14, "only {} shapes", vendors.len());
    let mut failures = Vec::new();
    for vendor in &vendors {
        assert!(examples::all(vendor).count() > 0, "{} has no example", vendor.name);
        failures.extend(examples::check(vendor).iter().map(ToString::to_string));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The shapes of well-known APIs, and whether their answers can be partial.
const WELL_KNOWN: [(&str, bool); 8] = [
    ("two_levels", false),
    ("name_and_issues", false),
    ("category", false),
    ("domain_and_number", true),
    ("field_map", false),
    ("user_errors", true),
    ("problem_documents", false),
    ("json_rpc_batch", true),
];

#[test]
fn the_shapes_of_well_known_apis_have_bodies_of_every_outcome() {
    for (shape, partial) in WELL_KNOWN {
        let vendors = errors_codegen::read_files(&[corpus::tests().join(format!("shapes/{shape}.yaml"))]).unwrap();
        let vendor = &vendors[0];
        let has = |outcome, reason| {
            examples::all(vendor)
                .any(|example| (example.reads.outcome, example.reads.reason) == (Some(outcome), reason))
        };
        for outcome in [Outcome::Failed, Outcome::Succeeded, Outcome::Partial] {
            let wanted = outcome != Outcome::Partial || partial;
            assert_eq!(has(outcome, None), wanted, "{shape} has no body that is {outcome}");
        }
        for reason in Reason::ALL {
            assert!(has(Outcome::Unrecognized, Some(*reason)), "{shape} has no body that is unrecognized: {reason}");
        }
        for (index, envelope) in vendor.envelopes.iter().enumerate() {
            let read = |example: &Example| example.reads.envelope.as_ref() == Some(&envelope.name);
            let within = vendor.envelopes.iter().filter_map(|whole| whole.batch.as_ref());
            let within = within.flat_map(|batch| &batch.of).any(|of| *of == index);
            assert!(within || examples::all(vendor).any(read), "{shape}: no body has the envelope {}", envelope.name);
        }
    }
}

#[test]
fn items_know_the_name_that_they_were_found_under() {
    let vendors = errors_codegen::read_files(&[corpus::tests().join("shapes/field_map.yaml")]).unwrap();
    let arena = Arena::new();
    let tables = errors_gen::Vendor::new(arena.load(&vendors[0]).unwrap());
    let read = |body: &str| {
        let reading = tables.read(Some(422), body.as_bytes());
        let named = |item: errors_gen::ErrorItem<'_>| {
            let field = item.field().and_then(errors_gen::json::Json::text).map(|name| name.to_string());
            (field.unwrap_or_default(), item.message().unwrap().to_string())
        };
        reading.errors().map(named).collect::<Vec<_>>()
    };
    let expected = |all: &[(&str, &str)]| {
        all.iter().map(|(name, message)| ((*name).to_owned(), (*message).to_owned())).collect::<Vec<_>>()
    };
    let lists =
        r#"{"errors": {"email": ["is taken", "is invalid"], "n\u0061me": ["is too long"], "email": ["is odd"]}}"#;
    let taken = [("email", "is taken"), ("email", "is invalid"), ("name", "is too long"), ("email", "is odd")];
    assert_eq!(read(lists), expected(&taken));
    assert_eq!(read(r#"{"errors": {"zip": "is missing"}}"#), expected(&[("zip", "is missing")]));
    assert_eq!(read(r#"{"error": {"code": "captcha_failed", "message": "Again"}}"#), expected(&[("", "Again")]));

    // More than are kept where no room is given.
    let many: Vec<_> = (0..20).map(|index| format!(r#""f{index}": ["is odd", "is old"]"#)).collect();
    let names: Vec<_> =
        read(&format!(r#"{{"errors": {{{}}}}}"#, many.join(","))).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, (0..40).map(|index| format!("f{}", index / 2)).collect::<Vec<_>>());
}

#[test]
fn the_status_of_an_item_is_three_digits() {
    let vendors = errors_codegen::read_files(&[corpus::tests().join("shapes/item_status.yaml")]).unwrap();
    let arena = Arena::new();
    let vendor = errors_gen::Vendor::new(arena.load(&vendors[0]).unwrap());
    let cases = [
        ("404", Some(404)),
        (r#""404""#, Some(404)),
        (r#""4\u00304""#, Some(404)),
        (r#""+404""#, None),
        (r#""0404""#, None),
        (r#""00""#, None),
        (r#""\u0664\u0660\u0664""#, None),
        (r#"" 404""#, None),
        ("404.0", None),
        ("-404", None),
        ("0", None),
        ("40", None),
        ("4040", None),
        ("99999999999", None),
        (r#""""#, None),
        ("null", None),
        ("[404]", None),
    ];
    for (written, status) in cases {
        let body = format!(r#"{{"errors": [{{"code": "GONE", "message": "Gone", "status": {written}}}]}}"#);
        let response = vendor.read(207, body.as_bytes());
        assert_eq!(response.errors().next().unwrap().status(), status, "{body}");
    }
}

#[test]
fn a_name_beside_a_pair_is_not_lost() {
    let items = r#"{ at: "$.errors.*", code: { pair: [domain, reason] }, message: message, field: "@name" }"#;
    let vendor = corpus::stall("stock.out", items);
    let arena = Arena::new();
    let tables = errors_gen::Vendor::new(arena.load(&vendor).unwrap());
    let body = r#"{"errors": {"sku": {"domain": "stock", "reason": "out", "message": "Sold out"}}}"#;
    let reading = tables.read(Some(409), body.as_bytes());
    let item = reading.primary().unwrap();
    assert!(item.is("stock.out"), "{reading:?}");
    assert_eq!(item.field().and_then(errors_gen::json::Json::text).unwrap(), "sku");
}

#[test]
fn fields_are_where_they_are_looked_for_first() {
    let items = r#"{ at: "$.errors[*]", code: code, message: message, fields_at: [detail, extensions, "@"] }"#;
    let vendor = corpus::stall("sold_out", items);
    let arena = Arena::new();
    let tables = errors_gen::Vendor::new(arena.load(&vendor).unwrap());
    let start = r#""code": "sold_out", "message": "Sold out""#;
    for (item, fields) in [
        (format!("{{{start}}}"), format!("{{{start}}}")),
        (format!(r#"{{{start}, "extensions": {{"sku": "E"}}}}"#), r#"{"sku": "E"}"#.to_owned()),
        (
            format!(r#"{{"extensions": {{"sku": "E"}}, {start}, "detail": {{"sku": "D"}}}}"#),
            r#"{"sku": "D"}"#.to_owned(),
        ),
        (format!(r#"{{{start}, "detail": null, "extensions": {{"sku": "E"}}}}"#), r#"{"sku": "E"}"#.to_owned()),
    ] {
        // The first is kept, the last is not.
        let body = format!(r#"{{"errors": [{}]}}"#, vec![item; 9].join(", "));
        let reading = tables.read(Some(409), body.as_bytes());
        let found: Vec<_> = reading.errors().map(|item| item.fields().json().as_str().to_owned()).collect();
        assert_eq!(found, vec![fields; 9], "{body}");
    }
}

#[test]
fn where_no_code_means_success_only_items_that_say_nothing_leave_it_to_the_status() {
    let items = "{ at: $, if: { code: scalar }, code: code, message: message }, \
                 { at: \"$.notes[*]\", code: code, message: message, note: true }";
    let vendor = corpus::stall("sold_out", items);
    let arena = Arena::new();
    let tables = errors_gen::Vendor::new(arena.load(&vendor).unwrap());
    let error = r#""code": "sold_out", "message": "Sold out""#;
    let note = format!("{{{error}}}");
    for (body, status, expected) in [
        (format!(r#"{{{error}, "notes": [{note}]}}"#), Some(200), Outcome::Failed),
        (note.clone(), Some(200), Outcome::Failed),
        (format!(r#"{{"notes": [{note}]}}"#), Some(200), Outcome::Succeeded),
        (format!(r#"{{"notes": [{note}]}}"#), Some(409), Outcome::Failed),
        (format!(r#"{{"notes": [{note}]}}"#), None, Outcome::Failed),
    ] {
        let reading = tables.read(status, body.as_bytes());
        assert_eq!(reading.outcome(), expected, "{status:?} {body}");
    }
}

#[test]
fn members_beside_the_errors_are_kept_however_many() {
    let items = "{ at: \"$.errors[*]\", code: code, message: message }";
    let mut vendor = corpus::stall("sold_out", items);
    let member = |number| errors_codegen::model::Step::Member(format!("beside{number}"));
    vendor.envelopes[0].keep =
        (0..9).map(|number| errors_codegen::model::Path { steps: vec![member(number)] }).collect();
    let arena = Arena::new();
    let tables = errors_gen::Vendor::new(arena.load(&vendor).unwrap());
    let beside: Vec<_> = (0..9).map(|number| format!(r#""beside{number}": {number}"#)).collect();
    let body = format!(r#"{{{}, "errors": [{{"code": "sold_out"}}]}}"#, beside.join(", "));
    let reading = tables.read(None, &body);
    assert_eq!(reading.errors().count(), 1);
    let context: Vec<_> = reading.context().map(|(name, value)| format!("{name}={value}")).collect();
    let expected: Vec<_> = (0..9).map(|number| format!("beside{number}={number}")).collect();
    assert_eq!(context, expected);
    assert_eq!(reading.context().get("beside8").unwrap().as_str(), "8");
}
