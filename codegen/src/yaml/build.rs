//! Builds nodes from the parser's events, with limits on their depth and number.

use saphyr_parser::{Event, ScalarStyle, ScanError, Span};

use super::culprit;
use super::node::{Content, Node, NodeId, Role};
use super::places::Places;
use super::{MAX_FINDINGS, syntax};
use crate::finding::Finding;

/// How deeply sequences and maps may be nested. The language needs 9 levels.
const MAX_DEPTH: usize = 32;

/// The help for anchors, aliases and merge keys.
const SHARE: &str = "write what several codes share under `defaults`";

/// The message for text in brackets that other parsers read as a key, or the other way round.
const NO_ENTRY: &str = "this is not YAML: the key before this does not end in `: ` on its own line";

/// The help for a key, or for text that looks like one.
const ENTRY: &str = "write `key: value`, or put text with `:` in it in quotes";

/// A sequence or map that is not closed yet.
struct Open {
    id: NodeId,
    /// The last key of a map, if its value has not come yet.
    key: Option<NodeId>,
    /// Whether it is in flow style: in brackets.
    flow: bool,
}

/// Builds nodes from events.
pub(super) struct Builder<'a> {
    places: &'a Places<'a>,
    /// The open sequences and maps, the outermost first. Never more than [`MAX_DEPTH`], which bounds the recursion of
    /// reading a tree.
    open: Vec<Open>,
    nodes: Vec<Node>,
    documents: usize,
    max_nodes: usize,
    findings: Vec<Finding>,
}

impl<'a> Builder<'a> {
    /// A builder without events.
    pub(super) fn new(places: &'a Places<'a>, max_nodes: usize) -> Self {
        Self { places, open: Vec::new(), nodes: Vec::new(), documents: 0, max_nodes, findings: Vec::new() }
    }

    /// Handles the next event. Returns whether to continue.
    pub(super) fn event(&mut self, event: Result<(Event<'_>, Span), ScanError>) -> bool {
        let (event, at) = match event {
            Ok(event) => event,
            Err(error) => return self.syntax(&error),
        };
        if self.nodes.len() > self.max_nodes {
            return self.stop(at, "the file has more than 2,000,000 keys and values", "split it into several catalogs");
        }
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                let before = self.places.text().get(..self.places.byte(at.start.index())).unwrap_or_default();
                if before.lines().any(|line| line.starts_with("...") || line.starts_with('%')) {
                    self.refuse(at, "a line that begins with `...` or `%` stands before this", "remove that line");
                }
                if self.documents > 1 {
                    return self.stop(
                        at,
                        "a catalog is one YAML document, and a second one begins here",
                        "remove `---`",
                    );
                }
            }
            Event::Alias(_) => {
                // An alias as the value of a merge key needs no finding, since the key has one.
                if !self.is_below_merge_key() {
                    self.refuse(
                        at,
                        "a catalog has no aliases",
                        &format!("{SHARE}; text that begins with `*` stands in quotes"),
                    );
                }
                self.scalar(at, Content::Refused);
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_properties(at, anchor, tag.is_some());
                let plain = style == ScalarStyle::Plain;
                // Within brackets the parser accepts some texts that begin with these, unlike other parsers.
                if plain && let Some(first) = text.chars().next().filter(|first| "|>?:".contains(*first)) {
                    let others = if matches!(first, '|' | '>') { "`|` or `>`" } else { "`?` or `:`" };
                    let message = format!("this is not YAML: text without quotes cannot begin with {others}");
                    self.refuse(at, &message, "put it in quotes");
                }
                if plain && text.contains(":?") && self.is_flow() {
                    self.refuse(at, NO_ENTRY, ENTRY);
                }
                self.refuse_colon(at);
                let content = match text.as_ref() {
                    "<<" if plain && self.is_key() => {
                        self.refuse(at, "a catalog has no merge keys", SHARE);
                        Content::Refused
                    }
                    "" if plain && self.is_key() => {
                        self.refuse(at, "a key is missing here", ENTRY);
                        Content::Refused
                    }
                    _ => {
                        let mut text = text.into_owned();
                        // At the end of the file, the parser adds a line feed to a block of text.
                        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                        if is_block && !self.places.text().ends_with('\n') && self.rest(at.end.index()).is_empty() {
                            text.truncate(text.trim_end_matches('\n').len());
                        }
                        Content::Scalar { text, plain }
                    }
                };
                self.scalar(at, content);
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_properties(at, anchor, tag.is_some());
                self.refuse_colon(at);
                return self.begin(at, Content::List(Vec::new()));
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_properties(at, anchor, tag.is_some());
                self.refuse_colon(at);
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

    /// Closes what is still open, and returns the nodes and the findings.
    pub(super) fn finish(mut self) -> (Vec<Node>, Vec<Finding>) {
        while let Some(open) = self.open.pop() {
            self.close(&open);
        }
        if self.nodes.is_empty() {
            self.add(0, 0, Content::Scalar { text: String::new(), plain: true });
        }
        (self.nodes, self.findings)
    }

    /// Whether the next node is a key.
    fn is_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.key.is_none() && self.is_map(open.id))
    }

    /// Whether the next node is in flow style: in brackets.
    fn is_flow(&self) -> bool {
        self.open.last().is_some_and(|open| open.flow)
    }

    /// The text from a character on.
    fn rest(&self, character: usize) -> &'a str {
        self.places.text().get(self.places.byte(character)..).unwrap_or_default()
    }

    fn is_map(&self, id: NodeId) -> bool {
        matches!(self.nodes[id.0].content, Content::Map(_))
    }

    fn is_below_merge_key(&self) -> bool {
        let key = self.open.last().and_then(|open| open.key);
        key.is_some_and(|key| matches!(self.nodes[key.0].content, Content::Refused))
    }

    fn scalar(&mut self, at: Span, content: Content) {
        self.add(at.start.index(), at.end.index(), content);
    }

    /// Adds a node to the innermost open sequence or map.
    fn add(&mut self, start: usize, end: usize, content: Content) -> NodeId {
        let id = NodeId(self.nodes.len());
        let mut role = Role::Root;
        if let Some(open) = self.open.last_mut() {
            match &mut self.nodes[open.id.0].content {
                Content::List(items) => {
                    items.push(id);
                    role = Role::Element(open.id);
                }
                Content::Map(entries) => {
                    role = open.key.take().map_or(Role::Key, |key| {
                        entries.push((key, id));
                        Role::Value(key)
                    });
                    if role == Role::Key {
                        open.key = Some(id);
                    }
                }
                Content::Scalar { .. } | Content::Refused => {}
            }
        }
        self.nodes.push(Node { start, end, close: None, role, content });
        id
    }

    fn begin(&mut self, at: Span, content: Content) -> bool {
        if self.open.len() >= MAX_DEPTH {
            return self.too_deep(at);
        }
        let flow = self.is_flow() || self.rest(at.start.index()).starts_with(['[', '{']);
        let id = self.add(at.start.index(), at.end.index(), content);
        self.open.push(Open { id, key: None, flow });
        true
    }

    fn end(&mut self, at: Span) {
        let Some(open) = self.open.pop() else { return };
        self.nodes[open.id.0].close = Some(at.start.index());
        self.close(&open);
    }

    /// Adds an empty value for the last key, if it has none.
    fn close(&mut self, open: &Open) {
        let Some(key) = open.key else { return };
        let id = NodeId(self.nodes.len());
        let end = self.nodes[key.0].end;
        let content = Content::Scalar { text: String::new(), plain: true };
        self.nodes.push(Node { start: end, end, close: None, role: Role::Value(key), content });
        if let Content::Map(entries) = &mut self.nodes[open.id.0].content {
            entries.push((key, id));
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

    /// Refuses a value in brackets whose key extends over several lines, or whose `:` is directly before a bracket, as
    /// in `{a:}`: other parsers read these as text, or report an error.
    fn refuse_colon(&mut self, at: Span) {
        let Some(Open { key: Some(key), flow: true, .. }) = self.open.last() else { return };
        let (text, span) = (self.places.text(), self.places.span(&self.nodes, *key));
        let rest = text.get(span.end..).unwrap_or_default();
        let Some((before, behind)) = rest.split_once(':').filter(|(before, _)| before.trim().is_empty()) else {
            return;
        };
        let breaks = |text: &str| text.contains(['\n', '\r']);
        let is_glued = self.nodes[key.0].is_plain() && behind.starts_with([',', '[', ']', '{', '}']);
        if is_glued || breaks(before) || text.get(span).is_some_and(breaks) {
            self.refuse(at, NO_ENTRY, ENTRY);
        }
    }

    fn refuse(&mut self, at: Span, message: &str, help: &str) {
        // The place is that of the anchor or tag alone, without its value.
        let start = self.places.byte(at.start.index());
        let covered = self.places.text().get(start..self.places.byte(at.end.index())).unwrap_or_default();
        let end = start + covered.find(char::is_whitespace).unwrap_or(covered.len());
        let place = self.places.of_bytes(start..end, at.start.index());
        self.findings.push(Finding::new(place, message).label("not allowed here").help(help));
    }

    /// Adds a finding after which reading cannot continue.
    fn stop(&mut self, at: Span, message: &str, help: &str) -> bool {
        self.findings.push(Finding::new(self.places.of_character(at.start.index()), message).help(help));
        false
    }

    /// The distance in characters from this character to what `find` finds after it, or 0.
    fn behind(&self, character: usize, find: impl Fn(&str) -> Option<usize>) -> usize {
        find(self.rest(character)).unwrap_or_default()
    }

    /// The byte at which the outermost open value in brackets begins; without one, the end of the last value.
    fn last_read(&self) -> usize {
        let flow = self.open.iter().find(|open| open.flow).map(|open| self.nodes[open.id.0].start);
        let read = flow.or_else(|| self.nodes.iter().rev().find_map(|node| node.text().map(|_| node.end)));
        self.places.byte(read.unwrap_or_default())
    }

    fn too_deep(&mut self, at: Span) -> bool {
        self.stop(at, "lists and maps stand in each other more than 32 deep", "close the brackets that are left open")
    }

    fn syntax(&mut self, error: &ScanError) -> bool {
        let at = Span::empty(*error.marker());
        // The parser has its own limit, which can be reached first because it looks ahead.
        if error.info() == "recursion limit exceeded" {
            return self.too_deep(at);
        }
        let mut index = at.start.index();
        if error.info().contains(syntax::FOUND_TAB) {
            index += self.behind(index, tab_that_indents);
        } else if error.info().contains(syntax::UNKNOWN_ESCAPE) {
            index += self.behind(index, unknown_escape);
        }
        let from = self.last_read();
        if let Some(culprit) = culprit::find(error.info(), self.places.text(), from, self.places.byte(index)) {
            let message = format!("this is not YAML: {}", culprit.message);
            let finding = Finding::new(self.places.of_range(culprit.at), message).label("here").help(culprit.help);
            let noticed = culprit.noticed.map(|at| self.places.of_range(at..at + 1));
            self.findings.push(match noticed {
                Some(place) => finding.related(place, "this does not fit within it"),
                None => finding,
            });
            return false;
        }
        let place = self.places.of_character(index);
        let (message, help) = syntax::explained(error.info(), self.places.text(), &place);
        self.findings.push(Finding::new(place, message).label("here").help(help));
        false
    }
}

/// The number of characters before the first tab that indents a line.
fn tab_that_indents(text: &str) -> Option<usize> {
    let mut indents = false;
    text.chars().position(|character| {
        indents = character == '\n' || indents && character.is_whitespace();
        indents && character == '\t'
    })
}

/// The number of characters before the first unknown escape.
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
