//! Whether a text is plain YAML of which no two readers can think differently.
//!
//! The quick reader follows anchors, passes over tags and takes some texts that are no YAML to others. What may be such a
//! text is read into a tree first. Errs to the safe side: most of what is strange here is fine. On the way it is noted what
//! stands without quotes, so that a check that asks for that needs no tree either.

mod line;
mod scalars;

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::tree::MAX_NODES;
use line::{Below, Line};

/// A text in which nothing is strange: no anchors, aliases, tags or merge keys, nothing in brackets that spans lines, no
/// tabs, no markers of documents, none of the characters that only some can see. The quick reader itself refuses
/// characters that cannot stand in YAML.
pub(crate) struct Ordinary<'a> {
    plain: Plain<'a>,
    /// The keys among it, once they are asked for.
    keys: OnceCell<HashSet<&'a str>>,
    /// The values and elements, likewise.
    values: OnceCell<HashSet<&'a str>>,
}

/// What stands without quotes and does not begin with a letter, and perhaps more texts.
#[derive(Default)]
struct Plain<'a> {
    keys: Vec<&'a str>,
    values: Vec<&'a str>,
}

impl<'a> Ordinary<'a> {
    /// Looks a text over. Nothing where it may be strange.
    pub(crate) fn new(text: &'a str) -> Option<Self> {
        let strange = ['\t', '\u{85}', '\u{2028}', '\u{2029}', '\u{feff}'];
        // `contains` would be slow with characters of more than one byte.
        let is_strange = strange.into_iter().any(|character| text.matches(character).next().is_some());
        if is_strange || may_be_huge(text) {
            return None;
        }
        plain(text).map(|plain| Self { plain, keys: OnceCell::new(), values: OnceCell::new() })
    }

    /// Whether a key with this text may stand without quotes.
    pub(crate) fn may_have_plain_key(&self, text: &str) -> bool {
        !is_kept(text) || self.keys.get_or_init(|| self.plain.keys.iter().copied().collect()).contains(text)
    }

    /// Whether a value or an element with this text may stand without quotes.
    pub(crate) fn may_have_plain_value(&self, text: &str) -> bool {
        !is_kept(text) || self.values.get_or_init(|| self.plain.values.iter().copied().collect()).contains(text)
    }
}

/// Whether a text is kept where it stands without quotes. What has spaces or line ends may stand in several lines.
fn is_kept(text: &str) -> bool {
    !begins_with_letter(text) && !text.is_empty() && !text.contains([' ', '\n'])
}

fn begins_with_letter(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
}

/// Whether there may be more nodes than a catalog may have, by what makes a node: a key with its value or an element.
fn may_be_huge(text: &str) -> bool {
    // Nothing makes more than two.
    if text.len() < MAX_NODES / 2 {
        return false;
    }
    let makes = [(':', 2), ('?', 2), (',', 2), ('{', 2), ('[', 1), ('-', 1)];
    makes.into_iter().map(|(character, nodes)| nodes * text.matches(character).count()).sum::<usize>() >= MAX_NODES
}

/// What stands without quotes and does not begin with a letter, if every line is ordinary.
fn plain(text: &str) -> Option<Plain<'_>> {
    let mut plain = Plain::default();
    let mut below = Below::Entries;
    let has_returns = text.contains('\r');
    for line in text.split('\n') {
        let line = if has_returns { line.strip_suffix('\r').unwrap_or(line) } else { line };
        if has_returns && line.contains('\r') {
            return None;
        }
        let mut line = Line::new(line, &mut plain);
        below = match below {
            // An empty line can say how far a text is indented, and readers differ in what then becomes of the text.
            Below::Text(column) if line.is_empty() && line.column() > column => return None,
            Below::Text(column) if line.is_empty() || line.column() > column => below,
            Below::Quoted(column) if line.is_empty() || line.column() <= column => return None,
            Below::Quoted(column) => line.quoted(column)?,
            Below::Entries if line.is_empty() => below,
            Below::Text(_) | Below::Entries => line.entries()?,
        };
    }
    // Quotes that are still open are never closed.
    (!matches!(below, Below::Quoted(_))).then_some(plain)
}

#[cfg(test)]
mod tests;
