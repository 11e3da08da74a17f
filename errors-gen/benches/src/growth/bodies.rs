//! Bodies of any size.

use std::fmt::Write as _;

use errors_gen::json::MAX_DEPTH;

use super::Body;
use crate::bodies::{small_error, uuid, words};
use crate::rng::Rng;

const START: &str = r#"{"statusCode":400,"message":"The request is not valid.","errors":["#;
const ITEM: &str = r#"{"code":"InvalidInput","message":"The request is not valid.""#;
const END: &str = "]}";

/// A body between its start and its end, which is filled until it has this many bytes.
fn filled(start: &str, size: usize, end: &str, mut more: impl FnMut(&mut String)) -> String {
    let mut text = String::with_capacity(size + size / 8 + 1_000);
    text.push_str(start);
    while text.len() + end.len() < size {
        more(&mut text);
    }
    text.push_str(end);
    text
}

/// The same, with something again and again between commas.
fn repeated(start: &str, size: usize, end: &str, piece: &str) -> (String, usize) {
    let mut count = 0;
    let text = filled(start, size, end, |text| {
        if count > 0 {
            text.push(',');
        }
        text.push_str(piece);
        count += 1;
    });
    (text, count)
}

/// Errors of a few kinds, at least one.
pub(super) fn items(size: usize, rng: &mut Rng) -> Body {
    let mut items = 0;
    let text = filled(START, size.max(START.len() + END.len() + 1), END, |text| {
        let (code, message, rest) = small_error(rng);
        let comma = if items == 0 { "" } else { "," };
        let _ = write!(text, r#"{comma}{{"code":"{code}","message":"{message}",{rest}}}"#);
        items += 1;
    });
    Body { text, items }
}

/// One error with a message.
pub(super) fn message(size: usize, rng: &mut Rng) -> Body {
    let start = format!(r#"{START}{{"code":"InvalidInput","message":""#);
    let text = filled(&start, size, r#""}]}"#, |text| {
        text.push_str(&words(rng, 1, " "));
        text.push(' ');
    });
    Body { text, items: 1 }
}

/// One error with errors within it.
pub(super) fn details(size: usize, rng: &mut Rng) -> Body {
    let start = format!(
        r#"{START}{{"code":"ExtensionBadResponse","message":"The extension did not return the expected JSON.","localizedMessage":{{"en":"The size is missing","de":"Die Größe fehlt"}},"extensionErrors":["#
    );
    let mut first = true;
    let text = filled(&start, size, r#"],"extensionStatusCode":400}]}"#, |text| {
        let comma = if std::mem::take(&mut first) { "" } else { "," };
        let (code, message, id) = (rng.below(900), words(rng, 3, " "), uuid(rng));
        let _ = write!(text, r#"{comma}{{"code":"E-{code}","message":"{message}","extensionId":"{id}"}}"#);
    });
    Body { text, items: 1 }
}

/// One error with members that are not documented.
pub(super) fn members(size: usize, rng: &mut Rng) -> Body {
    let mut index = 0;
    let text = filled(&format!("{START}{ITEM}"), size, "}]}", |text| {
        let _ = write!(text, r#","member{index}":"{}""#, words(rng, 1, " "));
        index += 1;
    });
    Body { text, items: 1 }
}

/// One error whose message lists what it is about.
pub(super) fn list(size: usize, rng: &mut Rng) -> Body {
    listing(size, |text| {
        let _ = write!(text, "SKU-{}", 10_000 + rng.below(90_000));
    })
}

/// The same, listing the words that stand before the list.
pub(super) fn list_of_words(size: usize, _: &mut Rng) -> Body {
    listing(size, |text| text.push_str("Cannot pause a pending timer; item(s): ["))
}

/// One error whose message lists values.
fn listing(size: usize, mut value: impl FnMut(&mut String)) -> Body {
    let start = r#"{"code":"124104","message":"Cannot pause a pending timer, item(s): ["#;
    let mut values = 0;
    let text = filled(start, size, r#"]","timestamp":"2026-03-14T09:26:53Z","cartId":"CART-7731"}"#, |text| {
        if values > 0 {
            text.push_str(", ");
        }
        value(text);
        values += 1;
    });
    Body { text, items: values }
}

/// Items without anything.
pub(super) fn empty_items(size: usize, _: &mut Rng) -> Body {
    let (text, items) = repeated(r#"{"errors":["#, size, END, "{}");
    Body { text, items }
}

/// Items with a code of one letter.
pub(super) fn short_items(size: usize, _: &mut Rng) -> Body {
    let (text, items) = repeated(r#"{"errors":["#, size, END, r#"{"code":"X"}"#);
    Body { text, items }
}

/// A body that is a string.
pub(super) fn one_string(size: usize, _: &mut Rng) -> Body {
    Body { text: filled("\"", size, "\"", |text| text.push('a')), items: 0 }
}

/// The start of an item's member that is a list, with how many lists and objects are open then.
const LIST: &str = r#"{"errors":[{"code":"InvalidInput","deep":["#;
const LIST_DEPTH: usize = 4;

/// Lists that hold nothing but a list.
pub(super) fn deep_lists(size: usize, _: &mut Rng) -> Body {
    let levels = MAX_DEPTH - LIST_DEPTH;
    let (text, _) = repeated(LIST, size, "]}]}", &("[".repeat(levels) + &"]".repeat(levels)));
    Body { text, items: 1 }
}

/// Objects that hold nothing but an object.
pub(super) fn deep_objects(size: usize, _: &mut Rng) -> Body {
    let levels = MAX_DEPTH - LIST_DEPTH;
    let (text, _) = repeated(LIST, size, "]}]}", &(r#"{"a":"#.repeat(levels) + "0" + &"}".repeat(levels)));
    Body { text, items: 1 }
}

/// Members with a name of one letter.
pub(super) fn short_members(size: usize, _: &mut Rng) -> Body {
    let (text, _) = repeated(&format!("{START}{ITEM},"), size, "}]}", r#""a":0"#);
    Body { text, items: 1 }
}

/// The list of items again and again, of which the last counts.
pub(super) fn repeated_lists(size: usize, _: &mut Rng) -> Body {
    let (text, _) = repeated("{", size, "}", r#""errors":[{"code":"X"}]"#);
    Body { text, items: 1 }
}

/// The code of an item again and again, of which the last counts.
pub(super) fn repeated_codes(size: usize, _: &mut Rng) -> Body {
    let (text, _) = repeated(r#"{"errors":[{"#, size, "}]}", r#""code":"InvalidInput""#);
    Body { text, items: 1 }
}

/// A message in which everything is escaped.
pub(super) fn escapes(size: usize, _: &mut Rng) -> Body {
    let start = format!(r#"{START}{{"code":"InvalidInput","message":""#);
    Body { text: filled(&start, size, r#""}]}"#, |text| text.push_str(r"\n\u00e9\ud83d\ude00\\")), items: 1 }
}

/// Members with names that begin like those that are looked for, spelled with escapes.
pub(super) fn escaped_names(size: usize, _: &mut Rng) -> Body {
    let (text, _) = repeated(&format!("{START}{ITEM},"), size, "}]}", r#""\u0063\u006f\u0064\u0065s":0"#);
    Body { text, items: 1 }
}
