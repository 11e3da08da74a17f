//! What the generator makes of `golden/<name>.yaml` compiles and works. That it still makes `golden/<name>.rs` of them is
//! tested in `generate.rs`, which compiles without them.
#![warn(missing_docs, clippy::pedantic, unreachable_pub)]

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
    assert_eq!(fields.len(), 4);
    assert!(fields.contains(&("sku", "string", true)) && fields.contains(&("near", "Reference[]", false)));
    assert_eq!(Code::OutOfStock.messages()[1].parts, [errors_gen::table::Part::Literal("{no} stock")]);
    assert_eq!(text::transport(502).map(|error| error.name), Some("BadGateway"));
    assert_eq!(text::transport(503), None);
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
    use digits::{Code, Operation, Outcome, Topic};
    assert_eq!(Code::Success.status_for(Operation::Start), Some(201));
    assert_eq!(Code::Success.status_for(Operation::Look), Some(200));
    assert_eq!(Code::Changed.status_for(Operation::Look), None);
    assert_eq!(Code::Unknown.status_for(Operation::Look), Some(500));
    assert_eq!(
        (Code::Unknown.operations(), Code::Note.operations()),
        (None, Some(&[Operation::Start, Operation::Change][..]))
    );
    assert_eq!(Operation::Change.codes(), [Code::Success, Code::Changed, Code::Note]);
    assert_eq!(Operation::from_key("look").map(Operation::title), Some("Look at Order"));
    assert_eq!((Code::Changed.outcome(), Code::Changed.topic()), (Some(Outcome::Failed), Some(Topic::Conflict)));
    assert_eq!(Code::Unknown.topic(), None);
    assert_eq!((Outcome::of("0777"), Outcome::of("07770"), Topic::of("124x")), (Some(Outcome::Succeeded), None, None));
    assert_eq!((Topic::Conflict.digits(), Topic::Conflict.to_string().as_str()), ("24", "conflict"));
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
fn the_vendor_knows_everything() {
    let vendor = text::VENDOR;
    assert_eq!((vendor.name, vendor.title, vendor.reviewed), ("text", "TextShop", "2026-11-21"));
    assert_eq!(vendor.sources.len(), 2);
    assert_eq!(vendor.codes.wire.len(), text::Code::ALL.len());
    assert_eq!(digits::VENDOR.operations.len(), 3);
}
