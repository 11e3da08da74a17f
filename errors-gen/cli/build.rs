//! Embeds the catalogs in the command `errors`: an installed command has no repository around it.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A link in the repository, a copy in the package.
const CATALOGS: &str = "catalogs";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_EMBEDDED").is_none() {
        return;
    }
    println!("cargo::rerun-if-changed={CATALOGS}");
    if let Err(error) = embed() {
        println!("cargo::error=the catalogs cannot be embedded: {error}");
    }
}

/// Writes `catalogs.rs`: an array of pairs, the path below the directory and the text.
fn embed() -> io::Result<()> {
    let root = Path::new(CATALOGS).canonicalize()?;
    let mut files = Vec::new();
    list(&root, &mut files)?;
    files.sort();
    let mut source = String::from("&[\n");
    for file in &files {
        let name = text(file.strip_prefix(&root).unwrap_or(file))?;
        // `Debug` writes a text as a string literal of Rust.
        writeln!(source, "    ({name:?}, include_str!({:?})),", text(file)?).map_err(io::Error::other)?;
    }
    source.push_str("]\n");
    let out = std::env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(Path::new(&out).join("catalogs.rs"), source)
}

fn text(path: &Path) -> io::Result<&str> {
    path.to_str().ok_or_else(|| io::Error::other(format!("the path `{}` is not UTF-8", path.display())))
}

/// Adds the catalogs of a directory, at any depth. Hidden files and directories are passed over.
fn list(directory: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if entry.file_type()?.is_dir() {
            list(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    }
    Ok(())
}
