//! Spans: the parts of a catalog that findings point to.

use std::ops::Range;

use super::node::{Content, NodeId, Role};
use super::tree::Tree;
use crate::finding::Place;

/// A value, its key or a part of the text of either, in the tree of a catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    node: NodeId,
    is_key: bool,
    /// The byte range in the scalar's text; `None` for the whole text.
    part: Option<(usize, usize)>,
}

impl Span {
    /// The span of a value. For an empty one, its place is that of its key.
    pub(crate) const fn value(node: NodeId) -> Self {
        Self { node, is_key: false, part: None }
    }

    /// The span of the value's key. For a value without a key, its place is that of its first key, else of the value.
    pub(crate) const fn key(self) -> Self {
        Self { is_key: true, part: None, ..self }
    }

    /// The span of a byte range of the text. Its place is that of the whole text if the file spells it in another way,
    /// with escapes or on several lines.
    pub(crate) const fn part(self, part: &Range<usize>) -> Self {
        Self { part: Some((part.start, part.end)), ..self }
    }

    /// Encodes the span of a whole value or key as a number, to pass it through serde.
    pub(crate) fn to_number(self) -> usize {
        self.node.0 << 1 | usize::from(self.is_key)
    }

    /// Decodes a span from the number of [`to_number`](Self::to_number).
    pub(crate) const fn from_number(number: usize) -> Self {
        Self { node: NodeId(number >> 1), is_key: number & 1 == 1, part: None }
    }
}

impl Tree<'_> {
    /// The place of a span.
    pub(crate) fn place(&self, span: Span) -> Place {
        let id = self.target(span);
        let place = self.place_of(id);
        let part = span.part.zip(self.node(id).text());
        part.and_then(|((start, end), text)| self.narrowed(&place, text, start..end)).unwrap_or(place)
    }

    /// Whether the key of the value is written without quotes.
    pub(crate) fn is_plain_key(&self, span: Span) -> bool {
        matches!(self.node(span.node).role, Role::Value(key) if self.node(key).is_plain())
    }

    /// Whether the value is a scalar without quotes.
    pub(crate) fn is_plain_value(&self, span: Span) -> bool {
        self.node(span.node).is_plain()
    }

    /// The comment after the value on the same line, if the value is text without quotes.
    pub(crate) fn comment_behind(&self, span: Span) -> Option<&str> {
        self.comment(span.node)
    }

    /// The node that a span points to.
    fn target(&self, span: Span) -> NodeId {
        let node = self.node(span.node);
        match (node.role, &node.content) {
            (Role::Value(key), _) if span.is_key || node.is_empty() => key,
            // Underlining the first key is clearer than underlining the whole first line.
            (_, Content::Map(entries)) if span.is_key => entries.first().map_or(span.node, |(key, _)| *key),
            _ => span.node,
        }
    }

    /// The place of a part of a text; `None` if the file spells the text at its place in another way.
    fn narrowed(&self, place: &Place, text: &str, part: Range<usize>) -> Option<Place> {
        let source = self.source().text.get(place.span.clone())?;
        let start = source.find(text)?;
        let before = source.get(..start + part.start)?;
        let start = place.span.start + start;
        let (column, span) = (place.column + before.chars().count(), start + part.start..start + part.end);
        Some(Place { column, span, ..place.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    /// The value behind these keys and numbers of elements.
    fn at(tree: &Tree<'_>, path: &[&str]) -> Span {
        let step = |id: NodeId, step: &&str| match &tree.node(id).content {
            Content::Map(entries) => {
                entries.iter().find(|(key, _)| tree.node(*key).text() == Some(step)).map(|(_, value)| *value).unwrap()
            }
            Content::List(items) => items[step.parse::<usize>().unwrap()],
            _ => panic!("{step}"),
        };
        Span::value(path.iter().fold(Tree::ROOT, step))
    }

    const TEXT: &str = "\
ü: 1
codes:
  A: { kind: x }
  \"001\":
    kind: 'y'
    retry:
list: [é, [b], {c: d, e: f}]
";

    #[test]
    fn keys_values_and_elements_have_places() {
        let source = Source::new("a", TEXT);
        let tree = Tree::new(&source);
        let places = |path: &[&str]| {
            let show = |place: Place| format!("{}:{} {}", place.line, place.column, &TEXT[place.span]);
            let span = at(&tree, path);
            [show(tree.place(span.key())), show(tree.place(span))]
        };
        assert_eq!(places(&["ü"]), ["1:1 ü", "1:4 1"]);
        assert_eq!(places(&["codes", "A"]), ["3:3 A", "3:6 { kind: x }"]);
        assert_eq!(places(&["codes", "001"]), ["4:3 \"001\"", "5:5 kind: 'y'"]);
        assert_eq!(places(&["codes", "001", "retry"]), ["6:5 retry", "6:5 retry"]);
        assert_eq!(places(&["list", "1", "0"]), ["7:12 b", "7:12 b"]);
        assert_eq!(places(&["list", "2"]), ["7:17 c", "7:16 {c: d, e: f}"]);
        assert_eq!(places(&[]), ["1:1 ü", "1:1 ü: 1"]);
    }

    #[test]
    fn quotes_are_seen() {
        let source = Source::new("a", TEXT);
        let tree = Tree::new(&source);
        let at = |path: &[&str]| at(&tree, path);
        assert!(tree.is_plain_key(at(&["codes", "A"])) && !tree.is_plain_key(at(&["codes", "001"])));
        assert!(!tree.is_plain_value(at(&["codes", "001", "kind"])) && !tree.is_plain_value(at(&["list", "1"])));
        assert!(tree.is_plain_value(at(&["list", "0"])) && !tree.is_plain_key(at(&["list", "0"])));
    }

    #[test]
    fn a_part_is_found_only_where_the_file_has_the_text_as_it_is() {
        let text = "message: 'grün {'\nother: \"a\\u0020{\"\n";
        let source = Source::new("a", text);
        let tree = Tree::new(&source);
        let part = |key: &str, range: Range<usize>| {
            let place = tree.place(at(&tree, &[key]).part(&range));
            (place.column, text[place.span].to_owned())
        };
        assert_eq!(part("message", 6..7), (16, "{".to_owned()));
        assert_eq!(part("message", 2..5), (13, "ün".to_owned()));
        assert_eq!(part("other", 2..3), (8, "\"a\\u0020{\"".to_owned()));
        let key = tree.place(at(&tree, &["message"]).key().part(&(1..3)));
        assert_eq!((key.column, &text[key.span]), (2, "es"));
    }
}
