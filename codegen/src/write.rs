//! Writes source files to a directory. Unchanged files are not written, so that cargo does not recompile them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The file name: `omnicart.rs`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A file that could not be written, and why.
pub(crate) type Failure = (PathBuf, io::Error);

/// Writes the files that are missing or have another text, and returns their number.
///
/// # Errors
///
/// The directory or a file cannot be written.
pub fn write(dir: &Path, files: &[SourceFile]) -> io::Result<usize> {
    all(dir, files).map_err(|(_, error)| error)
}

/// Writes the files that are missing or have another text, and returns their number; on failure, with the path.
pub(crate) fn all(dir: &Path, files: &[SourceFile]) -> Result<usize, Failure> {
    fs::create_dir_all(dir).map_err(|error| (dir.to_owned(), error))?;
    let mut written = 0;
    for file in files {
        let path = dir.join(&file.name);
        let unchanged = fs::read(&path).is_ok_and(|present| present == file.text.as_bytes());
        if !unchanged {
            fs::write(&path, &file.text).map_err(|error| (path, error))?;
            written += 1;
        }
    }
    Ok(written)
}
