//! From the parser's events to nodes, within bounds.

use saphyr_parser::{Event, ScalarStyle, ScanError, Span};

use super::places::Places;
use super::{Content, MAX_DEPTH, MAX_FINDINGS, Node};
use crate::finding::Finding;

/// How to do without anchors, aliases and merge keys.
const SHARE: &str = "write what several codes share under `defaults`";

/// A list or map whose end is still to come.
struct Open {
    node: Node,
    /// The key of a map whose value is still to come.
    key: Option<Node>,
}

/// Takes events and makes nodes of them.
pub(super) struct Builder<'a> {
    places: &'a Places<'a>,
    /// From the outside in. Never longer than [`MAX_DEPTH`], so that neither reading nor dropping a tree recurses far.
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    nodes: usize,
    max_nodes: usize,
    findings: Vec<Finding>,
}

impl<'a> Builder<'a> {
    /// Before the first event.
    pub(super) fn new(places: &'a Places<'a>, max_nodes: usize) -> Self {
        Self { places, open: Vec::new(), root: None, documents: 0, nodes: 0, max_nodes, findings: Vec::new() }
    }

    /// Takes the next event. Answers whether to go on.
    pub(super) fn event(&mut self, event: Result<(Event<'_>, Span), ScanError>) -> bool {
        let (event, at) = match event {
            Ok(event) => event,
            Err(error) => return self.syntax(&error),
        };
        if self.nodes > self.max_nodes {
            return self.stop(at, "the file has more than 2,000,000 keys and values", "split it into several catalogs");
        }
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    return self.stop(
                        at,
                        "a catalog is one YAML document, and a second one begins here",
                        "remove `---`",
                    );
                }
            }
            Event::Alias(_) => {
                // What a merge key takes needs no finding of its own.
                if !self
                    .open
                    .last()
                    .is_some_and(|open| matches!(&open.key, Some(Node { content: Content::Refused, .. })))
                {
                    self.refuse(
                        at,
                        "a catalog has no aliases",
                        &format!("{SHARE}; text that begins with `*` stands in quotes"),
                    );
                }
                let node = self.node(at, Content::Refused);
                self.add(node);
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_properties(at, anchor, tag.is_some());
                let plain = style == ScalarStyle::Plain;
                // The parser takes these for text within brackets.
                if plain && text.starts_with(['|', '>']) {
                    let message = "this is not YAML: text without quotes cannot begin with `|` or `>`";
                    self.refuse(at, message, "put it in quotes");
                }
                let content = if plain && text == "<<" && self.is_key() {
                    self.refuse(at, "a catalog has no merge keys", SHARE);
                    Content::Refused
                } else {
                    Content::Scalar { text: text.into_owned(), plain }
                };
                let node = self.node(at, content);
                self.add(node);
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_properties(at, anchor, tag.is_some());
                return self.begin(at, Content::List(Vec::new()));
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_properties(at, anchor, tag.is_some());
                return self.begin(at, Content::Map(Vec::new()));
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(at),
            Event::DocumentEnd | Event::StreamStart | Event::StreamEnd | Event::Nothing => {}
        }
        if self.findings.len() >= MAX_FINDINGS {
            return self.stop(at, "there is more like this below", "");
        }
        true
    }

    /// The root, the number of nodes and the findings. What is still open is closed.
    pub(super) fn finish(mut self) -> (Node, usize, Vec<Finding>) {
        while let Some(open) = self.open.pop() {
            self.close(open);
        }
        let nothing = Content::Scalar { text: String::new(), plain: true };
        let root = self.root.unwrap_or(Node { id: 0, start: 0, end: 0, close: None, content: nothing });
        (root, self.nodes, self.findings)
    }

    /// Whether the next node is a key.
    fn is_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.key.is_none() && matches!(open.node.content, Content::Map(_)))
    }

    fn node(&mut self, at: Span, content: Content) -> Node {
        let id = self.nodes;
        self.nodes += 1;
        Node { id, start: at.start.index(), end: at.end.index(), close: None, content }
    }

    fn begin(&mut self, at: Span, content: Content) -> bool {
        if self.open.len() >= MAX_DEPTH {
            return self.too_deep(at);
        }
        let node = self.node(at, content);
        self.open.push(Open { node, key: None });
        true
    }

    fn end(&mut self, at: Span) {
        let Some(mut open) = self.open.pop() else { return };
        open.node.close = Some(at.start.index());
        self.close(open);
    }

    fn close(&mut self, Open { mut node, key }: Open) {
        if let (Some(key), Content::Map(entries)) = (key, &mut node.content) {
            let content = Content::Scalar { text: String::new(), plain: true };
            let value = Node { id: self.nodes, start: key.end, end: key.end, close: None, content };
            self.nodes += 1;
            entries.push((key, value));
        }
        self.add(node);
    }

    /// Puts a finished node where it belongs.
    fn add(&mut self, node: Node) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        match &mut open.node.content {
            Content::List(items) => items.push(node),
            Content::Map(entries) => match open.key.take() {
                Some(key) => entries.push((key, node)),
                None => open.key = Some(node),
            },
            Content::Scalar { .. } | Content::Refused => {}
        }
    }

    fn refuse_properties(&mut self, at: Span, anchor: usize, tagged: bool) {
        if anchor > 0 {
            self.refuse(
                at,
                "a catalog has no anchors",
                &format!("{SHARE}; text that begins with `&` stands in quotes"),
            );
        }
        if tagged {
            self.refuse(
                at,
                "a catalog has no tags",
                "leave the tag out; text that begins with `!`, or that YAML would read as a number, stands in quotes",
            );
        }
    }

    fn refuse(&mut self, at: Span, message: &str, help: &str) {
        // Without what has the anchor or the tag.
        let start = self.places.byte(at.start.index());
        let covered = self.places.text().get(start..self.places.byte(at.end.index())).unwrap_or_default();
        let end = start + covered.find(char::is_whitespace).unwrap_or(covered.len());
        let place = self.places.of_bytes(start..end, at.start.index());
        self.findings.push(Finding {
            place,
            message: message.to_owned(),
            label: "not allowed here".to_owned(),
            help: help.to_owned(),
            related: Vec::new(),
        });
    }

    /// A finding after which reading makes no sense.
    fn stop(&mut self, at: Span, message: &str, help: &str) -> bool {
        self.findings.push(Finding {
            place: self.places.of_character(at.start.index()),
            message: message.to_owned(),
            label: String::new(),
            help: help.to_owned(),
            related: Vec::new(),
        });
        false
    }

    /// How many characters behind this one something stands, or 0.
    fn behind(&self, character: usize, find: impl Fn(&str) -> Option<usize>) -> usize {
        let rest = self.places.text().get(self.places.byte(character)..);
        rest.and_then(find).unwrap_or_default()
    }

    fn too_deep(&mut self, at: Span) -> bool {
        self.stop(at, "lists and maps stand in each other more than 32 deep", "close the brackets that are left open")
    }

    fn syntax(&mut self, error: &ScanError) -> bool {
        let at = Span::empty(*error.marker());
        // The parser's own limit; it looks ahead and so can come first.
        if error.info() == "recursion limit exceeded" {
            return self.too_deep(at);
        }
        let mut index = at.start.index();
        if error.info().contains(crate::parse::FOUND_TAB) {
            index += self.behind(index, tab_that_indents);
        } else if error.info().contains(crate::parse::UNKNOWN_ESCAPE) {
            index += self.behind(index, unknown_escape);
        }
        let place = self.places.of_character(index);
        let (message, help) = crate::parse::syntax(error.info(), self.places.text(), &place);
        self.findings.push(Finding { place, message, label: "here".to_owned(), help, related: Vec::new() });
        false
    }
}

/// How many characters stand before the first tab that indents a line.
fn tab_that_indents(text: &str) -> Option<usize> {
    let mut indents = false;
    text.chars().position(|character| {
        indents = character == '\n' || indents && character.is_whitespace();
        indents && character == '\t'
    })
}

/// How many characters stand before the first escape that means nothing.
fn unknown_escape(text: &str) -> Option<usize> {
    let mut escaped = false;
    let after = text.chars().position(|character| {
        let unknown = escaped && !"0abt\tnvfre \"/\\N_LPxuU\r\n".contains(character);
        escaped = !escaped && character == '\\';
        unknown
    });
    after.map(|after| after - 1)
}

#[cfg(test)]
mod tests;
