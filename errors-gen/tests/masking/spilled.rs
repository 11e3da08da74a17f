//! What is marked stays masked where it holds the words of wordings, so that the message can be read in several ways.

use errors_codegen::template::{self, Part};
use proptest::prelude::*;

use super::{kiosk, quoted};

/// The wordings of two codes, and the names that are marked in them.
const WORDINGS: &[(&str, &str, &[&str])] = &[
    ("UNKNOWN_BUYER", "No buyer {buyer} here.", &["buyer", "clerk"]),
    ("UNKNOWN_BUYER", "No buyer {buyer} here. Asked by {clerk}.", &["buyer", "clerk"]),
    ("SAME_BUYER", "{buyer} buys, {count} times, as {=buyer} does", &["buyer"]),
    ("SHORT_BUYER", "-{buyer}s and {=buyer}s of {shop}!", &["buyer"]),
    ("LENT_ITEM", "{buyer} of {shop} lacks {item}.", &["buyer", "friend"]),
    ("LENT_ITEM", "Shop {shop}: {buyer} has {item}, not {count}.", &["buyer", "friend"]),
    ("LENT_ITEM", "{buyer} and {friend} share {item} of {shop}", &["buyer", "friend"]),
];

/// The words that a value is put together of: a secret, and whatever wordings have.
const WORDS: &[&str] = &[
    "Zorro",
    "Zorro",
    " ",
    ".",
    " here.",
    "No buyer ",
    " Asked by ",
    " buys, ",
    " times, as ",
    " does",
    "-",
    "s and ",
    "s of ",
    "!",
    " of ",
    " lacks ",
    "Shop ",
    ": ",
    " has ",
    ", not ",
    " and ",
    " share ",
    "x",
];

/// The message that a wording gives, whether or not it reads as it.
fn message(wording: &str, marked: &[&str], values: &[String]) -> String {
    let mut values = values.iter().cycle();
    let (mut text, mut given) = (String::new(), Vec::new());
    for part in template::parse(wording).unwrap().parts {
        match part {
            Part::Literal(literal) => text.push_str(&literal),
            Part::Again(name) => {
                text.push_str(given.iter().find_map(|(known, value)| (*known == name).then_some(*value)).unwrap());
            }
            Part::Hole(name) => {
                let value = if marked.contains(&name.as_str()) { values.next().unwrap().as_str() } else { "seven" };
                text.push_str(value);
                given.push((name, value));
            }
        }
    }
    text
}

/// A value with the secret in it.
fn value() -> impl Strategy<Value = String> {
    let words = prop::collection::vec(prop::sample::select(WORDS), 0..4);
    (words.clone(), words).prop_map(|(before, behind)| before.concat() + "Zorro" + &behind.concat())
}

/// What is shown of an error.
fn shown(code: &str, message: &str) -> String {
    kiosk(|vendor| {
        let response =
            vendor.read(409, format!(r#"{{"errors":[{{"code":"{code}","message":{message}}}]}}"#).into_bytes().leak());
        format!("{response} {response:?}")
    })
}

proptest! {
    #[test]
    fn a_marked_value_that_holds_the_words_of_a_wording_is_not_shown(
        which in 0..WORDINGS.len(),
        values in prop::collection::vec(value(), 2),
    ) {
        let (code, wording, marked) = WORDINGS[which];
        let message = message(wording, marked, &values);
        // More tries than a wording with a repeated value is worth are not made.
        let shown = shown(code, &quoted(&message));
        prop_assert!(!shown.contains("Zorro"), "{message}\n{shown}");
    }
}

#[test]
fn repeated_values_are_masked_however_short() {
    let shown = shown("SHORT_BUYER", r#""-ai\u0072s and airs of air!""#);
    assert!(shown.starts_with("Kiosk 409 SHORT_BUYER: -***s and ***s of ***!"), "{shown}");
    let shown = self::shown("SHORT_BUYER", r#""-Zos and Zos of London!""#);
    assert!(shown.starts_with("Kiosk 409 SHORT_BUYER: -***s and ***s of London!"), "{shown}");
}

#[test]
fn values_are_masked_in_all_parts_of_a_message() {
    let shown = shown("UNKNOWN_BUYER", r#"["No buyer anna here.","Ask anna."]"#);
    assert!(shown.starts_with("Kiosk 409 UNKNOWN_BUYER: No buyer *** here.; Ask ***."), "{shown}");
}
