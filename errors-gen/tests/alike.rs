//! Items of a long list, which are read when they are asked for, read the same as in a short list, however they are written.

use errors_gen::json::Json;
use errors_gen::{Response, VENDORS, bonsai, commercetools};
use proptest::prelude::*;

use crate::corpus;

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
fn items(reading: &Response<'_>) -> Vec<String> {
    let ask = |item: errors_gen::ErrorItem<'_>| {
        let code = item.raw_code().map(|code| code.to_string());
        let message = item.message().map(errors_gen::Message::json);
        format!("{code:?} {message:?} {:?} {:?} {:?}", item.json(), item.status(), item.fields())
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

/// What a list holds is read as each of its elements alone is, whoever sent it.
fn reads_alike(list: &[String], between: &str) {
    for (before, after) in
        [(r#"{"errors":["#, "]}"), (r#"{"code":"001001","debug":["#, "]}"), ("[", "]"), ("[ ", " ] ")]
    {
        let body = format!("{before}{}{after}", list.join(between));
        for vendor in VENDORS {
            let read = vendor.read(None, body.as_bytes());
            let beside = usize::from(before.contains("001001") && read.errors().next().is_some());
            let mut alone: Vec<String> = items(&read).into_iter().take(beside).collect();
            for element in list {
                let body = format!("{before}{element}{after}");
                let read = vendor.read(None, body.as_bytes());
                alone.extend(items(&read).into_iter().skip(beside));
            }
            assert_eq!(items(&read), alone, "{}: {body}", vendor.name());
        }
    }
}

/// More items than are kept.
fn many_before() -> String {
    let item = |index: usize| match index % 3 {
        0 => format!(r#"{{"code":"C{index}","message":"Message {index}."}}"#),
        1 => format!(r#"{{"code":"C{index}","message":"Message {index}.","field":"sku","productId":{index}}}"#),
        _ => format!(r#"{{"message":"Message {index}.","code":"C{index}","productName":"Slim-fit shirt"}}"#),
    };
    (0..70).map(item).collect::<Vec<_>>().join(",")
}

/// As many items that no member's name is like that of another in.
fn many_unlike_before() -> String {
    let names =
        |index: usize| (0..8).map(move |name| format!(r#""x{index}_{name}":"M-1""#)).collect::<Vec<_>>().join(",");
    let item = |index: usize| format!(r#"{{"code":"C{index}","message":"Message {index}.",{}}}"#, names(index));
    (0..70).map(item).collect::<Vec<_>>().join(",")
}

/// What a list holds is read the same far back in a longer one.
fn reads_alike_far_back(list: &[String], before: &str) {
    let list = list.join(",");
    for vendor in [&commercetools::VENDOR, &bonsai::VENDOR] {
        let (short, long) = (format!(r#"{{"errors":[{list}]}}"#), format!(r#"{{"errors":[{before},{list}]}}"#));
        let alone = items(&vendor.read(None, short.as_bytes()));
        let all = items(&vendor.read(None, long.as_bytes()));
        assert!(all.len() == 70 + alone.len() || alone.is_empty(), "{}: {list}", vendor.name());
        assert_eq!(all[all.len() - alone.len()..], alone, "{}: {list}", vendor.name());
    }
}

fn written(template: &str) -> String {
    template.replace('C', r#""InvalidField""#).replace('M', r#""A message.""#)
}

#[test]
fn each_shape_behind_each_other_reads_the_same() {
    let before = many_before();
    for usual in TEMPLATES {
        for other in TEMPLATES {
            let (usual, other) = (written(usual), written(other));
            let list: Vec<_> =
                (0..16).map(|index| if index % 5 == 4 { other.clone() } else { usual.clone() }).collect();
            reads_alike(&list, ",");
            reads_alike_far_back(&list, &before);
        }
        let other = written(usual);
        reads_alike_far_back(&[other.clone(), other], &many_unlike_before());
    }
}

#[test]
fn what_is_no_json_is_found_far_back_too() {
    let before = many_before();
    for template in TEMPLATES {
        let item = written(template);
        for at in 0..item.len() {
            for other in ["", "\"", "\\", "}", "]", ",", "x", "\u{1}", "{\"", "\",\""] {
                let damaged = format!("{}{other}{}", &item[..at], &item[at + 1..]);
                let read = |before: &str| {
                    let body = format!(r#"{{"errors":[{before},{damaged},{item}]}}"#);
                    let unread = commercetools::VENDOR.read(None, body.as_bytes()).unread();
                    let offset = unread.and_then(|unread| unread.offset);
                    assert_eq!(offset.is_none(), Json::parse(body.as_bytes()).is_some(), "{body}");
                    offset
                };
                let near = r#"{"code":"Near","message":"Near."}"#;
                let (far_back, near) = (read(&before), read(near).map(|offset| offset + before.len() - near.len()));
                assert_eq!(far_back, near, "{damaged}");
            }
        }
    }
}

#[test]
fn each_string_ends_where_it_does() {
    let before = many_before();
    for template in TEMPLATES {
        for code in STRINGS {
            for message in STRINGS {
                let list = vec![template.replace('C', code).replace('M', message); 9];
                reads_alike(&list, " ,\n");
                reads_alike_far_back(&list[..2], &before);
            }
        }
    }
}

#[test]
fn lists_in_lists_read_the_same() {
    let vendor = corpus::stall("InvalidField", r#"{ at: "$.groups[*].errors[*]", code: code, message: message }"#);
    let arena = errors_gen::load::Arena::new();
    let tables = errors_gen::Vendor::new(arena.load(&vendor).unwrap());
    for template in TEMPLATES {
        for count in [5, 8, 12, 60] {
            let errors = format!(r#"{{"errors":[{}]}}"#, vec![written(template); count].join(","));
            let one = format!(r#"{{"groups":[{errors}]}}"#);
            let three = format!(r#"{{"groups":[{errors},{errors},{{"errors":[]}},{errors}]}}"#);
            let alone = items(&tables.read(None, one.as_bytes()));
            let single = format!(r#"{{"groups":[{{"errors":[{}]}}]}}"#, written(template));
            assert_eq!(alone, vec![items(&tables.read(None, &single)); count].concat(), "{one}");
            let alone = [&alone[..]; 3].concat();
            assert_eq!(items(&tables.read(None, three.as_bytes())), alone, "{three}");
        }
    }
}

#[test]
fn lengths_of_any_size_read_the_same() {
    let text = |length: usize| format!("\"{}\"", "m".repeat(length));
    let lengths = [0, 1, 2, 100, 250, 251, 252, 253, 254, 255, 256, 257, 300, 510, 511, 512, 513, 66_000];
    for template in [
        r#"{"code":C,"message":M,"field":F}"#,
        r#"{"message":M,"code":C,"field":F}"#,
        r#"{"code":M,"message":C,"field":F}"#,
        r#"{"code":C,"message":C,"field":M}"#,
    ] {
        let item = |length: usize| template.replace('C', r#""x""#).replace('M', &text(length)).replace('F', &text(3));
        reads_alike(&lengths.map(|length| [item(length), item(4), item(length + 1)]).concat(), ",");
    }
}

/// Lists of any length, and lists that are given again.
#[test]
fn lists_of_any_length_read_the_same() {
    let list = |name: &str, count: usize| {
        let items = (0..count).map(|index| format!(r#"{{"code":"{name}{index}","message":"Message {index}."}}"#));
        format!(r#""errors":[{}]"#, items.collect::<Vec<_>>().join(","))
    };
    let counts = [0, 1, 6, 7, 8, 33, 100, 1_030, 1_031, 1_200];
    for first in counts {
        for second in counts {
            for body in
                [format!("{{{}}}", list("b", second)), format!("{{{},{}}}", list("a", first), list("b", second))]
            {
                let read = commercetools::VENDOR.read(None, body.as_bytes());
                let codes: Vec<_> = read.errors().filter_map(|item| item.raw_code()).map(|c| c.to_string()).collect();
                assert_eq!(codes, (0..second).map(|index| format!("b{index}")).collect::<Vec<_>>());
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
    let reading = commercetools::VENDOR.read(Some(400), body.as_bytes());
    assert_eq!(reading.errors().count(), 100);
    for (index, found) in reading.errors().enumerate() {
        assert!(found.is(&format!("C{index}")));
        assert_eq!(found.json().as_str(), item(index));
        let message = found.message().map(|message| message.json().as_str().len());
        assert_eq!(message, Some("\"M\"".len() + index));
    }
}
