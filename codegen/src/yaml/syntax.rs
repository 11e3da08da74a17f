//! Explains the YAML parser's errors in plain terms, and finds unusual characters.

use super::node::{Content, Node};
use super::places::Places;
use super::{MAX_FINDINGS, lookalikes};
use crate::finding::{Finding, Place};

/// For parts of the parser's messages: what they mean, and how to correct the error.
const SAYINGS: &[(&str, &str, &str)] = &[
    (
        "invalid indentation in quoted",
        "the quotes that begin here are not closed before a line that is not indented",
        "close the quotes, or indent the lines in which the text goes on",
    ),
    (
        "invalid indentation",
        "this line must be indented further than the key above it",
        "indent what stands within brackets",
    ),
    ("tabs disallowed", "a tab cannot indent", "indent with spaces"),
    (
        "':' may not precede",
        "a space is missing behind `:`",
        "write `key: value`, or put text with `:` in it in quotes",
    ),
    ("tab cannot be used as indentation", "a tab cannot indent", "indent with spaces"),
    (FOUND_TAB, "a tab cannot indent", "indent with spaces"),
    (
        "values are not allowed",
        "`:` cannot stand here",
        "put text with `: ` in it in quotes; does the indentation fit?",
    ),
    (
        "placement of ':'",
        "`:` cannot stand here",
        "put text with `: ` in it in quotes, or close the brackets before it",
    ),
    ("parsing a flow mapping", "`,` or `}` is missing before this", IN_BRACKETS),
    ("parsing a flow sequence", "`,` or `]` is missing before this", IN_BRACKETS),
    ("expected node content", "a value is missing before this", ""),
    ("quoted scalar, found unexpected end", "the quotes that begin here are never closed", ""),
    ("unexpected document indicator", "the quotes that begin here are not closed before `---` or `...`", ""),
    ("unexpected character", "text without quotes cannot begin with this", "put it in quotes"),
    ("cannot start with '-'", "text without quotes cannot begin with this", "put it in quotes"),
    ("unknown anchor", "text without quotes cannot begin with `*`", "put it in quotes"),
    ("an anchor or alias", "text without quotes cannot begin with `&` or `*`", "put it in quotes"),
    ("ing a tag", "text without quotes cannot begin with `!`", "put it in quotes"),
    ("keys are not allowed", "text without quotes cannot begin with `? `", "put it in quotes"),
    (
        "trailing content after",
        "the quotes end before this",
        "put the whole text in one pair of quotes, in which a quote is written `''` if they are single and `\\\"` if they are double; entries in brackets stand apart by `,`",
    ),
    ("expected key", "this does not fit what stands above it", SAME_COLUMN),
    ("expected '-'", "this does not fit what stands above it", SAME_COLUMN),
    ("simple key expect", "a key without `:` stands before this", "write `key: value`; does the indentation fit?"),
    (
        UNKNOWN_ESCAPE,
        "`\\` with what follows it means nothing within double quotes",
        "write `\\\\`, or use single quotes",
    ),
    (
        "expected hexadecimal number",
        "`\\x`, `\\u` or `\\U` stands within these quotes without its 2, 4 or 8 hexadecimal digits",
        "write `\\\\` for a backslash, or use single quotes",
    ),
    (
        "Unicode character escape",
        "an escape within these quotes stands for no character",
        "write `\\\\` for a backslash, or use single quotes",
    ),
    ("misplaced bracket", "this bracket closes nothing", ""),
    ("sequence entries are not allowed", "a list cannot begin here", "begin it in a line of its own"),
    ("comment or line break", "behind `|` or `>` only a comment may stand", "begin the text in the next line"),
    ("indicator equal to 0", "behind `|` or `>` no `0` can stand", "take it out"),
    ("separated from other tokens", "whitespace is missing before `#`", "put a space before it, or the text in quotes"),
    ("end marker before directive", "text without quotes cannot begin with `%`", "put it in quotes"),
    ("document end marker", "behind `...` nothing can stand", "remove the line"),
    ("directive", "a line cannot begin with `%`", "remove it, or put the text in quotes"),
    ("<document", "a second value begins here", "a catalog is one map, whose keys begin in the first column"),
    ("byte order mark", "the invisible character U+FEFF stands here", "remove it"),
];

/// A part of the parser's message for a tab, which it reports at the text before it.
pub(super) const FOUND_TAB: &str = "plain scalar, found a tab";

/// A part of the parser's message for an unknown escape, which it reports at the opening quote.
pub(super) const UNKNOWN_ESCAPE: &str = "unknown escape";

/// The message for a tab that the parser accepts.
const TAB: &str = "this is not YAML: a tab cannot indent";

const IN_BRACKETS: &str = "put text with `: ` or `,` in it in quotes, or close the bracket before this";

const SAME_COLUMN: &str = "the keys of one map, and the `-`s of one list, begin in the same column";

/// The message and the help for a character that is not allowed in YAML.
fn unprintable(character: char) -> (String, String) {
    let message = format!("this is not YAML: the control character U+{:04X} stands here", u32::from(character));
    (message, "remove it; within double quotes an escape such as `\\x07` can stand for it".to_owned())
}

/// The message and the help for a syntax error.
pub(super) fn explained(info: &str, text: &str, place: &Place) -> (String, String) {
    let at = text.get(place.span.start..).and_then(|rest| rest.chars().next());
    if let Some(character) = at.filter(|character| character.is_control() && !character.is_whitespace()) {
        return unprintable(character);
    }
    let saying = SAYINGS.iter().find(|(part, ..)| info.contains(part));
    let (message, help) = saying.map_or((info, ""), |&(_, message, help)| (message, help));
    (format!("this is not YAML: {message}"), help.to_owned())
}

/// Whether a character is a line break in YAML 1.1, but text in YAML 1.2.
fn is_line_break_of_old(character: char) -> bool {
    matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character is not allowed in YAML.
fn is_unprintable(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{85}')
        || matches!(character, '\u{fffe}' | '\u{ffff}')
}

/// The findings for characters that are not allowed in YAML, and for those that other parsers and editors treat
/// differently.
pub(super) fn odd_characters(places: &Places<'_>) -> Vec<Finding> {
    let finding = |(index, character)| {
        let place = places.of_character(index);
        if is_unprintable(character) {
            let (message, help) = unprintable(character);
            return Finding::new(place, message).label("here").help(help);
        }
        let message = format!("the invisible character U+{:04X} stands here", u32::from(character));
        let (label, help) = if is_line_break_of_old(character) {
            ("a line break to some, text to others", "remove it")
        } else {
            lookalikes::invisible(character)
        };
        Finding::new(place, message).label(label).help(help)
    };
    let is_odd =
        |character| is_line_break_of_old(character) || is_unprintable(character) || lookalikes::is_invisible(character);
    let odd = places.text().chars().enumerate().filter(|&(_, character)| is_odd(character));
    odd.take(MAX_FINDINGS).map(finding).collect()
}

/// The findings for tabs before the first character of a line or of an entry, outside of text. Parsers differ on where
/// they are allowed.
pub(super) fn tabs(places: &Places<'_>, nodes: &[Node]) -> Vec<Finding> {
    if !places.text().contains('\t') {
        return Vec::new();
    }
    let mut indents = true;
    let mut is_indenting = |character: char| {
        indents = matches!(character, '\n' | '\r') || indents && matches!(character, ' ' | '\t' | '-' | '?' | ':');
        indents && character == '\t'
    };
    let is_outside = |&(index, _): &(usize, char)| {
        let before = nodes.partition_point(|node| node.start <= index);
        !nodes[..before].last().is_some_and(|node| matches!(node.content, Content::Scalar { .. }) && index < node.end)
    };
    let tabs = places.text().chars().enumerate().filter(|&(_, character)| is_indenting(character)).filter(is_outside);
    let finding = |(index, _)| Finding::new(places.of_character(index), TAB).label("here").help("indent with spaces");
    tabs.take(MAX_FINDINGS).map(finding).collect()
}
