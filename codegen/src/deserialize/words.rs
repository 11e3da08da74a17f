//! Findings about structure, worded for people who know neither Rust nor serde.

use super::error::Error;
use crate::finding::{Finding, Place};
use crate::text::cut;
use crate::words::{shown, similar};
use crate::yaml::{Content, Node, NodeId, Plain, Role, Span, Tree};

/// The maximum length of an expectation in a label.
const MAX_LABEL: usize = 60;

/// The help for a file that is not a catalog.
const A_CATALOG: &str = "a catalog begins with `vendor:`; `catalogs/README.md` explains the rest";

/// Keys of older versions of the language, each with another key of the same map, and its replacement.
const REPLACED: &[(&str, &str, &str)] = &[
    (
        "success_without_body",
        "successes",
        "leave it out: an empty body is a success with 204, 205 and 304; write `successes: any` where it is one with every 2xx",
    ),
    ("neutral", "fields_at", NOTE),
    ("neutral", "note", NOTE),
    ("ranges", "form", RANGES),
    ("ranges", "classes", RANGES),
    ("reason", "because", "write `because: ...`"),
    ("status", "item_status", "write `item_status`, since an item's own status is not that of the response"),
    ("structure", "form", STRUCTURE),
    ("structure", "classes", STRUCTURE),
    ("text", "fields_at", "give texts a place with `if: { \"@\": string }` and `message: \"@\"` or `code: \"@\"`"),
];

const NOTE: &str = "write `note: true`";

const RANGES: &str = "write each range into the list `classes` beside `code`, with `range: [1000, 1999]`";

const STRUCTURE: &str = "write each group into the list `classes` beside `code`, with `digits: 2-3`";

/// Keys that are written for another key of the same map though they do not look like it, and that key.
const MEANT: &[(&str, &str)] = &[("description", "meaning"), ("http_status", "status"), ("status", "http")];

/// The key of a map that another key was probably meant to be.
pub(super) fn meant(text: &str, known: &[&'static str]) -> Option<&'static str> {
    let usual = MEANT.iter().find(|(written, meant)| *written == text && known.contains(meant));
    usual.map(|(_, meant)| *meant).or_else(|| similar(text, known.iter().copied()).first().copied())
}

/// The finding about a key that a map may not have.
pub(super) fn unknown_key(tree: &Tree<'_>, key: NodeId, text: &str, known: &'static [&'static str]) -> Finding {
    let replaced = REPLACED.iter().find(|(old, beside, _)| *old == text && known.contains(beside));
    if let Some((_, _, now)) = replaced {
        let message = format!("the key {} has been replaced", shown(text));
        return Finding::new(tree.place_of(key), message).label("no longer a key").help(*now);
    }
    let help = match meant(text, known) {
        // In the map of an older version.
        _ if ["because", "effect", "wait"].contains(&text) && known.contains(&"advice") => {
            format!("write it beside `retry`: `{text}: ...`")
        }
        Some(meant) => format!("did you mean {}?", shown(meant)),
        None => format!("the keys here are {}", known.iter().map(|key| shown(key)).collect::<Vec<_>>().join(", ")),
    };
    let message = format!("unknown key {}", shown(text));
    Finding::new(tree.place_of(key), message).label("not a key that may stand here").help(help)
}

/// The finding about a duplicate key.
pub(super) fn repeated_key(tree: &Tree<'_>, key: &str, first: NodeId, second: NodeId) -> Finding {
    Finding::new(tree.place_of(second), format!("the key {} stands twice", shown(key)))
        .label("given again here")
        .help("remove one of them")
        .related(tree.place_of(first), "first given here")
}

/// The finding about a key without a value, which can be left out.
pub(super) fn nothing(tree: &Tree<'_>, id: NodeId) -> Finding {
    let help = match tree.name(id) {
        Some("status") => "write `status: none` where the code never has one, or take the key out",
        _ => "write a value, or take the key out",
    };
    let message = format!("{} has no value", subject(tree, id));
    Finding::new(tree.place(Span::value(id).key()), message).label("nothing stands behind it").help(help)
}

/// The finding about a missing key.
pub(super) fn missing_key(tree: &Tree<'_>, map: NodeId, key: &str) -> Finding {
    let subject = subject(tree, map);
    let this = if matches!(tree.node(map).role, Role::Element(_)) { "this " } else { "" };
    let message = format!("{this}{} has no `{key}`", subject.strip_prefix("an ").unwrap_or(&subject));
    Finding::new(tree.place(Span::value(map).key()), message)
        .label(format!("`{key}` is missing"))
        .help(format!("add `{key}: ...`"))
}

/// The finding about a node of another type than serde expects.
pub(super) fn mismatch(tree: &Tree<'_>, id: NodeId, expected: &str) -> Finding {
    let node = tree.node(id);
    let expected = in_words(expected);
    let help = match node.role {
        Role::Root => A_CATALOG.to_owned(),
        _ => correction(tree, id, expected),
    };
    let label = if expected.len() <= MAX_LABEL {
        format!("must be {expected}")
    } else {
        "something else must stand here".to_owned()
    };
    let message = format!("{} must be {expected}, not {}", subject(tree, id), found(node));
    Finding::new(tree.place(Span::value(id)), message).label(label).help(help)
}

/// The finding about an error without a node.
pub(super) fn whole(tree: &Tree<'_>, error: &Error) -> Finding {
    Finding::new(tree.place_of(Tree::ROOT), format!("the catalog cannot be read: {error}"))
}

/// The finding about an empty file.
pub(super) fn empty(tree: &Tree<'_>) -> Finding {
    Finding::new(tree.place_of(Tree::ROOT), "the file holds no catalog")
        .label("nothing but whitespace and comments")
        .help(A_CATALOG)
}

/// The last finding, if there are too many.
pub(super) fn more(tree: &Tree<'_>) -> Finding {
    let place = Place { line: 0, column: 0, span: 0..0, ..tree.place_of(Tree::ROOT) };
    Finding::new(place, "there is more that is wrong with this file").help("correct what is listed first")
}

/// How messages call a node.
fn subject(tree: &Tree<'_>, id: NodeId) -> String {
    let name = tree.name(id).map(shown);
    match tree.node(id).role {
        Role::Root => "the catalog".to_owned(),
        Role::Key => "a key".to_owned(),
        Role::Value(_) => name.unwrap_or_else(|| "the value".to_owned()),
        Role::Element(_) => {
            name.map_or_else(|| "an entry of the list".to_owned(), |name| format!("an entry of {name}"))
        }
    }
}

/// An expectation of serde in terms of YAML.
fn in_words(expected: &str) -> &str {
    match expected {
        "a string" => "text",
        "a boolean" => "`true` or `false`",
        "a sequence" => "a list",
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "i64" => "a whole number",
        _ if expected.starts_with("struct ") => "a map",
        _ => expected,
    }
}

/// A description of a node.
fn found(node: &Node) -> String {
    let Content::Scalar { text, .. } = &node.content else {
        return match &node.content {
            Content::List(_) => "a list",
            Content::Map(_) => "a map",
            Content::Refused | Content::Scalar { .. } => "an alias",
        }
        .to_owned();
    };
    match node.plain() {
        None if text.is_empty() => "empty text".to_owned(),
        None | Some(Plain::Text) => format!("the text {}", shown(text)),
        Some(Plain::Null) if text.is_empty() => "nothing".to_owned(),
        Some(Plain::Null | Plain::Bool(_)) => shown(text),
        Some(Plain::Unsigned(number)) if i64::try_from(number).is_err() => too_large(text),
        Some(Plain::Unsigned(_) | Plain::Signed(_) | Plain::Float(_)) => format!("the number {}", shown(text)),
        Some(Plain::Huge) => too_large(text),
    }
}

fn too_large(number: &str) -> String {
    format!("the number {}, which is too large", shown(number))
}

/// The help for a node of the wrong type: how to write the expected one.
fn correction(tree: &Tree<'_>, id: NodeId, expected: &str) -> String {
    let node = tree.node(id);
    let key = match node.role {
        Role::Value(_) => tree.name(id),
        _ => None,
    };
    match &node.content {
        Content::Scalar { text, plain } if !text.is_empty() => instead_of_text(expected, text, *plain),
        Content::List(items) if !wants_list(expected) => match (expected, items.as_slice()) {
            ("a map", _) => "leave the `-`s, or the brackets, out: write each entry as `key: value`".to_owned(),
            (_, &[one]) if tree.node(one).text().is_some() => {
                format!(
                    "leave the brackets, or the `-`, out: write {}",
                    entry(key, &shorthand(expected, tree.node(one)))
                )
            }
            _ => format!("leave the brackets, or the `-`s, out: write {}", entry(key, sample(expected))),
        },
        Content::Map(entries) if wants_list(expected) => {
            let first = entries.first().and_then(|(key, _)| tree.node(*key).text());
            first.map_or_else(
                || "write `[...]`".to_owned(),
                |key| format!("begin each entry with `- `: `- {}: ...`", cut(key)),
            )
        }
        _ => format!("write {}", entry(key, sample(expected))),
    }
}

/// The help for a text where another type is expected.
fn instead_of_text(expected: &str, text: &str, plain: bool) -> String {
    let is_one_of = |words: [&str; 3]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    let is_number = expected.starts_with("a whole number") || expected.starts_with("a status");
    match expected {
        "text" => format!("put it in quotes: `\"{}\"`", cut(text)),
        "a map" => "write `key: value` in lines of their own below this".to_owned(),
        _ if wants_list(expected) => format!("put it in brackets: `[{}]`", cut(text)),
        "`true` or `false`" if is_one_of(["yes", "on", "y"]) => "write `true`".to_owned(),
        "`true` or `false`" if is_one_of(["no", "off", "n"]) => "write `false`".to_owned(),
        "`true` or `false`" if !plain && is_one_of(["true", "false", "false"]) => "leave the quotes out".to_owned(),
        _ if is_number && !plain && text.parse::<i64>().is_ok() => "leave the quotes out".to_owned(),
        _ if text.parse::<f64>().is_ok() => format!("write {expected}"),
        _ => format!("write {}", shown_raw(sample(expected))),
    }
}

fn wants_list(expected: &str) -> bool {
    expected.starts_with("a list")
}

/// An example of what is expected: the one in the expectation, or a general one.
fn sample(expected: &str) -> &str {
    let given = expected.rsplit_once("such as `").and_then(|(_, sample)| sample.split_once('`'));
    match (given, expected) {
        (Some((sample, _)), _) => sample,
        (None, "`true` or `false`") => "true",
        (None, "a map") => "{ key: value }",
        (None, _) if wants_list(expected) => "[...]",
        (None, "a whole number from 0 to 255") => "6",
        (None, _) if expected.starts_with("a whole number") => "404",
        (None, _) if expected.starts_with('`') => expected.split('`').nth(1).unwrap_or("..."),
        (None, _) => "...",
    }
}

/// The text of a scalar, as it can be written in an example.
fn shorthand(expected: &str, node: &Node) -> String {
    let text = cut(node.text().unwrap_or_default());
    match node.plain() {
        Some(Plain::Text) => text,
        Some(_) if expected != "text" => text,
        _ => format!("\"{text}\""),
    }
}

/// A value with its key, if it has one.
fn entry(key: Option<&str>, value: &str) -> String {
    key.map_or_else(|| shown_raw(value), |key| format!("`{}: {value}`", cut(key)))
}

fn shown_raw(value: &str) -> String {
    format!("`{value}`")
}
