//! Tells the generator which sources it was made from, so that what an earlier one wrote is written again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What the output depends on beside the versions of other crates, which cargo keeps apart.
const SOURCES: [&str; 2] = ["src", "../errors-gen/tables/src"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut hash = 0xcbf2_9ce4_8422_2325;
    // A packaged generator has its tables from the registry, by version.
    for root in SOURCES.into_iter().map(Path::new).filter(|root| root.is_dir()) {
        println!("cargo::rerun-if-changed={}", root.display());
        let mut files = Vec::new();
        list(root, &mut files)?;
        files.sort();
        for file in files {
            for byte in fs::read(file)? {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    println!("cargo::rustc-env=ERRORS_CODEGEN_SOURCES={hash:016x}");
    Ok(())
}

/// Adds the files below a directory.
fn list(directory: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
