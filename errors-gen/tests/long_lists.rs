//! Items far back in a list, which are read when they are asked for, read like items that stand alone.

use errors_gen::{Response, VENDORS};
use proptest::prelude::*;

use crate::corpus;

/// A member of an item: what decides comes often, twice too, and of every type.
fn member() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "code",
        "message",
        r"c\u006fde",
        r"\u006dessage",
        "title",
        "extensions",
        "detail",
        "status",
        "field",
        "path",
        "error",
        "result",
        "id",
        "x",
        "codes",
    ]);
    let value = prop::sample::select(vec![
        r#""InvalidField""#,
        r#""a \"message\" with {braces} and [brackets]\\""#,
        r#""""#,
        "null",
        "true",
        "-32601",
        "124101.5e3",
        "[]",
        r#"["one", "two"]"#,
        r#"{"code": "Nested", "message": "nested", "data": [{"x": "]}"}]}"#,
        "{ }",
        r#"[ {"code": -1} ]"#,
    ]);
    let space = prop::sample::select(vec!["", "", " ", "\n\t"]);
    (name, value, space).prop_map(|(name, value, space)| format!("{space}\"{name}\"{space}:{space}{value}{space}"))
}

fn item() -> impl Strategy<Value = String> {
    prop_oneof![
        20 => prop::collection::vec(member(), 0..7).prop_map(|members| format!("{{{}}}", members.join(","))),
        1 => Just("null".to_owned()),
        1 => Just(r#""text""#.to_owned()),
        1 => Just("[{}]".to_owned()),
    ]
}

/// Everything that can be asked of the items, as text.
fn items(reading: &Response<'_>) -> Vec<String> {
    let ask = |item: errors_gen::ErrorItem<'_>| {
        let code = item.raw_code().map(|code| code.to_string());
        let text = |json: Option<errors_gen::json::Json<'_>>| json.map(|json| json.as_str().to_owned());
        let message = text(item.message().map(errors_gen::Message::json));
        let (field, fields) = (text(item.field()), item.fields().json());
        format!("{code:?} {message:?} {} {field:?} {:?} {fields}", item.json(), item.status())
    };
    // An answer that fits no envelope is an error only in a batch, beside one that does.
    match reading.elements() {
        Some(elements) => {
            let fitting: Vec<_> = elements.filter(|element| element.envelope().is_some()).collect();
            fitting.iter().flat_map(|element| element.errors().map(ask)).collect()
        }
        None => reading.errors().map(ask).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn items_of_a_long_list_read_like_items_alone(list in prop::collection::vec(item(), 1..20)) {
        for (before, after, beside) in [(r#"{"errors":["#, "]}", 0), (r#"{"debug":["#, r#"],"code":"x"}"#, 1), ("[", "]", 0)] {
            for vendor in VENDORS {
                let body = format!("{before}{}{after}", list.join(","));
                let together = vendor.read(None, body.as_bytes());
                let mut alone: Vec<String> = items(&together).into_iter().take(beside).collect();
                let mut alike = true;
                for item in &list {
                    let body = format!("{before}{item}{after}");
                    let reading = vendor.read(None, body.as_bytes());
                    // An item can make another envelope of the whole list: then there is nothing to compare.
                    alike &= reading.envelope() == together.envelope() || reading.errors().next().is_none();
                    alone.extend(items(&reading).into_iter().skip(beside));
                }
                if alike {
                    prop_assert_eq!(items(&together), alone, "{}: {}", vendor.name(), body);
                }
            }
        }
    }
}

/// One array comes a second time in the middle of another place, of which not all items could be kept.
#[test]
fn items_that_are_not_kept_keep_their_place_before_those_behind() {
    let places = ["$.parts.*[*]", "$.parts.warnings.list[*]"];
    let places = places.map(|at| format!(r#"{{ at: "{at}", code: code, message: message }}"#));
    let vendor = corpus::stall("OUT_OF_STOCK", &places.join(", "));
    let arena = errors_gen::load::Arena::new();
    let tables = errors_gen::Vendor::new(arena.load(&vendor).unwrap());
    let list = |name: &str, count: usize| {
        let items = (0..count).map(|index| format!(r#"{{"code":"OUT_OF_STOCK","message":"{name} {index}"}}"#));
        format!(r#""{name}":[{}]"#, items.collect::<Vec<_>>().join(","))
    };
    for first in (0..9).chain([40]) {
        for behind in 0..4 {
            let (warnings, lines, notes) = (list("list", first), list("lines", 2), list("notes", behind));
            let body = format!(r#"{{"parts":{{"warnings":{{{warnings}}},{lines},"warnings":{{"list":[]}},{notes}}}}}"#);
            let read = tables.read(None, body.as_bytes());
            let messages: Vec<_> = read.errors().filter_map(|item| item.message()).map(|m| m.to_string()).collect();
            let expected = (0..2).map(|index| format!("lines {index}"));
            let expected = expected.chain((0..behind).map(|index| format!("notes {index}")));
            assert_eq!(messages, expected.collect::<Vec<_>>(), "{body}");
        }
    }
}

/// From some time on nothing is kept of a body that gives a list again and again.
#[test]
fn items_before_a_list_that_is_given_again_and_again_stay() {
    let places = ["$.lines[*]", "$.notes[*]"].map(|at| format!(r#"{{ at: "{at}", code: code, message: message }}"#));
    let vendor = corpus::stall("OUT_OF_STOCK", &places.join(", "));
    let arena = errors_gen::load::Arena::new();
    let tables = errors_gen::Vendor::new(arena.load(&vendor).unwrap());
    let item = |text: String| format!(r#"{{"code":"OUT_OF_STOCK","message":"{text}"}}"#);
    for times in [1, 16, 17, 18, 300] {
        for lines in [0, 1, 9] {
            let first: Vec<_> = (0..lines).map(|index| item(format!("line {index}"))).collect();
            let again = (0..times).map(|index| format!(r#""notes":[{},{{}}]"#, item(format!("note {index}"))));
            let body = format!(r#"{{"lines":[{}],{}}}"#, first.join(","), again.collect::<Vec<_>>().join(","));
            let expected: Vec<_> = (0..lines)
                .map(|index| Some(format!("line {index}")))
                .chain([Some(format!("note {}", times - 1)), None])
                .collect();
            let reading = tables.read(None, body.as_bytes());
            let messages = reading.errors().map(|item| item.message().map(|message| message.to_string()));
            assert_eq!(messages.collect::<Vec<_>>(), expected, "{body}");
        }
    }
}

/// A place whose items stand within those of another, and one where fields can stand in several members.
#[test]
fn items_within_items_and_unusual_ones_come_in_their_order() {
    let places = [
        r#"{ at: "$.errors[*]", code: code, message: message, fields_at: [detail, data] }"#,
        r#"{ at: "$.errors[*].parts[*]", code: code, message: message }"#,
    ];
    let vendor = corpus::stall("OUT_OF_STOCK", &places.join(", "));
    let arena = errors_gen::load::Arena::new();
    let tables = errors_gen::Vendor::new(arena.load(&vendor).unwrap());
    let part = |index: usize| format!(r#"{{"code":"OUT_OF_STOCK","message":"part {index}"}}"#);
    let parts = |count: usize| (0..count).map(part).collect::<Vec<_>>().join(",");
    let rest = |kind: usize, index: usize| match kind {
        0 => String::new(),
        1 => format!(r#","data":{{"sku":"{}"}}"#, "M-1".repeat(index)),
        2 => format!(r#","data":{{"sku":"{}"}},"detail":{{}}"#, "M-1".repeat(index)),
        _ => format!(r#","parts":[{}]"#, parts(kind - 2)),
    };
    for usual in 0..6 {
        for unusual in 0..6 {
            for every in [2, 5, 11] {
                let item = |index: usize| {
                    let kind = if index % every == every - 1 { unusual } else { usual };
                    format!(r#"{{"code":"OUT_OF_STOCK","message":"item {index}"{}}}"#, rest(kind, index))
                };
                let list: Vec<_> = (0..60).map(item).collect();
                let body = format!(r#"{{"errors":[{}]}}"#, list.join(","));
                let read = items(&tables.read(None, body.as_bytes()));
                let parts: usize = list.iter().map(|item| item.matches("part ").count()).sum();
                assert_eq!(read.len(), 60 + parts, "{body}");
                assert!(read.iter().zip(&list).all(|(item, text)| item.contains(text)), "{body}");
            }
        }
    }
}
