//! Places of what a catalog says, for checks that come after reading.

mod quotes;

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::finding::Place;
use crate::source::Source;
use crate::tree::{Content, Node, Tree};

pub(crate) use quotes::needs_quotes;

/// A step on the way to a key or value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Seg {
    /// The entry of a map with this key; of several, the last.
    Key(Cow<'static, str>),
    /// An entry of a map by its number, from 0.
    Entry(usize),
    /// An element of a list by its number, from 0.
    Index(usize),
}

/// Finds places in a file.
///
/// The tree is built when it is first asked for, so that a catalog in which nothing is wrong costs none.
pub(crate) struct Locator<'a> {
    source: &'a Source,
    tree: OnceCell<Tree<'a>>,
}

/// What stands at the end of a path.
struct Found<'t> {
    /// The key, where the last step leads into a map.
    key: Option<&'t Node>,
    value: &'t Node,
    /// Whether every step led somewhere.
    whole: bool,
}

impl<'a> Locator<'a> {
    /// Finds places in this file.
    pub(crate) fn new(source: &'a Source) -> Self {
        Self { source, tree: OnceCell::new() }
    }

    /// The file.
    pub(crate) fn source(&self) -> &'a Source {
        self.source
    }

    /// The place of the key at the end of a path, or of the element. Where the path leads nowhere, that of the nearest
    /// thing around it.
    pub(crate) fn key(&self, path: &[Seg]) -> Place {
        let found = self.find(path);
        match found.key {
            Some(key) => self.tree().place(key),
            None => self.begin(found.value),
        }
    }

    /// The place of the value at the end of a path; of its key, where nothing stands behind the key. Where the path
    /// leads nowhere, the place of the nearest thing around it.
    pub(crate) fn value(&self, path: &[Seg]) -> Place {
        let found = self.find(path);
        match found.key {
            Some(key) if !found.whole || found.value.is_empty() => self.tree().place(key),
            _ if !found.whole => self.begin(found.value),
            _ => self.tree().place(found.value),
        }
    }

    /// Whether the key at the end of a path stands without quotes. False where there is none.
    pub(crate) fn is_plain_key(&self, path: &[Seg]) -> bool {
        let found = self.find(path);
        found.whole && found.key.is_some_and(Node::is_plain)
    }

    /// Whether the value at the end of a path is a scalar without quotes. False where there is none.
    pub(crate) fn is_plain_value(&self, path: &[Seg]) -> bool {
        let found = self.find(path);
        found.whole && found.value.is_plain()
    }

    /// The file as a tree.
    pub(crate) fn tree(&self) -> &Tree<'a> {
        self.tree.get_or_init(|| Tree::new(self.source))
    }

    /// Where a map begins is its first key, which is a better place than its first line.
    fn begin(&self, node: &Node) -> Place {
        let first = match &node.content {
            Content::Map(entries) => entries.first().map(|(key, _)| key),
            _ => None,
        };
        self.tree().place(first.unwrap_or(node))
    }

    fn find(&self, path: &[Seg]) -> Found<'_> {
        let mut found = Found { key: None, value: &self.tree().root, whole: true };
        for step in path {
            let entry = match (step, &found.value.content) {
                (Seg::Key(text), Content::Map(entries)) => {
                    entries.iter().rev().find(|(key, _)| key.text() == Some(text))
                }
                (Seg::Entry(number), Content::Map(entries)) => entries.get(*number),
                (Seg::Index(number), Content::List(items)) => {
                    if let Some(item) = items.get(*number) {
                        found = Found { key: None, value: item, whole: true };
                        continue;
                    }
                    None
                }
                _ => None,
            };
            let Some((key, value)) = entry else { return Found { whole: false, ..found } };
            found = Found { key: Some(key), value, whole: true };
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{Locator, Seg};
    use crate::source::Source;

    const TEXT: &str = "\
ü: 1
codes:
  A: { kind: x }
  \"001\":
    kind: 'y'
    retry:
  A: {}
list: [é, [b], {c: d, e: f}]
";

    fn key(text: &'static str) -> Seg {
        Seg::Key(text.into())
    }

    #[test]
    fn keys_entries_and_elements_are_found() {
        let source = Source { file: "a.yaml".into(), name: "a".to_owned(), text: TEXT.to_owned() };
        let locator = Locator::new(&source);
        let at = |path: &[Seg]| {
            let show = |place: crate::finding::Place| format!("{}:{} {}", place.line, place.column, &TEXT[place.span]);
            (show(locator.key(path)), show(locator.value(path)))
        };
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        assert_eq!(at(&[key("ü")]), pair("1:1 ü", "1:4 1"));
        assert_eq!(at(&[key("codes"), key("A")]), pair("7:3 A", "7:6 {}"));
        assert_eq!(at(&[key("codes"), Seg::Entry(0), key("kind")]), pair("3:8 kind", "3:14 x"));
        assert_eq!(at(&[key("codes"), Seg::Entry(1)]), pair("4:3 \"001\"", "5:5 kind: 'y'"));
        assert_eq!(at(&[key("codes"), key("001"), key("retry")]), pair("6:5 retry", "6:5 retry"));
        assert_eq!(at(&[key("list"), Seg::Index(1), Seg::Index(0)]), pair("8:12 b", "8:12 b"));
        assert_eq!(at(&[key("list"), Seg::Index(2)]), pair("8:17 c", "8:16 {c: d, e: f}"));
    }

    #[test]
    fn a_path_that_leads_nowhere_gives_what_is_around_it() {
        let source = Source { file: "a.yaml".into(), name: "a".to_owned(), text: TEXT.to_owned() };
        let locator = Locator::new(&source);
        let codes = [key("codes"), key("001"), key("meaning"), Seg::Index(3)];
        assert_eq!(locator.value(&codes).to_string(), "a.yaml:4:3");
        assert_eq!(locator.key(&codes).to_string(), "a.yaml:4:3");
        assert_eq!(locator.value(&[key("list"), Seg::Index(2), key("x")]).to_string(), "a.yaml:8:17");
        assert_eq!(locator.value(&[key("title")]).to_string(), "a.yaml:1:1");
        assert!(!locator.is_plain_value(&codes) && !locator.is_plain_key(&codes));
    }

    #[test]
    fn quotes_are_seen() {
        let source = Source { file: "a.yaml".into(), name: "a".to_owned(), text: TEXT.to_owned() };
        let locator = Locator::new(&source);
        let key_at = |entry| vec![key("codes"), Seg::Entry(entry)];
        assert!(locator.is_plain_key(&key_at(0)));
        assert!(!locator.is_plain_key(&key_at(1)));
        assert!(!locator.is_plain_value(&[key_at(1), vec![key("kind")]].concat()));
        assert!(locator.is_plain_value(&[key("list"), Seg::Index(0)]));
        assert!(!locator.is_plain_value(&[key("list"), Seg::Index(1)]));
    }

    #[test]
    fn a_broken_file_still_has_places() {
        let text = "a: 1\nb:\n  c: [x, y\nd: }\n";
        let source = Source { file: "a.yaml".into(), name: "a".to_owned(), text: text.to_owned() };
        let locator = Locator::new(&source);
        assert_eq!(locator.value(&[key("b"), key("c"), Seg::Index(0)]).to_string(), "a.yaml:3:7");
        assert_eq!(locator.value(&[key("d")]).to_string(), "a.yaml:1:1");
    }
}
