//! What holds exactly at a limit, and just beside it.

use errors_codegen::model;
use errors_gen::json::Json;
use errors_gen::load::Arena;
use errors_gen::table::{Part, Wording};
use errors_gen::write::{BodyBuilder, NewError, NewJson, WriteError};
use errors_gen::{Advice, Outcome, Vendor, wording};

use crate::corpus;

const ITEMS: &str = "{ at: \"$.errors[*]\", code: code, message: message }";

fn loaded<T>(vendor: &model::Vendor, test: impl FnOnce(Vendor<'_>) -> T) -> T {
    let arena = Arena::new();
    test(Vendor::new(arena.load(vendor).unwrap()))
}

/// A body with these codes, whose first letters are escaped.
fn body(codes: &[&str]) -> String {
    let error = |code: &&str| format!(r#"{{"code":"\u{:04x}{}"}}"#, u32::from(code.as_bytes()[0]), &code[1..]);
    format!(r#"{{"errors":[{}]}}"#, codes.iter().map(error).collect::<Vec<_>>().join(","))
}

#[test]
fn escaped_codes_are_listed_up_to_the_longest() {
    let longest = "c".repeat(128);
    let mut vendor = corpus::stall("sold_out", ITEMS);
    vendor.codes[0].wire.clone_from(&longest);
    loaded(&vendor, |vendor| {
        let known = |code: &str| vendor.read(409, &body(&[code])).primary().unwrap().code().is_some();
        assert!(known(&longest));
        assert!(!known(&longest[1..]) && !known(&format!("{longest}c")));
    });
}

#[test]
fn codes_longer_than_any_listed_one_are_no_sentinels() {
    let mut vendor = corpus::stall("sold_out", ITEMS);
    vendor.success = vec!["OK".to_owned()];
    vendor.codes[0].success = Some(false);
    loaded(&vendor, |vendor| {
        let long = "O".repeat(500);
        for (codes, outcome) in [
            (&["OK"][..], Outcome::Succeeded),
            (&[&long], Outcome::Failed),
            (&["OK", &long], Outcome::Succeeded),
            (&[&long, "OK"], Outcome::Failed),
        ] {
            assert_eq!(vendor.read(200, &body(codes)).outcome(), outcome, "{codes:?}");
        }
        // A success beside a failure has no part in the advice.
        assert_eq!(vendor.read(409, &body(&["sold_out", "OK"])).retry().advice, Advice::AfterFix);
    });
}

#[test]
fn control_characters_are_written_as_escapes() {
    for control in '\0'..' ' {
        let written = NewJson::from(format!("a{control}b").as_str());
        let text = Json::parse(written.as_str().as_bytes()).unwrap_or_else(|| panic!("{control:?}")).text().unwrap();
        assert_eq!(text.to_string(), format!("a{control}b"));
    }
    assert_eq!(NewJson::from("\u{1f} \u{7f}").as_str(), "\"\\u001f \u{7f}\"");
}

#[test]
fn ids_are_compared_when_they_are_read_back() {
    let build = |items: &str| {
        let vendor = corpus::stall("sold_out", items);
        loaded(&vendor, |vendor| BodyBuilder::new(&vendor).error(NewError::new("sold_out").id(7)).build())
    };
    assert!(build("{ at: \"$.errors[*]\", code: code, id: id }").is_ok());
    let error = build(ITEMS).unwrap_err();
    let WriteError::ReadsOtherwise { difference, .. } = error else { panic!("{error}") };
    assert_eq!(difference, "the id of error 0 reads as None");
}

#[test]
fn fields_are_shown_once_under_any_of_their_names() {
    let mut vendor = corpus::stall("sold_out", ITEMS);
    vendor.codes[0].fields = vec![model::Field {
        name: "sku".to_owned(),
        also: vec!["item".to_owned(), "sku2".to_owned()],
        ident: "sku".to_owned(),
        ty: model::TypeExpr::String,
        required: None,
        meaning: None,
    }];
    loaded(&vendor, |vendor| {
        for fields in [r#""item":"A-B""#, r#""sku2":"A-B""#, r#""sku":null,"item":"A-B""#, r#""sku":"A-B","item":"C""#]
        {
            let body = format!(r#"{{"errors":[{{"code":"sold_out",{fields}}}]}}"#);
            let response = vendor.read(409, &body);
            let shown = format!("{:?}", response.primary().unwrap());
            assert!(shown.contains(r#"fields: {"sku": "A-B"}"#), "{body}\n{shown}");
        }
    });
}

#[test]
fn every_character_that_steers_a_line_is_escaped() {
    let vendor = corpus::stall("sold_out", ITEMS);
    loaded(&vendor, |vendor| {
        for (character, hidden) in [
            ('\u{61b}', false),
            ('\u{61c}', true),
            ('\u{200a}', false),
            ('\u{200b}', true),
            ('\u{200f}', true),
            ('\u{2010}', false),
            ('\u{2027}', false),
            ('\u{2028}', true),
            ('\u{202e}', true),
            ('\u{2060}', true),
            ('\u{2069}', true),
            ('\u{206a}', false),
            ('\u{feff}', true),
            ('\u{9f}', true),
        ] {
            let body = format!(r#"{{"errors":[{{"code":"sold_out","message":"a{character}b"}}]}}"#);
            let shown = vendor.read(409, &body).to_string();
            assert_eq!(shown.contains(character), !hidden, "{character:?}: {shown:?}");
        }
    });
}

#[test]
fn a_last_hole_can_be_empty_and_eight_holes_are_read() {
    let parts = [Part::Literal("Not found: "), Part::Hole("what")];
    let wording = Wording { text: "Not found: {what}", parts: &parts };
    for message in ["Not found: ", "Not found:", "Not found:  "] {
        let parameters = wording::parameters(&[wording], message).unwrap_or_else(|| panic!("{message:?}"));
        assert_eq!(parameters.get("what"), Some(""), "{message:?}");
    }
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    let parts: Vec<Part<'_>> = names.iter().flat_map(|name| [Part::Hole(name), Part::Literal("-")]).collect();
    let read = |holes: usize| {
        let wording = Wording { text: "", parts: &parts[..holes * 2 - 1] };
        let message = (0..holes).map(|hole| hole.to_string()).collect::<Vec<_>>().join("-");
        wording::parameters(&[wording], message.as_str())
            .map(|all| all.iter().map(|(_, value)| value.len()).sum::<usize>())
    };
    assert_eq!((read(7), read(8), read(9)), (Some(7), Some(8), None));
}
