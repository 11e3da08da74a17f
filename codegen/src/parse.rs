//! From a file's text to its schema, or to all that is wrong with its shape.

mod syntax;
mod words;

use serde::Deserialize;

use crate::deserialize::{At, Error, Problem, Reader, Repairs, Role};
use crate::finding::Finding;
use crate::locate::Locator;
use crate::schema::Catalog;
use crate::tree::{Content, Node, Tree};

pub(crate) use syntax::{FOUND_TAB, UNKNOWN_ESCAPE, syntax, unprintable};
pub(crate) use words::suggest;

/// More findings than this in one file help nobody.
const MAX_FINDINGS: usize = 1_000;

/// How many nodes may be read in all. Each finding is one more reading, so a huge file gets fewer of them.
const MAX_READ: usize = 50_000_000;

/// A file whose shape is wrong.
pub(crate) struct Misshapen {
    /// All that is wrong with its shape, in the order of the places.
    pub(crate) findings: Vec<Finding>,
    /// What it says all the same, where nothing but keys was wrong: unknown ones, misspelled ones, repeated ones.
    pub(crate) catalog: Option<Box<Catalog>>,
}

/// Reads a catalog into its schema.
///
/// A file that is as it should be is read once. Only when that fails is its tree read, again around each thing that is
/// wrong, until nothing is.
pub(crate) fn parse(locator: &Locator<'_>) -> Result<Catalog, Misshapen> {
    let text = &locator.source().text;
    // Nothing that the tree refuses is read: it may be endless to follow, or slow.
    if locator.tree().findings.is_empty()
        && let Ok(catalog) = serde_yaml::from_str(text)
    {
        return Ok(catalog);
    }
    let Misshapen { findings, catalog } = misshapen(locator.tree());
    match catalog {
        // The tree keeps to a newer YAML, which takes a little more.
        Some(catalog) if findings.is_empty() => Ok(*catalog),
        catalog => Err(Misshapen { findings, catalog }),
    }
}

/// All that is wrong with the shape of a tree; nothing where it is a catalog.
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
        let goes_on = repair(&mut repairs, &error, at, repeated.map(|(_, second)| second));
        // What cannot be mended is not told again, but nothing fails without a finding.
        if if goes_on { !silent } else { findings.is_empty() } {
            findings.push(words::finding(tree, &error.problem, at, repeated));
        }
        if !goes_on {
            return None;
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

#[cfg(test)]
mod damage;
#[cfg(test)]
mod tests;
