//! From a file's text to its schema, or to all that is wrong with its shape.

mod syntax;
mod words;

use serde::Deserialize;

use crate::deserialize::{At, Error, Problem, Reader, Repairs, Role};
use crate::finding::{Finding, Place};
use crate::locate::Locator;
use crate::schema::Catalog;
use crate::tree::{Content, Node, Tree, is_line_break_of_old};

pub(crate) use syntax::{FOUND_TAB, UNKNOWN_ESCAPE, syntax, unprintable};
pub(crate) use words::suggest;

/// More findings than this in one file help nobody.
const MAX_FINDINGS: usize = 1_000;

/// How many nodes may be read in all. Each finding is one more reading, so a huge file gets fewer of them.
const MAX_READ: usize = 50_000_000;

/// Files whose brackets times bytes come to more are read into a tree first, which bounds how deep brackets may nest:
/// the fast path takes time for every open bracket at every token.
const MAX_FAST: usize = 1 << 28;

/// A file whose shape is wrong.
pub(crate) struct Misshapen {
    /// All that is wrong with its shape, in the order of the places.
    pub(crate) findings: Vec<Finding>,
    /// What it says all the same, where nothing but keys was wrong: unknown ones, misspelled ones, repeated ones.
    pub(crate) catalog: Option<Box<Catalog>>,
}

/// Reads a catalog into its schema.
///
/// A file that is as it should be is read once, without a tree. Only when that fails is the tree built, read, and read
/// again around each thing that was wrong, until nothing is.
pub(crate) fn parse(locator: &Locator<'_>) -> Result<Catalog, Misshapen> {
    let text = &locator.source().text;
    if (may_be_refused(text) || may_be_slow(text)) && !locator.findings().is_empty() {
        return Err(misshapen(locator.tree()));
    }
    serde_yaml::from_str(text).map_err(|error| {
        let tree = locator.tree();
        let mut misshapen = misshapen(tree);
        if misshapen.findings.is_empty() {
            misshapen.findings.push(foreign(tree, &error));
        }
        misshapen
    })
}

/// Whether the text may hold anchors, aliases, tags, merge keys or odd line breaks, which the fast path would follow or
/// overlook.
///
/// Errs to the safe side: text in quotes counts.
fn may_be_refused(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins_a_token = |index: usize| {
        let before = index.checked_sub(1).and_then(|before| bytes.get(before));
        before.is_none_or(|before| before.is_ascii_whitespace() || b"[{,:".contains(before))
    };
    let suspects = ['&', '*', '!', '<'].into_iter().flat_map(|character| text.match_indices(character));
    let refused = suspects.map(|(index, _)| index).any(|index| {
        let next = bytes.get(index + 1).copied().unwrap_or(b' ');
        let suspect = match bytes.get(index) {
            Some(b'&' | b'*') => !next.is_ascii_whitespace() && !b"[]{},".contains(&next),
            Some(b'<') => next == b'<',
            _ => true,
        };
        suspect && begins_a_token(index)
    });
    refused || (!text.is_ascii() && text.contains(is_line_break_of_old))
}

/// Whether the fast path could take long.
fn may_be_slow(text: &str) -> bool {
    let brackets = text.matches('[').count() + text.matches('{').count();
    brackets.saturating_mul(text.len()) > MAX_FAST
}

/// All that is wrong with the shape of a tree.
fn misshapen(tree: &Tree<'_>) -> Misshapen {
    let mut findings = tree.findings.clone();
    let mut catalog = None;
    if tree.complete {
        if tree.root.is_empty() {
            findings.push(words::empty(tree));
        } else {
            let sound = findings.is_empty();
            catalog = shape(tree, &mut findings).filter(|_| sound).map(Box::new);
        }
    }
    findings.sort_by_key(|finding| (finding.place.line == 0, finding.place.span.start));
    Misshapen { findings, catalog }
}

/// Reads the tree again and again, each time around one more thing that is wrong. Gives what was read in the end if
/// nothing but keys had to be mended.
fn shape(tree: &Tree<'_>, findings: &mut Vec<Finding>) -> Option<Catalog> {
    let mut repairs = Repairs::default();
    let mut only_keys = true;
    let readings = (MAX_READ / tree.nodes.max(1)).min(MAX_FINDINGS);
    for _ in 0..readings {
        let error = match Catalog::deserialize(Reader::new(&tree.root, &repairs)) {
            Ok(catalog) => return only_keys.then_some(catalog),
            Err(error) => error,
        };
        let Some(at) = error.at else {
            findings.push(words::whole(tree, &error.problem));
            return None;
        };
        let silent = matches!(error.problem, Problem::MissingKey(_)) && has_refused_key(at.node);
        let repeated = match &error.problem {
            Problem::RepeatedKey(key) => repeated(at.node, key, &repairs),
            _ => None,
        };
        only_keys &= matches!(error.problem, Problem::UnknownKey { .. } | Problem::RepeatedKey(_));
        if !repair(&mut repairs, &error, at, repeated.map(|(_, second)| second)) {
            return None;
        }
        if !silent {
            findings.push(words::finding(tree, &error.problem, at, repeated));
        }
    }
    findings.push(words::more(tree));
    None
}

/// Whether a map has a merge key, whose keys nobody knows.
fn has_refused_key(map: &Node) -> bool {
    matches!(&map.content, Content::Map(entries) if entries.iter().any(|(key, _)| matches!(key.content, Content::Refused)))
}

/// The first and the second of the keys with this text.
fn repeated<'n>(map: &'n Node, text: &str, repairs: &Repairs) -> Option<(&'n Node, &'n Node)> {
    let Content::Map(entries) = &map.content else { return None };
    let mut keys =
        entries.iter().map(|(key, _)| key).filter(|key| key.text() == Some(text) && !repairs.pruned.contains(&key.id));
    keys.next().zip(keys.next())
}

/// Sees to it that the next reading gets past an error. Answers whether that is so.
fn repair(repairs: &mut Repairs, error: &Error<'_>, at: At<'_>, repeated: Option<&Node>) -> bool {
    match &error.problem {
        Problem::MissingKey(key) => {
            let supplied = repairs.supplied.entry(at.node.id).or_default();
            let new = !supplied.contains(key);
            supplied.push(key);
            new
        }
        Problem::RepeatedKey(_) => repeated.is_some_and(|second| repairs.pruned.insert(second.id)),
        // A key that is misspelled is read as it is meant, so that it is not missing as well.
        Problem::UnknownKey { key, known } => match meant(at, key, known) {
            Some(meant) => repairs.renamed.insert(at.node.id, meant).is_none(),
            None => repairs.pruned.insert(at.node.id),
        },
        Problem::UnknownWord { .. } | Problem::Mismatch { .. } | Problem::Other(_) => repairs.pruned.insert(at.node.id),
    }
}

/// The key that an unknown one is meant to be, if the map does not have that one as well.
fn meant(at: At<'_>, key: &str, known: &[&'static str]) -> Option<&'static str> {
    let meant = suggest(key, known)?;
    let Role::Key(Node { content: Content::Map(entries), .. }) = at.role else { return None };
    (!entries.iter().any(|(key, _)| key.text() == Some(meant))).then_some(meant)
}

/// What the fast path says where the tree shows nothing wrong.
fn foreign(tree: &Tree<'_>, error: &serde_yaml::Error) -> Finding {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    // Its index is not to be relied on, its line and column are.
    let place = error.location().map_or_else(Place::default, |at| tree.place_of(at.line(), at.column()));
    words::foreign(tree, message, place)
}

#[cfg(test)]
mod damage;
#[cfg(test)]
mod tests;
