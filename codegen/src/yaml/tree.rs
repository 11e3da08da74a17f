//! The tree of a catalog.

use saphyr_parser::Parser;

use super::build::Builder;
use super::node::{Node, NodeId, Role};
use super::places::Places;
use super::{comments, lookalikes, syntax};
use crate::finding::{Finding, Place};
use crate::source::Source;

/// The maximum number of keys, values and elements of a catalog.
const MAX_NODES: usize = 2_000_000;

/// A catalog's tree.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    places: Places<'a>,
    /// Never empty: the document, or the part of it before a finding that ended reading.
    nodes: Vec<Node>,
    /// What the YAML has that a catalog may not have, or why it is not YAML.
    pub(crate) findings: Vec<Finding>,
    /// Whether the document was read to its end.
    pub(crate) complete: bool,
}

impl<'a> Tree<'a> {
    /// The whole document.
    pub(crate) const ROOT: NodeId = NodeId(0);

    /// Parses a file. Never fails: errors are among the findings.
    pub(crate) fn new(source: &'a Source) -> Self {
        Self::bounded(source, MAX_NODES)
    }

    pub(super) fn bounded(source: &'a Source, max_nodes: usize) -> Self {
        let places = Places::new(source);
        let mut builder = Builder::new(&places, max_nodes);
        let complete = Parser::new_from_str(&source.text).all(|event| builder.event(event));
        let (nodes, mut findings) = builder.finish();
        let mut odd = syntax::odd_characters(&places);
        odd.extend(lookalikes::mixed_words(&places));
        odd.extend(lookalikes::typographic_quotes(&places, &nodes));
        if complete {
            odd.extend(syntax::tabs(&places, &nodes));
            odd.extend(comments::cut_texts(&places, &nodes));
        }
        let conflicts = lookalikes::conflict_markers(&places);
        if let Some(stop) = findings.last().filter(|_| !complete).map(|finding| finding.place.clone()) {
            odd.extend(lookalikes::odd_sign(&places, &stop));
            // The parser stops at one of them, or soon after it.
            let near = |place: &Place| place.line <= stop.line && stop.line - place.line <= 1;
            if !conflicts.is_empty() || odd.iter().any(|odd| near(&odd.place)) {
                findings.pop();
            }
        }
        odd.retain(|odd| findings.iter().all(|finding| finding.place != odd.place));
        findings.extend(odd);
        findings.extend(conflicts);
        Self { places, nodes, findings, complete }
    }

    /// The file.
    pub(crate) fn source(&self) -> &'a Source {
        self.places.source()
    }

    /// A node of this tree.
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }

    /// The text of the key of a value, or of the key of the sequence around an element.
    pub(crate) fn name(&self, id: NodeId) -> Option<&str> {
        match self.node(id).role {
            Role::Value(key) => self.node(key).text(),
            Role::Element(list) => match self.node(list).role {
                Role::Value(key) => self.node(key).text(),
                _ => None,
            },
            Role::Root | Role::Key => None,
        }
    }

    /// The comment after a text without quotes, on the same line.
    pub(super) fn comment(&self, id: NodeId) -> Option<&str> {
        comments::behind(&self.places, &self.nodes, id)
    }

    /// The place of a node.
    pub(crate) fn place_of(&self, id: NodeId) -> Place {
        self.places.of_node(&self.nodes, id)
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;
    use crate::source::Source;
    use crate::yaml::node::Content;

    /// Each scalar as `line:column text`, with the bytes it covers, and whether it is plain.
    fn scalars(text: &str) -> Vec<(String, String, bool)> {
        let source = Source::new("a", text);
        let tree = Tree::new(&source);
        assert!(tree.complete, "{:?}", tree.findings);
        let mut found = Vec::new();
        let mut open = vec![Tree::ROOT];
        while let Some(id) = open.pop() {
            match &tree.node(id).content {
                Content::Scalar { text: read, plain } => {
                    let covered = text[tree.places.span(&tree.nodes, id)].to_owned();
                    found.push((
                        format!("{}:{} {read}", tree.place_of(id).line, tree.place_of(id).column),
                        covered,
                        *plain,
                    ));
                }
                Content::List(items) => open.extend(items.iter().rev()),
                Content::Map(entries) => open.extend(entries.iter().rev().flat_map(|&(key, value)| [value, key])),
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
        let source = Source::new("a", "a:\n  - b\n  - c\nd: |\n  e\n");
        let tree = Tree::new(&source);
        let Content::Map(entries) = &tree.node(Tree::ROOT).content else { panic!("a map") };
        assert_eq!((tree.place_of(Tree::ROOT).line, tree.place_of(Tree::ROOT).span), (1, 0..2));
        assert_eq!(&source.text[tree.places.span(&tree.nodes, entries[0].1)], "- b\n  - c");
        assert_eq!(tree.place_of(entries[0].1).to_string(), "a.yaml:2:3");
        assert_eq!(tree.place_of(entries[0].1).span, 5..8);
    }

    #[test]
    fn files_without_content_have_an_empty_root() {
        for text in ["", "\n", "# nothing\n\n  # here\n", "---\n", "---\n...\n"] {
            let source = Source::new("a", text);
            let tree = Tree::new(&source);
            assert!(tree.node(Tree::ROOT).is_empty() && tree.findings.is_empty() && tree.complete, "{text:?}");
        }
    }
}
