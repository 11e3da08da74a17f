//! Findings: what is wrong with a catalog, where, and how to correct it.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::text::OneLine;

/// A location in a catalog.
///
/// Lines and columns count from 1, columns in characters. Line 0 stands for the whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file, as it was named to the reader.
    pub file: PathBuf,
    /// The line, from 1; 0 for the whole file.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The byte range in the file's text.
    pub span: std::ops::Range<usize>,
}

impl fmt::Display for Place {
    /// `catalogs/omnicart.yaml:12:7`, or the file alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if self.line > 0 {
            write!(f, ":{}:{}", self.line, self.column)?;
        }
        Ok(())
    }
}

/// One problem in a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// What is wrong, in one sentence without a full stop: ``unknown kind `not_fond` ``.
    pub message: String,
    /// A few words to write under the place: `not one of the kinds`. May be empty.
    pub label: String,
    /// How to correct it: ``did you mean `not_found`?`` May be empty.
    pub help: String,
    /// Related places, each with a few words: `first defined here`.
    pub related: Vec<(Place, String)>,
}

impl Finding {
    /// A finding without label, help and related places.
    pub(crate) fn new(place: Place, message: impl Into<String>) -> Self {
        Self { place, message: message.into(), label: String::new(), help: String::new(), related: Vec::new() }
    }

    /// A finding about a whole file or directory.
    pub(crate) fn whole(path: &Path, message: impl Into<String>) -> Self {
        Self::new(Place { file: path.to_owned(), ..Place::default() }, message)
    }

    /// Sets the label.
    pub(crate) fn label(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// Sets the help.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self { help: help.into(), ..self }
    }

    /// Adds a related place.
    pub(crate) fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }
}

impl fmt::Display for Finding {
    /// Writes the finding on one line; line breaks in its texts are escaped.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, OneLine(&self.message))?;
        for (place, label) in &self.related {
            write!(f, " ({}: {place})", OneLine(label))?;
        }
        if !self.help.is_empty() {
            write!(f, "; {}", OneLine(&self.help))?;
        }
        Ok(())
    }
}

/// All findings, ordered by file and place. Never empty when returned as an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(pub Vec<Finding>);

impl fmt::Display for Findings {
    /// One line each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, finding) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{finding}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Findings {}

/// Sorts findings by file and place. The sort is stable.
pub(crate) fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.place.line, finding.place.column, finding.place.span.start);
        (&a.place.file, key(a)).cmp(&(&b.place.file, key(b)))
    });
}
