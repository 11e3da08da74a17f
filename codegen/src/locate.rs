//! Stand-in.
use crate::finding::Place;
use crate::source::Source;
use std::borrow::Cow;
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Seg {
    Key(Cow<'static, str>),
    Entry(usize),
    Index(usize),
}
pub(crate) struct Locator<'a> {
    source: &'a Source,
}
impl<'a> Locator<'a> {
    pub(crate) fn new(source: &'a Source) -> Self {
        Self { source }
    }
    fn place(&self, path: &[Seg]) -> Place {
        let text: Vec<String> = path
            .iter()
            .map(|s| match s {
                Seg::Key(k) => k.to_string(),
                Seg::Entry(i) => format!("{{{i}}}"),
                Seg::Index(i) => format!("[{i}]"),
            })
            .collect();
        Place {
            file: format!("{}#{}", self.source.file.display(), text.join("/")).into(),
            line: 0,
            column: 0,
            span: 0..0,
        }
    }
    pub(crate) fn key(&self, path: &[Seg]) -> Place {
        self.place(path)
    }
    pub(crate) fn value(&self, path: &[Seg]) -> Place {
        self.place(path)
    }
    pub(crate) fn is_plain_key(&self, _path: &[Seg]) -> bool {
        false
    }
    pub(crate) fn is_plain_value(&self, _path: &[Seg]) -> bool {
        false
    }
}
pub(crate) fn needs_quotes(_text: &str) -> bool {
    false
}
