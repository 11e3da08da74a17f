//! Compiles the catalogs into the crate.

use std::path::Path;

/// Writes the modules of the vendors to `OUT_DIR`. What is wrong with a catalog fails the build, one line each.
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=catalogs");
    let Some(out) = std::env::var_os("OUT_DIR") else {
        println!("cargo::error=OUT_DIR is not set: this is a build script for cargo");
        return;
    };
    let options = errors_codegen::Options::new();
    if let Err(error) = errors_codegen::compile(Path::new("catalogs"), Path::new(&out), &options) {
        for line in error.lines() {
            println!("cargo::error={line}");
        }
    }
}
