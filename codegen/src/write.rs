//! Writes source files to a directory. Unchanged files are not written, so that cargo does not recompile them.

use std::fs::{self, File};
use std::io::{self, Read};
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
        let unchanged = match present(&path) {
            Ok(present) => present.is_some_and(|present| present == file.text.as_bytes()),
            Err(error) => return Err((path, error)),
        };
        if !unchanged {
            fs::write(&path, &file.text).map_err(|error| (path, error))?;
            written += 1;
        }
    }
    Ok(written)
}

/// The bytes of a file; `None` if there is none, or if it cannot be read.
///
/// # Errors
///
/// There is something other than a file, such as a device or a pipe, which may have no end.
pub(crate) fn present(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let Ok(metadata) = fs::metadata(path) else { return Ok(None) };
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, "something other than a file has this name"));
    }
    let mut bytes = Vec::new();
    // No more than it has now, in case that something is still writing to it.
    let read = File::open(path).and_then(|file| file.take(metadata.len()).read_to_end(&mut bytes));
    Ok(read.is_ok().then_some(bytes))
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::{SourceFile, write};

    #[test]
    fn what_is_no_file_is_neither_read_nor_written() {
        let dir = std::env::temp_dir().join(format!("errors-codegen-write-{}", std::process::id()));
        fs::create_dir_all(dir.join("directory.rs")).unwrap();
        let _ = fs::remove_file(dir.join("zero.rs"));
        symlink("/dev/zero", dir.join("zero.rs")).unwrap();
        let file = |name: &str| SourceFile { name: name.to_owned(), text: "// Text.\n".to_owned() };
        for name in ["zero.rs", "directory.rs"] {
            let error = write(&dir, &[file(name)]).unwrap_err();
            assert_eq!(error.to_string(), "something other than a file has this name", "{name}");
        }
        assert_eq!(write(&dir, &[file("new.rs")]).unwrap(), 1);
        assert_eq!(write(&dir, &[file("new.rs")]).unwrap(), 0);
        fs::remove_dir_all(dir).unwrap();
    }
}
