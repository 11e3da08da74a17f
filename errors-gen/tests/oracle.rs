//! What counts as JSON: exactly what `serde_json` skips, nested as deeply as `serde_json::Value` takes it, over mutations of every body of the corpus.

use std::sync::LazyLock;

use errors_gen::json::{Json, MAX_DEPTH};
use errors_gen::{AnyCode, Outcome, Reason, VENDORS};
use proptest::prelude::*;

use crate::corpus;

static BODIES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let bodies = corpus::all().into_iter().flat_map(|(_, bodies)| bodies);
    bodies.map(|body| body.bytes()).filter(|body| body.len() < 5_000).collect()
});

/// How deeply the brackets of a JSON text are nested.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => depth += 1,
            b']' | b'}' if !in_string => depth -= 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// The oracle: UTF-8, then JSON of any value, nested within the limit.
fn is_json(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes)
        .is_ok_and(|text| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() && depth(text) <= MAX_DEPTH)
}

/// One change to a body.
#[derive(Clone, Debug)]
enum Mutation {
    Set(u8),
    Insert(Vec<u8>),
    Remove(usize),
    Truncate,
    Repeat(usize),
}

fn mutation() -> impl Strategy<Value = (prop::sample::Index, Mutation)> {
    let telling = prop::sample::select(br#"{}[]",:\/unrtf0123456789.-+eEtruefalsenull "#.to_vec());
    let token = prop::sample::select(vec![
        "\\u00e9",
        "\\ud83d",
        "\\uZZZZ",
        "\\x",
        "null",
        "true",
        "-0",
        "01",
        "1e999",
        "1.",
        ".5",
        "[[[[",
        "]]]]",
        "{}",
        "\"\"",
        ",",
        "\u{feff}",
        "\u{0}",
        "\t",
        "\u{7f}",
        "\u{a0}",
        "é",
        "\"code\":1,",
    ]);
    let change = prop_oneof![
        telling.prop_map(Mutation::Set),
        any::<u8>().prop_map(Mutation::Set),
        token.prop_map(|token| Mutation::Insert(token.as_bytes().to_vec())),
        (1..8_usize).prop_map(Mutation::Remove),
        Just(Mutation::Truncate),
        (1..40_usize).prop_map(Mutation::Repeat),
    ];
    (any::<prop::sample::Index>(), change)
}

fn mutate(body: &mut Vec<u8>, at: prop::sample::Index, mutation: Mutation) {
    if body.is_empty() {
        body.push(b' ');
    }
    let at = at.index(body.len());
    match mutation {
        Mutation::Set(byte) => body[at] = byte,
        Mutation::Insert(bytes) => drop(body.splice(at..at, bytes)),
        Mutation::Remove(len) => drop(body.drain(at..(at + len).min(body.len()))),
        Mutation::Truncate => body.truncate(at),
        Mutation::Repeat(len) => {
            let piece = body[at..(at + len).min(body.len())].to_vec();
            drop(body.splice(at..at, piece));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn bodies_are_json_exactly_where_the_oracle_says(
        body in any::<prop::sample::Index>(),
        mutations in prop::collection::vec(mutation(), 0..5),
    ) {
        let mut body = BODIES[body.index(BODIES.len())].clone();
        for (at, mutation) in mutations {
            mutate(&mut body, at, mutation);
        }
        let expected = is_json(&body);
        prop_assert_eq!(Json::parse(&body).is_some(), expected);
        let json = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&body);
        let expected = is_json(json);
        for vendor in VENDORS {
            let reading = vendor.read(None, &body);
            let read = reading.unread().is_none_or(|unread| unread.reason == Reason::NotEnvelope);
            prop_assert_eq!(read, expected, "{}", vendor.name());
            // Whatever came in: everything can be asked for, and nothing panics.
            let _ = reading.to_string();
            for item in reading.errors() {
                let _ = (item.code().map(AnyCode::index), item.status(), item.id(), item.fields(), item.field());
                let _ = item.message().map(|message| message.to_string());
            }
        }
    }

    #[test]
    fn numbers_and_strings_are_those_of_the_oracle(text in r#"[-+0-9.eE]{0,8}|"[ -~\\"]{0,12}"|"(\\u[0-9a-fD-G]{3,5}){0,3}""#) {
        prop_assert_eq!(Json::parse(text.as_bytes()).is_some(), is_json(text.as_bytes()));
    }
}

/// `open` repeated, then closed again.
fn nested(open: &str, close: &str, depth: usize) -> String {
    open.repeat(depth) + &close.repeat(depth)
}

#[test]
fn nesting_is_limited_with_a_reason_of_its_own() {
    let vendor = VENDORS[0];
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}"), (r#"{"error":{"data":["#, "]}}")] {
        let levels = open.matches(['[', '{']).count();
        let (open, close) = if levels == 1 { (open.to_owned(), close.to_owned()) } else { (open.into(), close.into()) };
        let deepest = nested(&open, &close, MAX_DEPTH / levels).replace(":}", ":1}");
        assert!(Json::parse(deepest.as_bytes()).is_some(), "{open}");
        let reason = vendor.read(None, deepest.as_bytes()).unread().map(|unread| unread.reason);
        assert!(matches!(reason, None | Some(Reason::NotEnvelope)), "{open}");
        let too_deep = nested(&open, &close, MAX_DEPTH / levels + 1).replace(":}", ":1}");
        assert!(Json::parse(too_deep.as_bytes()).is_none(), "{open}");
        let unread = vendor.read(None, too_deep.as_bytes()).unread().expect("a body that is not read");
        assert_eq!(unread.reason, Reason::TooDeep, "{open}");
        let offset = unread.offset.expect("an offset");
        let opened = too_deep.as_bytes()[..offset].iter().filter(|byte| matches!(byte, b'[' | b'{')).count();
        assert_eq!(opened, MAX_DEPTH, "{open}");
    }
}

#[test]
fn values_nest_as_deeply_as_serde_json_takes_them() {
    let is_value = |text: &str| serde_json::from_str::<serde_json::Value>(text).is_ok();
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}"), (r#"{"errors":"#, "}"), (r#"{"data":"#, "}")] {
        for (depth, accepted) in [(1, true), (126, true), (127, true), (128, false), (129, false), (1_000, false)] {
            let body = nested(open, close, depth).replace(":}", ":1}");
            assert_eq!(
                (is_value(&body), Json::parse(body.as_bytes()).is_some()),
                (accepted, accepted),
                "{depth}: {open}"
            );
            for vendor in VENDORS {
                let unread = vendor.read(None, body.as_bytes()).unread();
                let too_deep = unread.is_some_and(|unread| unread.reason == Reason::TooDeep);
                assert_eq!(too_deep, !accepted, "{depth}: {open}, {}", vendor.name());
            }
        }
    }
}

#[test]
fn a_million_brackets_neither_overflow_the_stack_nor_take_long() {
    for bracket in ["[", r#"{"a":"#] {
        let body = bracket.repeat(1_000_000);
        for vendor in VENDORS {
            assert_eq!(vendor.read(None, body.as_bytes()).outcome(), Outcome::Unrecognized);
        }
    }
}
