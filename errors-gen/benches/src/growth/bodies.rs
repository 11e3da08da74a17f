//! Bodies of any size.

use std::fmt::Write as _;

use errors_gen::json::MAX_DEPTH;

use super::{Body, Family, walk, walk_details, walk_list};
use crate::bodies::{small_error, uuid, words};
use crate::rng::Rng;

/// From one error to more than any server should send.
const SIZES: &[usize] = &[250, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
/// Long, and ten times as long.
const LONG: &[usize] = &[1_000_000, 10_000_000];
/// So that the longer one has 1,000,000 items.
const EMPTY_ITEMS: &[usize] = &[300_012, 3_000_012];
const SHORT_ITEMS: &[usize] = &[1_300_012, 13_000_012];

const START: &str = r#"{"statusCode":400,"message":"The request is not valid.","errors":["#;
const ITEM: &str = r#"{"code":"InvalidInput","message":"The request is not valid.""#;
const MESSAGE: &str = r#"{"code":"InvalidInput","message":""#;
const END: &str = "]}";
/// The start of an item's member that is a list, with how many lists and objects are open then.
const LIST: &str = r#"{"errors":[{"code":"InvalidInput","deep":["#;
const LIST_DEPTH: usize = 4;
/// A message that lists what it is about.
const LISTING: &str = r#"{"code":"124104","message":"Cannot pause a pending timer, item(s): ["#;
const LISTING_END: &str = r#"]","timestamp":"2026-03-14T09:26:53Z","cartId":"CART-7731"}"#;

/// A body between its start and its end, with pieces that are told their number until it has this many bytes. Says how many
/// pieces there are.
fn filled(start: &str, end: &str, size: usize, mut piece: impl FnMut(&mut String, usize)) -> (String, usize) {
    let mut text = String::with_capacity(size + size / 8 + 1_000);
    text.push_str(start);
    let mut count = 0;
    while count == 0 || text.len() + end.len() < size {
        piece(&mut text, count);
        count += 1;
    }
    text.push_str(end);
    (text, count)
}

/// How many items a body of so many pieces has.
type Items = fn(usize) -> usize;
const ONE: Items = |_| 1;
const EACH: Items = |pieces| pieces;

fn family(
    name: &'static str,
    (start, end): (&str, &'static str),
    items: Items,
    piece: fn(&mut String, usize, &mut Rng),
) -> Family {
    let start = start.to_owned();
    let body = move |size, rng: &mut Rng| {
        let (text, pieces) = filled(&start, end, size, |text, index| piece(text, index, rng));
        Body { text, items: items(pieces) }
    };
    Family { name, sizes: SIZES, body: Box::new(body), walk }
}

fn comma(index: usize) -> &'static str {
    if index == 0 { "" } else { "," }
}

/// Bodies that grow in one way each.
pub(super) fn growing() -> Vec<Family> {
    let message = format!("{START}{MESSAGE}");
    let details = format!(
        r#"{START}{{"code":"ExtensionBadResponse","message":"The extension did not return the expected JSON.","localizedMessage":{{"en":"The size is missing","de":"Die Größe fehlt"}},"extensionErrors":["#
    );
    vec![
        family("growing number of items", (START, END), EACH, |text, index, rng| {
            let (code, message, rest) = small_error(rng);
            let _ = write!(text, r#"{}{{"code":"{code}","message":"{message}",{rest}}}"#, comma(index));
        }),
        family("growing message", (&message, r#""}]}"#), ONE, |text, _, rng| {
            text.push_str(&words(rng, 1, " "));
            text.push(' ');
        }),
        Family {
            walk: walk_details,
            ..family(
                "growing details, all read",
                (&details, r#"],"extensionStatusCode":400}]}"#),
                ONE,
                |text, index, rng| {
                    let (code, message, id) = (rng.below(900), words(rng, 3, " "), uuid(rng));
                    let comma = comma(index);
                    let _ = write!(text, r#"{comma}{{"code":"E-{code}","message":"{message}","extensionId":"{id}"}}"#);
                },
            )
        },
        family("growing number of members", (&format!("{START}{ITEM}"), "}]}"), ONE, |text, index, rng| {
            let _ = write!(text, r#","member{index}":"{}""#, words(rng, 1, " "));
        }),
        Family {
            walk: walk_list,
            ..family("growing list in a message, its values read", (LISTING, LISTING_END), EACH, |text, index, rng| {
                let separator = if index == 0 { "" } else { ", " };
                let _ = write!(text, "{separator}SKU-{}", 10_000 + rng.below(90_000));
            })
        },
    ]
}

/// A family whose bodies have the same piece again and again.
fn repeated(
    name: &'static str,
    sizes: &'static [usize],
    (start, end): (&str, &'static str),
    (piece, separator): (&str, &'static str),
    items: Items,
) -> Family {
    let (start, piece) = (start.to_owned(), piece.to_owned());
    let body = move |size, _: &mut Rng| {
        let (text, pieces) = filled(&start, end, size, |text, index| {
            text.push_str(if index == 0 { "" } else { separator });
            text.push_str(&piece);
        });
        Body { text, items: items(pieces) }
    };
    Family { name, sizes, body: Box::new(body), walk }
}

/// Bodies made to do harm.
pub(super) fn hostile() -> Vec<Family> {
    let levels = MAX_DEPTH - LIST_DEPTH;
    let lists = "[".repeat(levels) + &"]".repeat(levels);
    let objects = r#"{"a":"#.repeat(levels) + "0" + &"}".repeat(levels);
    let members = format!("{START}{ITEM},");
    let in_members = (members.as_str(), "}]}");
    let message = format!("{START}{MESSAGE}");
    vec![
        repeated("hostile: 1,000,000 empty items", EMPTY_ITEMS, (r#"{"errors":["#, END), ("{}", ","), EACH),
        repeated(
            "hostile: 1,000,000 short items",
            SHORT_ITEMS,
            (r#"{"errors":["#, END),
            (r#"{"code":"X"}"#, ","),
            EACH,
        ),
        repeated("hostile: nothing but a string", LONG, ("\"", "\""), ("a", ""), |_| 0),
        repeated("hostile: lists nested as deep as may be", LONG, (LIST, "]}]}"), (&lists, ","), ONE),
        repeated("hostile: objects nested as deep as may be", LONG, (LIST, "]}]}"), (&objects, ","), ONE),
        repeated("hostile: short members", LONG, in_members, (r#""a":0"#, ","), ONE),
        repeated("hostile: members named errors", LONG, ("{", "}"), (r#""errors":[{"code":"X"}]"#, ","), ONE),
        repeated(
            "hostile: members named code",
            LONG,
            (r#"{"errors":[{"#, "}]}"),
            (r#""code":"InvalidInput""#, ","),
            ONE,
        ),
        repeated("hostile: a message of escapes", LONG, (&message, r#""}]}"#), (r"\n\u00e9\ud83d\ude00\\", ""), ONE),
        repeated("hostile: names with escapes", LONG, in_members, (r#""\u0063\u006f\u0064\u0065s":0"#, ","), ONE),
        Family {
            walk: walk_list,
            ..repeated(
                "hostile: a list of its wording's words",
                LONG,
                (LISTING, LISTING_END),
                ("Cannot pause a pending timer; item(s): [", ", "),
                EACH,
            )
        },
    ]
}
