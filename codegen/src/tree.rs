//! The YAML of a catalog as a tree whose nodes know their places.
//!
//! The schema is read from it, and it says where things stand that are wrong.

mod build;
mod lines;

use std::ops::Range;

use saphyr_parser::{Marker, Parser};

use crate::finding::{Finding, Place};
use crate::source::Source;

use build::Builder;
use lines::Lines;

/// How deep lists and maps may stand in each other. The language needs 9.
pub(crate) const MAX_DEPTH: usize = 32;

/// How many keys, values and elements a catalog may have.
pub(crate) const MAX_NODES: usize = 2_000_000;

/// More findings than this of one sort about the YAML itself help nobody.
const MAX_FINDINGS: usize = 100;

/// A key, a value or an element.
#[derive(Debug)]
pub(crate) struct Node {
    /// Counts from 0 in the order in which nodes begin; unique in its tree.
    pub(crate) id: usize,
    /// The bytes it covers.
    pub(crate) span: Range<usize>,
    /// Its first line, from 1.
    pub(crate) line: usize,
    /// Its first column in characters, from 1.
    pub(crate) column: usize,
    /// What it is.
    pub(crate) content: Content,
}

/// What a node is.
#[derive(Debug)]
pub(crate) enum Content {
    /// Text, a number, a boolean or nothing.
    Scalar {
        /// The text, escapes and folding undone.
        text: String,
        /// Whether it stands without quotes, so that YAML may take it for something else than text.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A map: keys and values in order, repeated keys included.
    Map(Vec<(Node, Node)>),
    /// An alias or a merge key, for which there is a finding already.
    Refused,
}

impl Node {
    /// The text of a scalar.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether it is a scalar without quotes.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.content, Content::Scalar { plain: true, .. })
    }

    /// Whether nothing stands here, as behind `key:`.
    pub(crate) fn is_empty(&self) -> bool {
        self.is_plain() && self.text() == Some("")
    }
}

/// A catalog's tree.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    source: &'a Source,
    lines: Lines,
    /// The document. After a finding that ends reading, what was read until then.
    pub(crate) root: Node,
    /// What the YAML has that a catalog may not have, or why it is no YAML.
    pub(crate) findings: Vec<Finding>,
    /// Whether the document was read to its end.
    pub(crate) complete: bool,
    /// How many nodes there are.
    pub(crate) nodes: usize,
}

impl<'a> Tree<'a> {
    /// Reads a file. Never fails: what goes wrong is among the findings.
    pub(crate) fn new(source: &'a Source) -> Self {
        Self::bounded(source, MAX_NODES)
    }

    fn bounded(source: &'a Source, max_nodes: usize) -> Self {
        let lines = Lines::new(&source.text);
        let mut builder = Builder::new(source, &lines, max_nodes);
        let complete = Parser::new_from_str(&source.text).all(|event| builder.event(event));
        let (root, nodes, mut findings) = builder.finish();
        let mut odd = odd_characters(source, &lines);
        // The parser may have stopped at one of them.
        odd.retain(|odd| findings.iter().all(|finding| finding.place != odd.place));
        findings.extend(odd);
        Self { source, lines, root, findings, complete, nodes }
    }

    /// The place of a node.
    pub(crate) fn place(&self, node: &Node) -> Place {
        place(self.source, node.span.clone(), (node.line, node.column))
    }
}

/// Whether a character ends a line in YAML 1.1 and belongs to the text in 1.2.
pub(crate) fn is_line_break_of_old(character: char) -> bool {
    matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character cannot stand in YAML.
fn is_unprintable(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{85}')
        || matches!(character, '\u{fffe}' | '\u{ffff}')
}

/// The findings for characters that cannot stand in YAML, and for those that other readers and people's editors take for
/// something else.
fn odd_characters(source: &Source, lines: &Lines) -> Vec<Finding> {
    let is_common = |byte: u8| byte >= b' ' && byte != 0x7f || byte == b'\n';
    if source.text.is_ascii() && source.text.bytes().all(is_common) {
        return Vec::new();
    }
    let odd = |character| is_line_break_of_old(character) || is_unprintable(character);
    let found = source.text.chars().enumerate().filter(|&(_, character)| odd(character));
    let finding = |(index, character)| {
        let (message, label, help) = if is_unprintable(character) {
            let (message, help) = crate::parse::unprintable(character);
            (message, "here", help)
        } else {
            let message = format!("the invisible character U+{:04X} stands here", u32::from(character));
            (message, "a line break to some, text to others", "remove it".to_owned())
        };
        let place = place_of_character(source, lines, index);
        Finding { place, message, label: label.to_owned(), help, related: Vec::new() }
    };
    found.take(MAX_FINDINGS).map(finding).collect()
}

/// The bytes between two markers.
fn span(source: &Source, lines: &Lines, from: Marker, to: Marker) -> Range<usize> {
    let start = lines.byte(&source.text, from.index());
    start..lines.byte(&source.text, to.index()).max(start)
}

/// The place of one character, or of the file's end.
fn place_of_character(source: &Source, lines: &Lines, character: usize) -> Place {
    let start = lines.byte(&source.text, character);
    let width = source.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    place(source, start..start + width, lines.line_column(character))
}

/// A place that ends where its first line ends, so that a caret can be drawn under all of it.
fn place(source: &Source, span: Range<usize>, (line, column): (usize, usize)) -> Place {
    let covered = source.text.get(span.clone()).unwrap_or_default();
    let first = covered.lines().next().unwrap_or_default();
    Place { file: source.file.clone(), line, column, span: span.start..span.start + first.trim_end().len() }
}

#[cfg(test)]
mod tests {
    use super::{Content, Tree};
    use crate::source::Source;

    fn source(text: &str) -> Source {
        Source { file: "a.yaml".into(), name: "a".to_owned(), text: text.to_owned() }
    }

    /// Each scalar as `line:column text`, with the bytes it covers, and whether it is plain.
    fn scalars(text: &str) -> Vec<(String, String, bool)> {
        let source = source(text);
        let tree = Tree::new(&source);
        assert!(tree.complete, "{:?}", tree.findings);
        let mut found = Vec::new();
        let mut open = vec![&tree.root];
        while let Some(node) = open.pop() {
            match &node.content {
                Content::Scalar { text: read, plain } => {
                    let covered = text[node.span.clone()].to_owned();
                    found.push((format!("{}:{} {read}", node.line, node.column), covered, *plain));
                }
                Content::List(items) => open.extend(items.iter().rev()),
                Content::Map(entries) => open.extend(entries.iter().rev().flat_map(|(key, value)| [value, key])),
                Content::Refused => {}
            }
        }
        found
    }

    #[test]
    fn places_are_right_behind_text_that_is_not_ascii() {
        assert_eq!(
            scalars("ключ: \"é€\\\" ü\" # ü\nb: [😀, 'x ''y' , z] # é\nc: d e # ü\n"),
            [
                ("1:1 ключ".to_owned(), "ключ".to_owned(), true),
                ("1:7 é€\" ü".to_owned(), "\"é€\\\" ü\"".to_owned(), false),
                ("2:1 b".to_owned(), "b".to_owned(), true),
                ("2:5 😀".to_owned(), "😀".to_owned(), true),
                ("2:8 x 'y".to_owned(), "'x ''y'".to_owned(), false),
                ("2:18 z".to_owned(), "z".to_owned(), true),
                ("3:1 c".to_owned(), "c".to_owned(), true),
                ("3:4 d e".to_owned(), "d e".to_owned(), true),
            ]
        );
    }

    #[test]
    fn carriage_returns_change_neither_text_nor_places() {
        let read = scalars("a:\r\n  b: |\r\n    é\r\n    f\r\n  c: d\r\n");
        let places: Vec<&str> = read.iter().map(|(place, ..)| place.as_str()).collect();
        assert_eq!(places, ["1:1 a", "2:3 b", "3:5 é\nf\n", "5:3 c", "5:6 d"]);
    }

    #[test]
    fn an_empty_value_is_plain_and_a_code_keeps_its_digits() {
        let read = scalars("0x1F: {}\n001: \n\"001\":\n");
        let texts: Vec<&str> = read.iter().map(|(place, ..)| place.as_str()).collect();
        assert_eq!(texts, ["1:1 0x1F", "2:1 001", "2:4 ", "3:1 001", "3:6 "]);
        assert!(read[2].2 && !read[3].2);
    }

    #[test]
    fn a_place_ends_with_its_line() {
        let source = source("a:\n  - b\n  - c\nd: |\n  e\n");
        let tree = Tree::new(&source);
        let Content::Map(entries) = &tree.root.content else { panic!("a map") };
        assert_eq!((tree.place(&tree.root).line, tree.place(&tree.root).span), (1, 0..2));
        assert_eq!(&source.text[entries[0].1.span.clone()], "- b\n  - c");
        assert_eq!(tree.place(&entries[0].1).to_string(), "a.yaml:2:3");
        assert_eq!(tree.place(&entries[0].1).span, 5..8);
    }

    #[test]
    fn files_without_content_have_an_empty_root() {
        for text in ["", "\n", "# nothing\n\n  # here\n", "---\n", "---\n...\n"] {
            let source = source(text);
            let tree = Tree::new(&source);
            assert!(tree.root.is_empty() && tree.findings.is_empty() && tree.complete, "{text:?}");
        }
    }
}
