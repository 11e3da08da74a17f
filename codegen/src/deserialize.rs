//! Reads a tree into the schema, and says everything that is wrong with its shape at once.

mod error;
mod node;
mod report;
mod words;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::finding::{Finding, Findings};
use crate::schema::Catalog;
use crate::source::Source;
use crate::yaml::Tree;
use node::Reader;
use report::Report;

/// What reading a catalog gave.
pub(crate) struct Reading {
    /// What the file says, where nothing but keys was wrong: unknown ones, misspelled ones, repeated ones.
    pub(crate) catalog: Option<Catalog>,
    /// Everything that is wrong with the file as YAML and with its shape.
    pub(crate) findings: Vec<Finding>,
}

/// Reads a catalog into its schema.
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

/// Reads any YAML that a catalog could be, to compare it with what another reader makes of it.
///
/// # Errors
///
/// What a catalog may not have, and what is no YAML.
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
