//! Items behind the kept ones are recognized by how the one before was written: with and without room they read the same.

use errors_gen::read::ItemSpans;
use errors_gen::{Reading, VENDORS, commercetools};
use proptest::prelude::*;

/// Ways to write an item up to its code and message, and on; `C` and `M` are strings.
const TEMPLATES: &[&str] = &[
    r#"{"code":C,"message":M}"#,
    r#"{"code":C,"message":M,"field":"sku","value":[{"x":"}]"}]}"#,
    r#"{"message":M,"code":C,"action":{"code":C,"message":M}}"#,
    r#"{ "code" : C , "message" : M , "x" : { } }"#,
    "{\n    \"id\": 7,\n    \"code\": C,\n    \"message\": M\n  }",
    // Longer than what is compared.
    r#"{"aLongNameThatStandsFirst":"in every item","code":C,"andAnotherLongNameBetween":[true],"message":M}"#,
    r#"{"data":{"code":C,"message":M},"code":C,"message":M}"#,
    r#"{"data":[{"code":"Nested"}],"code":C,"message":M}"#,
    r#"{"status":400,"error":{"code":C,"message":M}}"#,
    r#"{"extensions":{"code":C},"message":M}"#,
    // What does not have the usual shape.
    r#"{"c\u006fde":C,"message":M}"#,
    r#"{"code":C,"m\u0065ssage":M}"#,
    r#"{"code":-12.5e3,"message":M}"#,
    r#"{"code":4001,"message":M}"#,
    r#"{"code":C,"message":null}"#,
    r#"{"code":null,"message":M,"extensions":{"code":C}}"#,
    r#"{"code":true,"message":[M]}"#,
    r#"{"code":C,"message":M,"code":"Last"}"#,
    r#"{"code":C,"message":M,"m\u0065ssage":"Last"}"#,
    r#"{"code":C}"#,
    r#"{"message":M}"#,
    "{}",
    "{ \n }",
    "null",
    "C",
    "17",
    r#"[{"code":C,"message":M}]"#,
    "[]",
];

/// Strings that hold what could be taken for their end, or for that of an item.
const STRINGS: &[&str] = &[
    r#""""#,
    r#""InvalidField""#,
    r#""The value of 'sku' is longer than all that is looked at together, and than that twice over.""#,
    r#""},{""#,
    r#""\"},{\"code\":\"Within\",\"message\":\"within\"""#,
    r#""ends in a backslash \\""#,
    r#""\\\"""#,
    r#""fifteen bytes \"""#,
    r#""sixteen bytes \\\\""#,
    r#""é\u00e9 \ud83d\ude00 ]}""#,
];

/// Code and message of every item, its text, and what its fields are.
fn items(reading: &Reading<'_, '_>) -> Vec<String> {
    let ask = |item: errors_gen::read::Item<'_, '_>| {
        let code = item.raw_code().map(|code| code.to_string());
        let message = item.message().map(errors_gen::read::Message::json);
        format!("{code:?} {message:?} {:?} {:?} {:?}", item.json(), item.status(), item.fields())
    };
    reading.items().map(ask).collect()
}

/// What a list holds is read the same with and without room for it, whoever sent it.
fn reads_alike(list: &[String], between: &str) {
    let list = list.join(between);
    for (before, after) in
        [(r#"{"errors":["#, "]}"), (r#"{"code":"001001","debug":["#, "]}"), ("[", "]"), ("[ ", " ] ")]
    {
        let body = format!("{before}{list}{after}");
        for vendor in VENDORS {
            let mut room = [ItemSpans::EMPTY; 64];
            let kept = Reading::read_with(vendor.reader, None, body.as_bytes(), &mut room);
            let read = Reading::read(vendor.reader, None, body.as_bytes());
            assert_eq!(read.outcome(), kept.outcome(), "{}: {body}", vendor.name);
            assert_eq!(items(&read), items(&kept), "{}: {body}", vendor.name);
        }
    }
}

#[test]
fn each_shape_behind_each_other_reads_the_same() {
    let written = |template: &str| template.replace('C', r#""InvalidField""#).replace('M', r#""A message.""#);
    for usual in TEMPLATES {
        for other in TEMPLATES {
            let (usual, other) = (written(usual), written(other));
            let list: Vec<_> =
                (0..16).map(|index| if index % 5 == 4 { other.clone() } else { usual.clone() }).collect();
            reads_alike(&list, ",");
        }
    }
}

#[test]
fn each_string_ends_where_it_does() {
    for template in TEMPLATES {
        for code in STRINGS {
            for message in STRINGS {
                let list = vec![template.replace('C', code).replace('M', message); 9];
                reads_alike(&list, " ,\n");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn items_that_are_mostly_alike_read_the_same(
        usual in prop::sample::select(TEMPLATES),
        items in prop::collection::vec(
            (
                prop::option::weighted(0.2, prop::sample::select(TEMPLATES)),
                prop::sample::select(STRINGS),
                prop::sample::select(STRINGS),
            ),
            7..30,
        ),
    ) {
        let written = |(other, code, message): (Option<&str>, &str, &str)| {
            other.unwrap_or(usual).replace('C', code).replace('M', message)
        };
        let list: Vec<_> = items.into_iter().map(written).collect();
        reads_alike(&list, ",");
    }
}

#[test]
fn codes_and_messages_are_those_of_their_item() {
    let item = |index: usize| format!(r#"{{"code":"C{index}","message":"M{}","n":"}}"}}"#, "x".repeat(index));
    let body = format!(r#"{{"errors":[{}]}}"#, (0..100).map(item).collect::<Vec<_>>().join(","));
    let reading = Reading::read(&commercetools::READER, Some(400), body.as_bytes());
    assert_eq!(reading.items().count(), 100);
    for (index, found) in reading.items().enumerate() {
        assert!(found.is(&format!("C{index}")));
        assert_eq!(found.json().as_str(), item(index));
        let message = found.message().map(|message| message.json().as_str().len());
        assert_eq!(message, Some("\"M\"".len() + index));
    }
}
