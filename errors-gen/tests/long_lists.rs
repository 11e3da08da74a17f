//! Items far back in a list, which are read in a way of their own, read like items that stand alone.

use errors_gen::read::ItemSpans;
use errors_gen::{Reading, VENDORS};
use proptest::prelude::*;

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
fn items(reading: &Reading<'_, '_>) -> Vec<String> {
    let ask = |item: errors_gen::read::Item<'_, '_>| {
        let code = item.raw_code().map(|code| code.to_string());
        let message = item.message().map(errors_gen::read::Message::json);
        format!("{code:?} {message:?} {:?} {:?} {:?} {:?}", item.json(), item.field(), item.status(), item.fields())
    };
    reading.items().map(ask).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn items_of_a_long_list_read_like_items_alone(list in prop::collection::vec(item(), 1..20)) {
        for (before, after, beside) in [(r#"{"errors":["#, "]}", 0), (r#"{"debug":["#, r#"],"code":"x"}"#, 1), ("[", "]", 0)] {
            for vendor in VENDORS {
                let body = format!("{before}{}{after}", list.join(","));
                let together = Reading::read(vendor.reader, None, body.as_bytes());
                let mut room = [ItemSpans::EMPTY; 24];
                let kept = Reading::read_with(vendor.reader, None, body.as_bytes(), &mut room);
                prop_assert_eq!(items(&together), items(&kept), "{}: {}", vendor.name, body);
                let mut alone: Vec<String> = items(&together).into_iter().take(beside).collect();
                let mut alike = true;
                for item in &list {
                    let body = format!("{before}{item}{after}");
                    let reading = Reading::read(vendor.reader, None, body.as_bytes());
                    // An item can make another envelope of the whole list: then there is nothing to compare.
                    alike &= reading.envelope() == together.envelope() || reading.items().next().is_none();
                    alone.extend(items(&reading).into_iter().skip(beside));
                }
                if alike {
                    prop_assert_eq!(items(&together), alone, "{}: {}", vendor.name, body);
                }
            }
        }
    }
}
