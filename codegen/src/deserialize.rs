//! Deserializes a tree to the schema, and reports all errors of its structure at once.

mod error;
mod node;
mod report;
mod shape;
mod words;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::finding::{Finding, Findings};
use crate::schema::Catalog;
use crate::source::Source;
use crate::yaml::Tree;
use node::Reader;
use report::Report;

/// The result of deserializing a catalog.
pub(crate) struct Reading {
    /// The catalog; `None` if there are findings other than unknown, misspelled and duplicate keys.
    pub(crate) catalog: Option<Catalog>,
    /// All findings about the file's YAML and its structure.
    pub(crate) findings: Vec<Finding>,
}

/// Deserializes a catalog.
pub(crate) fn catalog(tree: &Tree<'_>) -> Reading {
    let mut findings = tree.findings.clone();
    if !tree.complete {
        return Reading { catalog: None, findings };
    }
    if tree.node(Tree::ROOT).is_empty() {
        findings.push(words::empty(tree));
        return Reading { catalog: None, findings };
    }
    let sound = findings.is_empty();
    let report = Report::new(tree);
    let catalog = Catalog::deserialize(Reader::new(&report));
    let (more, only_keys) = report.finish();
    findings.extend(more);
    match catalog {
        Ok(catalog) => Reading { catalog: Some(catalog).filter(|_| sound && only_keys), findings },
        Err(error) => {
            findings.push(words::whole(tree, &error));
            Reading { catalog: None, findings }
        }
    }
}

/// Deserializes YAML within the limits of catalogs to any type, to compare this reader with others.
///
/// # Errors
///
/// The YAML has syntax errors, or features that catalogs may not use.
#[doc(hidden)]
pub fn read_yaml<T: DeserializeOwned>(text: &str) -> Result<T, Findings> {
    let source = Source::new("text", text);
    let tree = Tree::new(&source);
    if !tree.findings.is_empty() {
        return Err(Findings(tree.findings));
    }
    let report = Report::new(&tree);
    let read = T::deserialize(Reader::new(&report)).map_err(|error| words::whole(&tree, &error));
    let (mut findings, _) = report.finish();
    match read {
        Ok(read) if findings.is_empty() => Ok(read),
        read => {
            findings.extend(read.err());
            Err(Findings(findings))
        }
    }
}

#[cfg(test)]
mod damage;
#[cfg(test)]
mod tests;
