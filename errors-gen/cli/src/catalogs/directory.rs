//! The catalogs of a directory.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Message};

/// The files at any depth, in the order of their paths. As everywhere, what is hidden is passed over, and so are links to
/// directories.
pub(super) fn list(directory: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let mut open = vec![directory.to_owned()];
    while let Some(directory) = open.pop() {
        add(&directory, &mut open, &mut files).map_err(|error| {
            let directory = directory.display();
            let message = Message::new(format!("cannot list the catalogs in `{directory}`: {error}"));
            Failure::Bad(message.help("name the directory that holds them with `--catalogs DIR`"))
        })?;
    }
    files.sort();
    Ok(files)
}

/// Adds what a directory holds: directories to `open`, catalogs to `files`.
fn add(directory: &Path, open: &mut Vec<PathBuf>, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if entry.file_type()?.is_dir() {
            open.push(path);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    }
    Ok(())
}
