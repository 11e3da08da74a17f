//! From the parser's events to nodes, within bounds.

use saphyr_parser::{Event, ScalarStyle, ScanError, Span};

use super::lines::Lines;
use super::{Content, MAX_DEPTH, MAX_FINDINGS, Node, place, place_of_character, span};
use crate::finding::Finding;
use crate::source::Source;

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
    source: &'a Source,
    lines: &'a Lines,
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
    pub(super) fn new(source: &'a Source, lines: &'a Lines, max_nodes: usize) -> Self {
        Self { source, lines, open: Vec::new(), root: None, documents: 0, nodes: 0, max_nodes, findings: Vec::new() }
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
        let root = self.root.unwrap_or(Node { id: 0, span: 0..0, line: 1, column: 1, content: nothing });
        (root, self.nodes, self.findings)
    }

    /// Whether the next node is a key.
    fn is_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.key.is_none() && matches!(open.node.content, Content::Map(_)))
    }

    fn node(&mut self, at: Span, content: Content) -> Node {
        let id = self.nodes;
        self.nodes += 1;
        let mut span = span(self.source, self.lines, at.start, at.end);
        match &content {
            // The parser gives the colon or bracket beside which nothing stands.
            Content::Scalar { text, plain: true } if text.is_empty() => span.end = span.start,
            // The parser counts white space and a comment behind the quotes in.
            Content::Scalar { plain: false, .. } => {
                let covered = self.source.text.get(span.clone()).unwrap_or_default();
                span.end = span.start + quoted_length(covered).unwrap_or(covered.len());
            }
            _ => {}
        }
        let (line, column) = self.lines.line_column(at.start.index());
        Node { id, span, line, column, content }
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
        // A list or map in brackets ends with its bracket; one without ends with what it holds.
        let end = span(self.source, self.lines, at.start, at.end).start;
        if self.source.text.get(end..).is_some_and(|rest| rest.starts_with([']', '}'])) {
            open.node.span.end = open.node.span.end.max(end + 1);
        }
        self.close(open);
    }

    fn close(&mut self, Open { mut node, key }: Open) {
        let last = match &node.content {
            Content::List(items) => items.last(),
            Content::Map(entries) => entries.last().map(|(_, value)| value),
            Content::Scalar { .. } | Content::Refused => None,
        };
        node.span.end = node.span.end.max(last.map_or(0, |last| last.span.end));
        if let (Some(key), Content::Map(entries)) = (key, &mut node.content) {
            let content = Content::Scalar { text: String::new(), plain: true };
            let span = key.span.end..key.span.end;
            let value = Node { id: self.nodes, span, line: key.line, column: key.column, content };
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
        let mut span = span(self.source, self.lines, at.start, at.end);
        // Without what has the anchor or the tag.
        let covered = self.source.text.get(span.clone()).unwrap_or_default();
        span.end = span.start + covered.find(char::is_whitespace).unwrap_or(covered.len());
        let place = place(self.source, span, self.lines.line_column(at.start.index()));
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
            place: place_of_character(self.source, self.lines, at.start.index()),
            message: message.to_owned(),
            label: String::new(),
            help: help.to_owned(),
            related: Vec::new(),
        });
        false
    }

    /// How many characters behind this one something stands, or 0.
    fn behind(&self, character: usize, find: impl Fn(&str) -> Option<usize>) -> usize {
        let rest = self.source.text.get(self.lines.byte(&self.source.text, character)..);
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
        let place = place_of_character(self.source, self.lines, index);
        let (message, help) = crate::parse::syntax(error.info(), &self.source.text, &place);
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

/// The length of the text in quotes with which this text begins, quotes included.
fn quoted_length(text: &str) -> Option<usize> {
    let mut characters = text.char_indices();
    let (_, quote) = characters.next().filter(|(_, quote)| matches!(quote, '"' | '\''))?;
    while let Some((at, character)) = characters.next() {
        if character == '\\' && quote == '"' {
            characters.next();
        } else if character == quote {
            // A doubled single quote is one that belongs to the text.
            if quote == '"' || !text.get(at + 1..).is_some_and(|rest| rest.starts_with('\'')) {
                return Some(at + 1);
            }
            characters.next();
        }
    }
    None
}

#[cfg(test)]
mod tests;
