//! What cargo makes of the project elsewhere: with edited catalogs, build after build, and from its packages.
//!
//! Crates are built, which takes minutes: `cargo test -p xtask --test builds -- --ignored`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where something is amiss")]

mod copy;
mod data_only;
mod dropped;
mod package;
mod ran;
mod rebuild;

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the project.
fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// An empty directory for a test. It stays behind, so that one can look at what is in it.
///
/// Its path is the same each time, so that cargo finds what it has built before.
fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    match fs::remove_dir_all(&directory) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => panic!("{}: {error}", directory.display()),
        _ => fs::create_dir_all(&directory).unwrap(),
    }
    directory
}

/// Writes a program, a crate of its own with these lines at the end of its manifest, and returns its directory.
///
/// It depends on the versions that the project is tested with.
fn program(directory: &Path, manifest: &str, main: &str) -> PathBuf {
    let program = directory.join("program");
    let head = "[package]\nname = \"program\"\nedition = \"2024\"\n\n[workspace]\n\n";
    fs::create_dir_all(program.join("src")).unwrap();
    fs::write(program.join("Cargo.toml"), format!("{head}{manifest}")).unwrap();
    fs::write(program.join("src/main.rs"), main).unwrap();
    fs::copy(project().join("Cargo.lock"), program.join("Cargo.lock")).unwrap();
    program
}

/// The files below a directory with one of these extensions, as paths from it, sorted.
fn files(directory: &Path, extensions: &[&str]) -> Vec<String> {
    let mut files = Vec::new();
    let mut open = vec![directory.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extensions.iter().any(|wanted| extension == *wanted)) {
                let parts: Vec<_> =
                    path.strip_prefix(directory).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
                files.push(parts.join("/"));
            }
        }
    }
    files.sort();
    files
}
