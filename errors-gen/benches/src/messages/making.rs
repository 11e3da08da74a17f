//! Messages made from the wordings of the catalogs.

use std::cmp::Reverse;
use std::fmt::Write as _;

use errors_gen::ErrorCode;
use errors_gen::json::{Json, Text};
use errors_gen::table::{Part, Wording};

use crate::bodies::{FIELDS, uuid, words};
use crate::rng::Rng;

/// How many messages a vendor has: as many as the first cache holds.
const COUNT: usize = 192;

/// A message whose code is known.
pub(super) struct Message<C> {
    pub(super) code: C,
    /// The message as text.
    pub(super) text: String,
    /// The same as a string of JSON, with its quotes.
    pub(super) json: &'static str,
    /// The same as it is read from a body.
    pub(super) escaped: Text<'static>,
}

impl<C> Message<C> {
    fn new(code: C, text: String) -> Self {
        let json: &'static str = ascii(&serde_json::to_string(&text).unwrap()).leak();
        let escaped = Json::parse(json.as_bytes()).and_then(Json::text).unwrap();
        Self { code, text, json, escaped }
    }
}

/// The same JSON with all that is not ASCII escaped, as many servers write it.
fn ascii(json: &str) -> String {
    let mut ascii = String::new();
    for character in json.chars() {
        if character.is_ascii() {
            ascii.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(ascii, "\\u{unit:04x}");
            }
        }
    }
    ascii
}

type Messages<C> = &'static [Message<C>];

/// Messages that follow wordings with parameters.
pub(super) fn hits<C: ErrorCode>() -> Messages<C> {
    make(|rng, code, wording, _| Message::new(code, message(rng, wording, value)))
}

/// The same, in which every value has escapes.
pub(super) fn with_escapes<C: ErrorCode>() -> Messages<C> {
    make(|rng, code, wording, _| Message::new(code, message(rng, wording, quoted)))
}

/// Messages that follow no wording of their codes: of other codes, with a letter changed, and without the last one.
pub(super) fn misses<C: ErrorCode>() -> Messages<C> {
    make(|rng, code: C, wording, other| {
        loop {
            let mut text = message(rng, wording, value);
            match rng.below(3) {
                0 => text = message(rng, other, value),
                1 => text.truncate(text.len() - 1),
                _ => {
                    let at = rng.below(text.len());
                    text.replace_range(at..=at, "~");
                }
            }
            // A letter within a value may change.
            if code.parameters_in(&text).is_none() {
                return Message::new(code, text);
            }
        }
    })
}

/// Makes each message from a wording with its code, and from a second one.
fn make<C: ErrorCode>(one: impl Fn(&mut Rng, C, &Wording<'_>, &Wording<'_>) -> Message<C>) -> Messages<C> {
    let wordings: Vec<(C, &Wording<'_>)> = C::ALL
        .iter()
        .flat_map(|code| code.messages().iter().map(|wording| (*code, wording)))
        .filter(|(_, wording)| wording.holes().next().is_some())
        .collect();
    let mut rng = Rng::new(5);
    let mut messages = Vec::new();
    for _ in 0..COUNT {
        let ((code, wording), (_, other)) = (rng.pick(&wordings), rng.pick(&wordings));
        messages.push(one(&mut rng, code, wording, other));
    }
    messages.leak()
}

/// A message with values for the holes.
fn message(rng: &mut Rng, wording: &Wording<'_>, value: fn(&mut Rng, &str) -> String) -> String {
    let mut values: Vec<(&str, String)> = Vec::new();
    let mut text = String::new();
    for part in wording.parts {
        match *part {
            Part::Literal(literal) => text.push_str(literal),
            Part::Hole(name) => {
                let value = value(rng, name);
                text.push_str(&value);
                values.push((name, value));
            }
            Part::Again(name) => {
                let (_, value) = values.iter().find(|(hole, _)| *hole == name).unwrap();
                text.push_str(value);
            }
        }
    }
    text
}

/// What the vendor could write into a hole of this name.
fn value(rng: &mut Rng, hole: &str) -> String {
    let hole = hole.to_ascii_lowercase();
    let has = |any: &[&str]| any.iter().any(|part| hole.contains(part));
    if has(&["list", "items", "stores", "selections", "transcript"]) {
        let items: Vec<_> = (0..=rng.below(4)).map(|_| format!("SKU-{}", rng.below(99_999))).collect();
        items.join(", ")
    } else if has(&["limit", "max", "length", "version", "quantity", "sum", "price", "variantid"]) {
        (1 + rng.below(9_999)).to_string()
    } else if has(&["country"]) {
        rng.pick(&["DE", "SE", "US", "CA", "country 'FR'"]).to_owned()
    } else if has(&["currency"]) {
        rng.pick(&["EUR", "SEK", "USD"]).to_owned()
    } else if hole.ends_with("id") {
        format!("'{}'", uuid(rng))
    } else if has(&["field", "property", "path", "0"]) {
        rng.pick(FIELDS).to_owned()
    } else {
        words(rng, 1, " ")
    }
}

/// The same in quotation marks, as some vendors write it, or with letters that are not ASCII.
fn quoted(rng: &mut Rng, hole: &str) -> String {
    let value = value(rng, hole);
    if rng.below(4) == 0 { format!("{value} für Größe") } else { format!("\"{value}\"") }
}

/// The wordings of every code by its index.
pub(super) type Wordings = Vec<Vec<&'static Wording<'static>>>;

/// The wordings of every code by its index; of several that with most fixed text comes first.
pub(super) fn wordings<C: ErrorCode>() -> Wordings {
    let fixed = |part: &Part<'_>| if let Part::Literal(text) = part { text.len() } else { 0 };
    let of = |code: &C| {
        let mut wordings: Vec<_> = code.messages().iter().collect();
        wordings.sort_by_key(|wording| Reverse(wording.parts.iter().map(fixed).sum::<usize>()));
        wordings
    };
    C::ALL.iter().map(of).collect()
}
