//! The YAML of a catalog as a tree whose nodes know their places.
//!
//! It is built where something is wrong or may be, says where that stands, and is read into the schema around it.

mod build;
mod lines;
mod places;

use saphyr_parser::Parser;

use crate::finding::{Finding, Place};
use crate::source::Source;

use build::Builder;
use places::Places;

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
    /// The character that it begins with.
    start: usize,
    /// The character behind it; of a list or map, behind what opens it.
    end: usize,
    /// The character at which a list or map was found to end.
    close: Option<usize>,
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
    places: Places<'a>,
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
        let places = Places::new(source);
        let mut builder = Builder::new(&places, max_nodes);
        let complete = Parser::new_from_str(&source.text).all(|event| builder.event(event));
        let (root, nodes, mut findings) = builder.finish();
        let mut odd = odd_characters(&places);
        // The parser may have stopped at one of them.
        odd.retain(|odd| findings.iter().all(|finding| finding.place != odd.place));
        findings.extend(odd);
        Self { places, root, findings, complete, nodes }
    }

    /// The place of a node.
    pub(crate) fn place(&self, node: &Node) -> Place {
        self.places.of_node(node)
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
fn odd_characters(places: &Places<'_>) -> Vec<Finding> {
    let text = places.text();
    if !may_be_odd(text) {
        return Vec::new();
    }
    let odd = |character| is_line_break_of_old(character) || is_unprintable(character);
    let found = text.chars().enumerate().filter(|&(_, character)| odd(character));
    let finding = |(index, character)| {
        let (message, label, help) = if is_unprintable(character) {
            let (message, help) = crate::parse::unprintable(character);
            (message, "here", help)
        } else {
            let message = format!("the invisible character U+{:04X} stands here", u32::from(character));
            (message, "a line break to some, text to others", "remove it".to_owned())
        };
        let place = places.of_character(index);
        Finding { place, message, label: label.to_owned(), help, related: Vec::new() }
    };
    found.take(MAX_FINDINGS).map(finding).collect()
}

/// Whether a text may hold odd characters. Errs to the safe side, and looks at eight bytes at once.
fn may_be_odd(text: &str) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // Controls begin with these bytes; only those behind ASCII have two.
    let odd = |byte: &u8| (*byte < b' ' && !b"\t\n\r".contains(byte)) || matches!(byte, 0x7f | 0xc2);
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    for bytes in words {
        let word = u64::from_le_bytes(*bytes);
        // The highest bit of a byte is set here where it is below a space, a DEL or beyond ASCII.
        let suspect = (word.wrapping_sub(EACH * 0x20) | word.wrapping_add(EACH) | word) & (EACH * 0x80);
        if suspect != 0 && bytes.iter().any(odd) {
            return true;
        }
    }
    let later = ['\u{2028}', '\u{2029}', '\u{fffe}', '\u{ffff}'];
    rest.iter().any(odd) || (!text.is_ascii() && later.into_iter().any(|character| text.contains(character)))
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
                    let covered = text[tree.places.span(node)].to_owned();
                    found.push((
                        format!("{}:{} {read}", tree.place(node).line, tree.place(node).column),
                        covered,
                        *plain,
                    ));
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
        assert_eq!(&source.text[tree.places.span(&entries[0].1)], "- b\n  - c");
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
