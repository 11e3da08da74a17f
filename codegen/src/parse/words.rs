//! Findings about shapes, in words for people who know neither Rust nor serde.

use std::fmt::Write;

use crate::deserialize::{At, Plain, Problem, Role, resolve};
use crate::finding::{Finding, Place};
use crate::tree::{Content, Node, Tree};

/// Longer words are cut when they are quoted, and get no suggestion.
const MAX_WORD: usize = 60;

/// What a file needs that is no catalog at all.
const A_CATALOG: &str = "a catalog begins with `vendor:`; `catalogs/README.md` explains the rest";

/// The finding for a problem; `repeated` are the keys of one that stands twice.
pub(super) fn finding(tree: &Tree<'_>, problem: &Problem, at: At<'_>, repeated: Option<(&Node, &Node)>) -> Finding {
    let mut finding = new(tree.place(at.node), String::new(), "", String::new());
    match problem {
        Problem::UnknownKey { key, known } => {
            finding.message = format!("unknown key {}", quoted(key));
            "not a key that may stand here".clone_into(&mut finding.label);
            finding.help = did_you_mean(key, known, "the keys here are");
        }
        Problem::UnknownWord { word, known } => {
            finding.message = format!("{} cannot be {}", subject(at), quoted(word));
            "not one of the words that may stand here".clone_into(&mut finding.label);
            finding.help = did_you_mean(word, known, "the words here are");
        }
        Problem::MissingKey(key) => {
            finding.place = match (at.role, &at.node.content) {
                (Role::Value(name), _) => tree.place(name),
                (_, Content::Map(entries)) => tree.place(entries.first().map_or(at.node, |(first, _)| first)),
                _ => finding.place,
            };
            let this = if matches!(at.role, Role::Element(_)) { "this " } else { "" };
            let subject = subject(at);
            finding.message = format!("{this}{} has no `{key}`", subject.strip_prefix("an ").unwrap_or(&subject));
            finding.label = format!("`{key}` is missing");
            finding.help = format!("add `{key}: ...`");
        }
        Problem::RepeatedKey(key) => {
            finding.message = format!("the key `{key}` stands twice");
            "given again here".clone_into(&mut finding.label);
            "remove one of them".clone_into(&mut finding.help);
            if let Some((first, second)) = repeated {
                finding.place = tree.place(second);
                finding.related.push((tree.place(first), "first given here".to_owned()));
            }
        }
        Problem::Mismatch { expected } => {
            let expected = in_words(expected);
            if let (true, Role::Value(key)) = (at.node.is_empty(), at.role) {
                finding.place = tree.place(key);
            }
            finding.message = format!("{} must be {expected}, not {}", subject(at), found(at.node));
            finding.label = if expected.len() <= MAX_WORD {
                format!("must be {expected}")
            } else {
                "something else must stand here".to_owned()
            };
            finding.help = match at.role {
                Role::Root => A_CATALOG.to_owned(),
                _ => how_to_mend(expected, at.node),
            };
        }
        Problem::Other(message) => {
            finding.message = format!("{}: {message}", subject(at));
        }
    }
    finding
}

/// A problem without a node.
pub(super) fn whole(tree: &Tree<'_>, problem: &Problem) -> Finding {
    let root = At { node: &tree.root, role: Role::Root };
    finding(tree, problem, root, None)
}

/// A file without content.
pub(super) fn empty(tree: &Tree<'_>) -> Finding {
    let label = "nothing but white space and comments";
    new(tree.place(&tree.root), "the file holds no catalog".to_owned(), label, A_CATALOG.to_owned())
}

/// The last finding of too many.
pub(super) fn more(tree: &Tree<'_>) -> Finding {
    let place = Place { line: 0, column: 0, span: 0..0, ..tree.place(&tree.root) };
    new(place, "there is more that is wrong with this file".to_owned(), "", "mend what is listed first".to_owned())
}

fn new(place: Place, message: String, label: &str, help: String) -> Finding {
    Finding { place, message, label: label.to_owned(), help, related: Vec::new() }
}

/// The known word that comes closest, if one is close enough to have been meant.
pub(crate) fn suggest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let length = word.chars().count();
    if length > MAX_WORD {
        return None;
    }
    // `alsoIn` and `also-in` are as good as `also_in`.
    let plain = |word: &str| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let word = plain(word);
    let distances = known.iter().map(|&known| (strsim::osa_distance(&word, &plain(known)), known));
    let (distance, best) = distances.min_by_key(|&(distance, _)| distance)?;
    (distance <= length.max(3) / 3).then_some(best)
}

fn did_you_mean(word: &str, known: &[&str], all: &str) -> String {
    if let Some(meant) = suggest(word, known) {
        return format!("did you mean `{meant}`?");
    }
    let mut help = all.to_owned();
    for (index, known) in known.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = write!(help, "{} `{known}`", if index == 0 { "" } else { "," });
    }
    help
}

/// What a node is called.
fn subject(at: At<'_>) -> String {
    match at.role {
        Role::Root => "the catalog".to_owned(),
        Role::Key(_) => "a key".to_owned(),
        Role::Value(key) => key.text().map_or_else(|| "the value".to_owned(), quoted),
        Role::Element(key) => match key.and_then(Node::text) {
            Some(key) => format!("an entry of {}", quoted(key)),
            None => "an entry of the list".to_owned(),
        },
    }
}

/// What serde expects, in words of YAML.
fn in_words(expected: &str) -> &str {
    match expected {
        "a string" | "a borrowed string" | "field identifier" | "variant identifier" => "text",
        "a boolean" => "`true` or `false`",
        "a sequence" => "a list",
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "u32" | "u64" | "usize" => "a whole number, 0 or more",
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number",
        _ if expected.starts_with("struct ") => "a map",
        _ if expected.starts_with("enum ") => "one of several words",
        _ => expected,
    }
}

/// What stands at a node.
fn found(node: &Node) -> String {
    match &node.content {
        Content::List(_) => "a list".to_owned(),
        Content::Map(_) => "a map".to_owned(),
        Content::Refused => "an alias".to_owned(),
        Content::Scalar { plain: false, .. } if node.text().is_some_and(str::is_empty) => "empty text".to_owned(),
        Content::Scalar { text, plain } => match resolve(text) {
            _ if !plain => format!("the text {}", quoted(text)),
            Plain::Null if text.is_empty() => "nothing".to_owned(),
            Plain::Null | Plain::Bool(_) => quoted(text),
            Plain::Unsigned(number) if i64::try_from(number).is_err() => too_large(text),
            Plain::Unsigned(_) | Plain::Signed(_) | Plain::Float(_) => format!("the number {}", quoted(text)),
            Plain::Huge => too_large(text),
            Plain::Text => format!("the text {}", quoted(text)),
        },
    }
}

fn too_large(number: &str) -> String {
    format!("the number {}, which is too large", quoted(number))
}

fn how_to_mend(expected: &str, node: &Node) -> String {
    let Content::Scalar { text, plain } = &node.content else {
        let list = expected == "text" && matches!(node.content, Content::List(_));
        return if list { "leave the brackets, or the `-`s, out".to_owned() } else { String::new() };
    };
    let number = matches!(resolve(text), Plain::Unsigned(_) | Plain::Signed(_));
    match expected {
        "text" if !text.is_empty() => format!("put it in quotes: `\"{}\"`", cut(text)),
        "a map" if !text.is_empty() => "write `key: value` in lines of their own below this".to_owned(),
        "a list" if !text.is_empty() => "put it in brackets: `[...]`".to_owned(),
        "`true` or `false`" if ["yes", "on", "y"].contains(&text.to_ascii_lowercase().as_str()) => {
            "write `true`".to_owned()
        }
        "`true` or `false`" if ["no", "off", "n"].contains(&text.to_ascii_lowercase().as_str()) => {
            "write `false`".to_owned()
        }
        "`true` or `false`" if matches!(resolve(text), Plain::Bool(_)) => "leave the quotes out".to_owned(),
        _ if !plain && number && (expected.starts_with("a whole number") || expected.starts_with("a status")) => {
            "leave the quotes out".to_owned()
        }
        _ => String::new(),
    }
}

/// A word as findings quote it.
fn quoted(word: &str) -> String {
    format!("`{}`", cut(word))
}

/// The beginning of a long text.
fn cut(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.len() == text.len() && text.chars().count() <= MAX_WORD {
        return text.to_owned();
    }
    format!("{}...", line.chars().take(MAX_WORD).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn only_what_is_close_is_suggested() {
        let known = ["meaning", "message", "also_in", "to", "name"];
        assert_eq!(suggest("meanig", &known), Some("meaning"));
        assert_eq!(suggest("mesasge", &known), Some("message"));
        assert_eq!(suggest("alsoIn", &known), Some("also_in"));
        assert_eq!(suggest("Name", &known), Some("name"));
        assert_eq!(suggest("colour", &known), None);
        assert_eq!(suggest("ключ", &known), None);
        assert_eq!(suggest(&"m".repeat(100_000), &known), None);
        assert_eq!(suggest("x", &[]), None);
    }
}
