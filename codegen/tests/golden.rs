//! What the generator makes of `golden/<name>.yaml` compiles and works. That it still makes `golden/<name>.rs` of them is
//! tested in `generate.rs`, which compiles without them.
#![warn(clippy::all, clippy::pedantic, clippy::nursery)]
#![warn(future_incompatible, keyword_idents, let_underscore, nonstandard_style, rust_2018_idioms, unused)]
#![warn(
    explicit_outlives_requirements,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unnameable_types,
    unreachable_pub,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]

// Included, as build scripts' output is: formatting leaves them alone.
/// Codes of digits, with structure and calls.
pub mod digits {
    include!("golden/digits.rs");
}
/// Integer codes, with ranges.
pub mod integer {
    include!("golden/integer.rs");
}
/// Codes of text, with texts that try to get out of their places.
pub mod text {
    include!("golden/text.rs");
}

#[test]
fn every_text_arrives() {
    let vendor = errors_codegen::read_text("text", include_str!("golden/text.yaml")).unwrap();
    assert_eq!(vendor.codes.len(), text::Code::ALL.len());
    for (code, generated) in vendor.codes.iter().zip(text::Code::ALL) {
        assert_eq!(generated.as_str(), code.wire);
        assert_eq!(generated.name(), code.ident);
        assert_eq!(format!("{generated:?} {generated}"), format!("{} {}", code.ident, code.wire));
        assert_eq!(generated.meaning(), code.meaning);
        assert_eq!(generated.action(), code.action);
        assert_eq!(generated.retry().reason, code.retry.reason);
        assert_eq!(generated.section(), vendor.sections[code.section].title);
        assert_eq!(text::Code::from_wire(&code.wire), Some(*generated));
        assert_eq!(text::Code::try_from(code.wire.as_str()), Ok(*generated));
    }
    assert_eq!(text::Code::from_wire("NOT_LISTED"), None);
    assert_eq!(text::Code::try_from("NOT_LISTED").unwrap_err().text(), "NOT_LISTED");
}

#[test]
fn a_text_is_one_of_those_that_are_known_or_another() {
    use text::types::Cause;
    let causes = r#"["OUT_OF_STOCK", "price\u002echanged", "out_of_stock", 7]"#;
    let body = format!(r#"{{"statusCode": 409, "errors": [{{"code": "OUT_OF_STOCK", "causes": {causes}}}]}}"#);
    let Some(text::Detail::OutOfStock(detail)) = text::read(409, &body).detail() else { panic!("another code") };
    let causes: Vec<_> = detail.causes().unwrap().unwrap().into_iter().collect();
    assert!(matches!(causes[0], Ok(Cause::OutOfStock)) && matches!(causes[1], Ok(Cause::PriceChanged)));
    assert!(matches!(causes[2], Ok(Cause::Other(text)) if text == "out_of_stock"));
    assert!(causes[3].is_err());
}

#[test]
fn objects_are_told_apart_by_a_member() {
    use text::types::Means;
    let means = |value: &str| {
        let body = format!(r#"{{"statusCode": 409, "errors": [{{"code": "OUT_OF_STOCK", "means": {value}}}]}}"#);
        let Some(text::Detail::OutOfStock(detail)) = text::read(409, &body).detail() else { panic!("another code") };
        match detail.means().unwrap() {
            Some(Means::Card(card)) => format!("card {:?}", card.kind().unwrap().is_some()),
            Some(Means::Bank(bank)) => format!("bank {}", bank.number().unwrap().unwrap()),
            Some(Means::CardList(cards)) => format!("{} cards", cards.len()),
            Some(Means::BankList(banks)) => format!("{} banks", banks.len()),
            Some(Means::Other(json)) => format!("other {json}"),
            None => "none".to_owned(),
        }
    };
    assert_eq!(means(r#"{"number": "1", "kind": "bank"}"#), "bank 1");
    assert_eq!(means(r#"{"number": "1", "kind": "gift\u0020card"}"#), "card true");
    assert_eq!(means(r#"{"sort": "card"}"#), "card true");
    assert_eq!(means(r#"[{"kind": "bank"}, {"kind": "card"}]"#), "2 banks");
    assert_eq!(means(r#"[{"sort": "card"}]"#), "1 cards");
    // Neither a text that nobody knows nor what else is there makes it one of them.
    for other in [r#"{"number": "1", "kind": "cash"}"#, r#"{"number": "1"}"#, r#"{"kind": 7}"#, "[]", "[7]", "7"] {
        assert_eq!(means(other), format!("other {other}"));
    }
}

#[test]
fn attributes_of_text_codes() {
    use text::Code;
    assert_eq!(Code::with_status(409), [Code::OutOfStock, Code::Weird]);
    assert_eq!(Code::with_status(404), []);
    assert_eq!((Code::OK.status(), Code::OutOfStock.status()), (None, Some(409)));
    assert_eq!(Code::GoneLongAgo.replaced_by(), Some(Code::OutOfStock));
    assert_eq!(Code::GoneLongAgo.deprecated(), Some("Since version 2."));
    assert_eq!(Code::GoneLongAgo.link(), "https://text.example/old#gone");
    let fields: Vec<_> =
        Code::OutOfStock.fields().iter().map(|field| (field.name, field.ty, field.sensitive)).collect();
    assert_eq!(fields.len(), 6);
    assert!(fields.contains(&("sku", "string", true)) && fields.contains(&("near", "Near", false)));
    assert_eq!(Code::OutOfStock.messages()[1].parts, [errors_runtime::table::Part::Literal("{no} stock")]);
    assert_eq!(text::transport(502).map(|error| error.name), Some("BadGateway"));
    assert_eq!(text::transport(503), None);
}

#[test]
fn detail_codes_refine_codes() {
    use errors_runtime::{Advice, Kind};
    use text::{Code, DetailCode};
    let vendor = errors_codegen::read_text("text", include_str!("golden/text.yaml")).unwrap();
    assert_eq!(vendor.detail_codes.len(), DetailCode::ALL.len());
    for (detail, generated) in vendor.detail_codes.iter().zip(DetailCode::ALL) {
        assert_eq!((generated.as_str(), generated.meaning()), (detail.wire.as_str(), detail.meaning.as_str()));
        assert_eq!(generated.code().map(Code::as_str), detail.code.as_deref());
        assert_eq!(format!("{generated:?} {generated}"), format!("{} {}", detail.ident, detail.wire));
    }
    let read = |code: &str, detail: &str| {
        let body =
            format!(r#"{{"statusCode": 409, "errors": [{{"code": "{code}", "detail": {{"code": {detail}}}}}]}}"#);
        let response = text::read(409, &body);
        (response.detail_code(), response.retry().advice, response.kind().value)
    };
    let own = (Advice::AfterFix, Kind::FailedPrecondition);
    assert_eq!(read("OUT_OF_STOCK", "null"), (None, own.0, own.1));
    assert_eq!(read("OUT_OF_STOCK", r#""new""#), (None, own.0, own.1));
    assert_eq!(
        read("OUT_OF_STOCK", r#""sold\u005fto_others""#),
        (Some(DetailCode::SoldToOthers), own.0, Kind::Aborted)
    );
    assert_eq!(read("OUT_OF_STOCK", r#""later""#), (Some(DetailCode::LaterStock), Advice::AfterWait, own.1));
    assert_eq!(read("GONE_LONG_AGO", r#""later""#), (Some(DetailCode::Later), Advice::Backoff, Kind::NotFound));
    assert_eq!(read("GONE_LONG_AGO", r#""sold_to_others""#), (None, own.0, Kind::NotFound));
    assert_eq!(read("GONE_LONG_AGO", "123"), (Some(DetailCode::OneTwoThree), own.0, Kind::NotFound));
}

#[test]
fn numbers_and_ranges() {
    use integer::{Code, Range};
    for code in Code::ALL {
        assert_eq!(Code::from_number(code.number()), Some(*code));
        assert_eq!(code.number().to_string(), code.as_str());
        assert_eq!(code.range(), Range::of(code.number()));
    }
    assert_eq!(Code::from_number(7), None);
    assert_eq!(Range::of(-32050), Some(Range::ServerError));
    assert_eq!(Range::of(-32600), Some(Range::Reserved));
    assert_eq!((Range::of(-2), Range::of(i64::MAX)), (None, Some(Range::Shop)));
    assert_eq!(Range::ServerError.bounds(), (-32099, -32000));
    assert_eq!(Code::with_status(429), [Code::Overloaded, Code::Large]);
}

#[test]
fn digits_and_operations() {
    use digits::{Area, Code, Operation, Outcome};
    assert_eq!(Code::Success.status_for(Operation::Start), Some(201));
    assert_eq!(Code::Success.status_for(Operation::Look), Some(200));
    assert_eq!(Code::Changed.status_for(Operation::Look), None);
    assert_eq!(Code::Other.status_for(Operation::Look), Some(500));
    assert_eq!(
        (Code::Other.operations(), Code::Note.operations()),
        (None, Some(&[Operation::Start, Operation::Change][..]))
    );
    assert_eq!(Operation::Change.codes(), [Code::Success, Code::Changed, Code::Note]);
    assert_eq!(Operation::from_key("look").map(Operation::title), Some("Look at Order"));
    assert_eq!((Code::Changed.outcome(), Code::Changed.area()), (Some(Outcome::Failed), Some(Area::Conflict)));
    assert_eq!((Code::Other.area(), Code::Other.read()), (None, Some(digits::Read::All)));
    assert_eq!((Outcome::of("0777"), Outcome::of("07770"), Area::of("124x")), (Some(Outcome::Succeeded), None, None));
    assert_eq!((Area::Conflict.digits(), Area::Conflict.to_string().as_str()), ("24", "conflict"));
    assert_eq!((Code::from_number(1010), Code::from_wire("01010")), (Some(Code::Note), None));
}

#[test]
fn bodies_are_read() {
    let response = digits::read(409, r#"{"code": 1010, "message": "order 7 changed"}"#);
    assert_eq!(response.errors().next().and_then(|error| error.code()), Some(digits::Code::Note));
    let response = integer::read(None, br#"{"error": {"code": -32601, "message": ""}}"#);
    assert_eq!(response.code(), Some(integer::Code::MethodNotFound));
    let response = text::read(409, r#"{"statusCode": 409, "errors": [{"domain": "a", "reason": "b"}]}"#);
    assert!(response.is("a.b"));
}

#[test]
fn details_are_read_from_the_place_of_their_items() {
    use text::{Detail, types::Near};
    let body = r#"{"statusCode": 409, "errors": [{"code": "OUT_OF_STOCK", "sku": "M-1", "traceId": 7, "limit": 3, "left": 0}]}"#;
    let response = text::read(409, body);
    let Some(Detail::OutOfStock(detail)) = response.detail() else { panic!("{response}") };
    assert_eq!(detail.sku().unwrap().unwrap(), "M-1");
    assert_eq!(detail.trace_id().unwrap_err().to_string(), "`traceId`: expected a string, found a number (7)");
    assert!(matches!(detail.limit(), Ok(Some(text::types::Limit::Integer(3)))));
    assert!(matches!(detail.near(), Ok(None)));
    assert_eq!(detail.extra().map(|(name, _)| name.raw()).collect::<Vec<_>>(), ["left"]);
    assert_eq!(format!("{detail:?}"), "OutOfStock { traceId: 7, sku: ***, limit: 3, .. }");

    let near = |value: &str| {
        let body = format!(r#"{{"statusCode": 409, "errors": [{{"code": "OUT_OF_STOCK", "nearby": {value}}}]}}"#);
        let response = text::read(409, &body);
        let Some(Detail::OutOfStock(detail)) = response.detail() else { panic!("{response}") };
        match detail.near().unwrap() {
            Some(Near::ReferenceList(list)) => format!("references {}", list.json()),
            Some(Near::Limit(limit)) => format!("limit {limit:?}"),
            Some(Near::StringList(list)) => format!("strings {}", list.len()),
            Some(Near::Reference(reference)) => format!("reference {reference:?}"),
            Some(Near::BooleanMap(map)) => format!("map {}", map.json()),
            Some(Near::Other(json)) => format!("other {json}"),
            None => "none".to_owned(),
        }
    };
    assert_eq!(near(r#"[{"id": "a"}]"#), r#"references [{"id": "a"}]"#);
    assert_eq!(near(r#"["a", 7]"#), "strings 2");
    assert_eq!(near("[]"), "references []");
    assert_eq!(near("[true]"), "other [true]");
    assert_eq!(near("7"), "limit Integer(7)");
    assert_eq!(near("7.5"), "other 7.5");
    assert_eq!(near(r#""a""#), "limit String(Text(1 bytes))");
    assert_eq!(near(r#"{"a": true, "typeId": 1}"#), "reference Reference { typeId: 1, .. }");
    assert_eq!(near(r#"{"a": true}"#), r#"map {"a": true}"#);
    assert_eq!(near(r#"{"a": 1}"#), r#"other {"a": 1}"#);
    assert_eq!(near("null"), "none");

    // A code without fields of its own, one that is not listed, and none at all.
    for body in [r#"{"code": 1990, "more": 1}"#, r#"{"code": 1991, "more": 1}"#] {
        let response = digits::read(None, body);
        let Some(digits::Detail::Other(other)) = response.detail() else { panic!("{response}") };
        assert_eq!(other.fields().read::<i64>("more"), Ok(Some(1)));
    }
}

#[test]
fn fields_may_have_the_names_of_methods() {
    use text::Detail;
    let body = r#"{"statusCode": 400, "errors": [{"code": "NAMED_LIKE_METHODS", "from": "a", "into": 1, "fields": 2, "origin": {"from": "b"}}]}"#;
    let response = text::read(400, body);
    let Some(Detail::NamedLikeMethods(detail)) = response.detail() else { panic!("{response}") };
    assert_eq!(detail.from().unwrap().unwrap(), "a");
    assert_eq!((detail.into(), detail.try_from(), detail.fields_()), (Ok(Some(1)), Ok(None), Ok(Some(2))));
    assert_eq!(
        (detail.clone(), detail.view(), detail.next(), detail.self_()),
        (Ok(None), Ok(None), Ok(None), Ok(None))
    );
    let origin = detail.origin().unwrap().unwrap();
    assert_eq!((origin.from().unwrap().unwrap().to_string().as_str(), origin.view()), ("b", Ok(None)));
    assert_eq!(detail.fields().read::<i64>("into"), Ok(Some(1)));
}

#[test]
fn the_vendor_knows_everything() {
    let vendor = text::VENDOR;
    assert_eq!((vendor.name(), vendor.title(), vendor.reviewed()), ("text", "TextShop", "2026-11-21"));
    assert_eq!(vendor.sources().len(), 2);
    assert_eq!(vendor.table().codes.wire.len(), text::Code::ALL.len());
    assert_eq!(digits::VENDOR.operations().len(), 3);
}
