//! Messages taken apart by their wordings, and put together by them.

use std::fmt::Write as _;

use errors_codegen::examples;
use errors_gen::Vendor;
use errors_gen::json::{Json, Text};
use errors_gen::table::{Part, Wording};
use errors_gen::wording::{self, MOST_PARAMETERS, Parameters, RenderError};
use errors_gen::{AnyCode, CompiledIn as _, VENDORS, abicart, commercetools};

mod properties;
mod tricky;

/// The names and values of a message's parameters.
fn read<'a>(wordings: &[Wording<'a>], message: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    wording::parameters(wordings, message).map(|parameters| parameters.iter().collect())
}

/// A text as it stands in a body, with every character escaped that `escape` tells.
fn body(text: &str, escape: impl Fn(usize, char) -> bool) -> String {
    let mut body = "\"".to_owned();
    for (index, character) in text.chars().enumerate() {
        if escape(index, character) || character < ' ' || matches!(character, '"' | '\\') {
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(body, "\\u{unit:04x}").unwrap();
            }
        } else {
            body.push(character);
        }
    }
    body + "\""
}

fn text(body: &str) -> Text<'_> {
    Json::parse(body.as_bytes()).expect("valid JSON").text().expect("a string")
}

/// What is read in a body, as owned text.
fn read_text(wordings: &[Wording<'_>], message: &str, escape: impl Fn(usize, char) -> bool) -> Option<Vec<String>> {
    let body = body(message, escape);
    let parameters: Parameters<'_, '_> = wording::parameters(wordings, text(&body))?;
    Some(parameters.iter().map(|(_, value)| value.to_string()).collect())
}

/// The wordings of every code that has some.
fn all_wordings() -> impl Iterator<Item = (&'static str, &'static [Wording<'static>])> {
    VENDORS.iter().flat_map(|vendor| {
        let wordings = vendor.table().codes.wire.iter().copied().zip(vendor.table().codes.messages.iter().copied());
        wordings.filter(|(_, wordings)| !wordings.is_empty())
    })
}

#[test]
fn every_wording_is_read_as_it_stands() {
    let mut count = 0;
    for (wire, wordings) in all_wordings() {
        for wording in wordings {
            let names: Vec<&str> = wording.holes().collect();
            let values: Vec<String> = (0..names.len()).map(|index| format!("value{index}")).collect();
            let given: Vec<(&str, &str)> = names.into_iter().zip(values.iter().map(String::as_str)).collect();
            let message = wording::render(wordings, &given).unwrap_or_else(|error| panic!("{wire}: {error}"));
            assert_eq!(read(wordings, &message), Some(given), "{wire}: {message}");
            assert_eq!(read_text(wordings, &message, |_, _| false), Some(values.clone()), "{wire}: {message}");
            assert_eq!(read_text(wordings, &message, |_, _| true), Some(values), "{wire}: {message}");
            count += 1;
        }
    }
    assert!(count > 180, "only {count} wordings");
}

/// Messages of examples in other words than the page fixes, which it shows itself or gives as examples only.
const OTHER_WORDS: &[&str] = &[
    "'404' is not an expected status code.",
    "External OAuth answered with HTTP status 500.",
    "First error message.",
    "Second error message.",
];

#[test]
fn the_messages_of_examples_and_of_written_bodies_follow_the_wordings() {
    let catalogs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogs");
    let models = errors_codegen::read_directory(&catalogs).unwrap_or_else(|findings| panic!("{findings}"));
    let mut strangers = Vec::new();
    let mut count = 0;
    for model in &models {
        let vendor = VENDORS.iter().find(|vendor| vendor.name() == model.name).expect("the same vendor, compiled");
        let written = model.codes.iter().map(|code| {
            let body = examples::write(model, *vendor, code).unwrap_or_else(|error| panic!("{}: {error}", code.wire));
            (body.status, body.json, &code.place)
        });
        let shown = examples::all(model).map(|example| (example.status, example.body.clone(), &example.place));
        for (status, body, place) in shown.chain(written) {
            for item in vendor.read(status, body.as_bytes()).errors() {
                let (Some(index), Some(message)) = (item.code().map(AnyCode::index), item.message()) else { continue };
                let wordings = vendor.table().codes.messages[index];
                let wire = vendor.table().codes.wire[index];
                if wordings.is_empty() || OTHER_WORDS.contains(&message.to_string().as_str()) {
                    continue;
                }
                count += 1;
                if message.parameters(wordings).is_none() {
                    strangers.push(format!("{place}: {wire}: {message}\n    {}", wordings[0].text));
                }
            }
        }
    }
    assert!(count > 100, "only {count} messages");
    assert!(strangers.is_empty(), "{} of {count}:\n{}", strangers.len(), strangers.join("\n"));
}

#[test]
fn the_limits_of_the_generator_and_the_runtime_agree() {
    assert_eq!(MOST_PARAMETERS, errors_codegen::template::MOST_HOLES);
}

#[test]
fn responses_have_the_parameters_of_their_errors() {
    let body = r#"{"statusCode": 409, "message": "m", "errors": [
        {"code": "ConcurrentModification", "message": "Object \"a\" has a different version than expected. Expected: 3 - Actual: 5."},
        {"code": "ConcurrentModification", "message": "Another message."},
        {"code": "NotListed", "message": "The Resource with ID 1 was not found."},
        {"code": "ResourceNotFound"}
    ]}"#;
    let response = commercetools::read(409, body);
    let parameters = response.parameters().unwrap();
    assert_eq!(parameters.len(), 3);
    assert_eq!(parameters.get("resourceId").unwrap(), "\"a\"");
    assert_eq!(parameters.get("expectedVersion").unwrap(), "3");
    assert!(parameters.get("version").is_none());
    assert_eq!(parameters.wording(), &commercetools::Code::ConcurrentModification.messages()[0]);
    let all: Vec<_> = parameters.iter().map(|(name, value)| (name, value.to_string())).collect();
    let expected = [("resourceId", "\"a\""), ("expectedVersion", "3"), ("currentVersion", "5")];
    assert_eq!(all, expected.map(|(name, value)| (name, value.to_owned())));
    // A value can be personal or secret.
    assert!(!format!("{parameters:?}").contains("\"a\""), "{parameters:?}");
    let others = response.errors().skip(1).map(|error| error.parameters().is_some());
    assert_eq!(others.collect::<Vec<_>>(), [false, false, false]);
}

#[test]
fn vendors_chosen_at_run_time_have_the_same_parameters() {
    let body = r#"{"code": "124104", "message": "Cannot pause a pending timer, item(s): [a, b]"}"#;
    let response = Vendor::by_name("omnicart").unwrap().read(409, body);
    let parameters = response.parameters().unwrap();
    assert!(parameters.list("list").unwrap().eq(["a", "b"]));
    let code = response.code().unwrap();
    let message = code.render(&[("list", "a, b")]).unwrap();
    assert_eq!(code.parameters_in(&message).unwrap().get("list"), Some("a, b"));
    assert!(code.render(&[("items", "a")]).is_err());
}

#[test]
fn a_long_list_is_gone_through_once() {
    // Where every character took a look at all that is behind it, this would take many minutes.
    const ELEMENTS: usize = 100_000;
    let wordings =
        [Wording { text: "No [{list}]", parts: &[Part::Literal("No ["), Part::Hole("list"), Part::Literal("]")] }];
    let message = format!("No [{}]", vec!["Größe"; ELEMENTS].join(", "));
    for escaped in [None, Some(4), Some(message.chars().count() - 2)] {
        let body = body(&message, |index, _| escaped == Some(index));
        let text = Json::parse(body.as_bytes()).unwrap().text().unwrap();
        let mut list = wording::parameters(&wordings, text).unwrap().list("list").unwrap();
        assert_eq!(list.by_ref().filter(|element| *element == "Größe").count(), ELEMENTS);
    }
}

#[test]
fn a_message_of_several_texts_follows_no_wording() {
    let wording = [Wording { text: "No {what}", parts: &[Part::Literal("No "), Part::Hole("what")] }];
    let reads = |message: &str| {
        let body = format!(r#"{{"status": "failed", "code": "X", "message": {message}}}"#);
        let vendor = VENDORS.iter().find(|vendor| vendor.name() == "dukanext").unwrap();
        let reading = vendor.read(Some(400), body.as_bytes());
        let item = reading.errors().next().unwrap();
        item.message()?.parameters(&wording).map(|parameters| parameters.get("what").unwrap().to_string())
    };
    assert_eq!(reads(r#""No tea""#).as_deref(), Some("tea"));
    assert_eq!(reads(r#"["No tea"]"#).as_deref(), Some("tea"));
    assert_eq!(reads(r#"["No tea", "No cup"]"#), None);
}
