//! Locates characters and nodes in a file. The lines are indexed when the first place is requested, since a correct
//! catalog needs none.

use std::cell::OnceCell;
use std::ops::Range;

use super::lines::Lines;
use super::node::{Content, Node, NodeId};
use crate::finding::Place;
use crate::source::Source;

/// Locates characters and nodes in a file.
#[derive(Debug)]
pub(super) struct Places<'a> {
    source: &'a Source,
    lines: OnceCell<Lines>,
}

impl<'a> Places<'a> {
    /// The places of a file, whose lines are not indexed yet.
    pub(super) fn new(source: &'a Source) -> Self {
        Self { source, lines: OnceCell::new() }
    }

    /// The file.
    pub(super) fn source(&self) -> &'a Source {
        self.source
    }

    /// The text.
    pub(super) fn text(&self) -> &'a str {
        &self.source.text
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(self.text()))
    }

    /// The byte offset of a character.
    pub(super) fn byte(&self, character: usize) -> usize {
        self.lines().byte(self.text(), character)
    }

    /// The place of one character, or of the file's end.
    pub(super) fn of_character(&self, character: usize) -> Place {
        let start = self.byte(character);
        let width = self.text().get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        self.of_bytes(start..start + width, character)
    }

    /// The place of these bytes.
    pub(super) fn of_range(&self, span: Range<usize>) -> Place {
        let characters = self.text().get(..span.start).map_or(0, |before| before.chars().count());
        self.of_bytes(span, characters)
    }

    /// The place of one of the nodes.
    pub(super) fn of_node(&self, nodes: &[Node], id: NodeId) -> Place {
        self.of_bytes(self.span(nodes, id), nodes[id.0].start)
    }

    /// The place of a byte range that starts at this character. It is cut off at the end of its first line, so that all
    /// of it can be underlined.
    pub(super) fn of_bytes(&self, span: Range<usize>, character: usize) -> Place {
        let covered = self.text().get(span.clone()).unwrap_or_default();
        let first = covered.lines().next().unwrap_or_default();
        let (line, column) = self.lines().line_column(character);
        let span = span.start..span.start + first.trim_end().len();
        Place { file: self.source.file.clone(), line, column, span }
    }

    /// The bytes that a node covers.
    pub(super) fn span(&self, nodes: &[Node], id: NodeId) -> Range<usize> {
        let start = self.byte(nodes[id.0].start);
        start..self.end(nodes, id).max(start)
    }

    fn end(&self, nodes: &[Node], id: NodeId) -> usize {
        let node = &nodes[id.0];
        let end = self.byte(node.end);
        let last = match &node.content {
            // For an empty value, the parser reports the colon or bracket next to it.
            Content::Scalar { text, plain: true } if text.is_empty() => return self.byte(node.start),
            // The end that the parser reports includes whitespace and a comment after the quotes.
            Content::Scalar { plain: false, .. } => {
                let start = self.byte(node.start);
                let covered = self.text().get(start..end).unwrap_or_default();
                return start + quoted_length(covered).unwrap_or(covered.len());
            }
            Content::Scalar { .. } | Content::Refused => return end,
            Content::List(items) => items.last(),
            Content::Map(entries) => entries.last().map(|(_, value)| value),
        };
        // A sequence or map in brackets ends with its bracket, others with their last entry.
        let close = node.close.map(|close| self.byte(close));
        let bracket = close.filter(|&close| self.text().get(close..).is_some_and(|rest| rest.starts_with([']', '}'])));
        let inside = last.map_or(0, |&last| self.end(nodes, last));
        end.max(inside).max(bracket.map_or(0, |bracket| bracket + 1))
    }
}

/// The length in bytes of the quoted text at the start of this text, including its quotes.
fn quoted_length(text: &str) -> Option<usize> {
    let mut characters = text.char_indices();
    let (_, quote) = characters.next().filter(|(_, quote)| matches!(quote, '"' | '\''))?;
    while let Some((at, character)) = characters.next() {
        if character == '\\' && quote == '"' {
            characters.next();
        } else if character == quote {
            // Two single quotes are an escaped one.
            if quote == '"' || !text.get(at + 1..).is_some_and(|rest| rest.starts_with('\'')) {
                return Some(at + 1);
            }
            characters.next();
        }
    }
    None
}
