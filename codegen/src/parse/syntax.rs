//! What the YAML parser says, for people who do not know its terms.

use crate::finding::Place;

/// A part of what the parser says, what it means, and how to mend it.
const SAYINGS: &[(&str, &str, &str)] = &[
    (
        "invalid indentation",
        "this line must be indented further than the key above it",
        "indent what stands within brackets",
    ),
    ("tabs disallowed", "a tab cannot indent", "indent with spaces"),
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
    ("parsing a flow mapping", "`,` or `}` is missing before this", "put text with `: ` or `,` in it in quotes"),
    ("parsing a flow sequence", "`,` or `]` is missing before this", "put text with `: ` or `,` in it in quotes"),
    ("expected node content", "a value is missing before this", ""),
    ("quoted scalar, found unexpected end", "the quotes that begin here are never closed", ""),
    ("unexpected character", "text without quotes cannot begin with this", "put it in quotes"),
    (
        "trailing content after",
        "the quotes end before this",
        "within single quotes write `''`, within double quotes `\\\"`",
    ),
    ("expected key", "this does not fit what stands above it", "the keys of one map begin in the same column"),
    ("expected '-'", "this does not fit what stands above it", "the `-`s of one list stand in one column"),
    ("simple key expect", "a key without `:` stands before this", "write `key: value`; does the indentation fit?"),
    (
        "unknown escape",
        "`\\` with what follows it means nothing within double quotes",
        "write `\\\\`, or use single quotes",
    ),
    ("misplaced bracket", "this bracket closes nothing", ""),
    ("sequence entries are not allowed", "a list cannot begin here", "begin it in a line of its own"),
    ("comment or line break", "behind `|` or `>` only a comment may stand", "begin the text in the next line"),
];

/// The message and the help for a syntax error.
pub(crate) fn syntax(info: &str, text: &str, place: &Place) -> (String, String) {
    let at = text.get(place.span.start..).and_then(|rest| rest.chars().next());
    if let Some(character) = at.filter(|character| character.is_control() && !character.is_whitespace()) {
        let message = format!("this is not YAML: the control character U+{:04X} stands here", u32::from(character));
        return (message, "remove it; within double quotes an escape such as `\\x07` can stand for it".to_owned());
    }
    let saying = SAYINGS.iter().find(|(part, ..)| info.contains(part));
    let (message, help) = saying.map_or((info, ""), |&(_, message, help)| (message, help));
    (format!("this is not YAML: {message}"), help.to_owned())
}
