//! A copy of the project, to be edited.

use std::fs;
use std::path::{Path, PathBuf};

use crate::project;

/// A copy of the project, of which only catalogs are edited.
#[derive(Debug)]
pub(crate) struct Copy(PathBuf);

impl Copy {
    /// Copies the project into a directory.
    pub(crate) fn new(directory: &Path) -> Self {
        let to = directory.join("project");
        copy(project(), &to);
        Self(to)
    }

    /// Its root.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Its catalogs.
    pub(crate) fn catalogs(&self) -> PathBuf {
        self.0.join("catalogs")
    }

    /// Gives a catalog another text.
    pub(crate) fn edit(&self, file: &str, edit: impl FnOnce(&str) -> String) {
        let path = self.catalogs().join(file);
        let text = fs::read_to_string(&path).unwrap();
        let edited = edit(&text);
        assert_ne!(text, edited, "{file}");
        fs::write(path, edited).unwrap();
    }

    /// Adds a catalog, or replaces it, in a folder that there may not be yet.
    pub(crate) fn add(&self, file: &str, text: &str) -> PathBuf {
        let path = self.catalogs().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }
}

/// Copies a directory, but neither what is hidden nor what was built.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, name) = (entry.as_ref().unwrap().path(), entry.unwrap().file_name());
        let hidden = name.as_encoded_bytes().starts_with(b".") && name != ".cargo";
        if hidden || name == "target" || to.starts_with(&path) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

/// A catalog's text with another status for a code that has one, and with one more for a code that has several.
pub(crate) fn with_status(catalog: &str, code: &str, status: u16) -> String {
    let (before, entry) = catalog.split_once(&format!(" {code}:\n")).unwrap_or_else(|| panic!("no {code}"));
    let (head, rest) = entry.split_once(" status: ").unwrap_or_else(|| panic!("{code} has no status"));
    let changed = match rest.strip_prefix('[') {
        Some(others) => format!("[{status}, {others}"),
        None => format!("{status}{}", rest.trim_start_matches(|character: char| character.is_ascii_digit())),
    };
    format!("{before} {code}:\n{head} status: {changed}")
}

/// A catalog's text with an entry in front of that of another code.
pub(crate) fn with_entry(catalog: &str, before: &str, entry: &str) -> String {
    let key = format!("{before}:\n");
    let line = catalog.split_inclusive('\n').find(|line| line.trim_start() == key);
    let line = line.unwrap_or_else(|| panic!("no {before}"));
    let indentation = &line[..line.len() - key.len()];
    let entry = entry.replace('\n', &format!("\n{indentation}"));
    catalog.replacen(line, &format!("{indentation}{entry}\n{line}"), 1)
}
