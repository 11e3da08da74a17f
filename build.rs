//! Compiles the catalogs into the crate.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "catalogs")]
    catalogs();
}

/// Writes the modules of the vendors to `OUT_DIR`. What is wrong with a catalog fails the build, one line each.
#[cfg(feature = "catalogs")]
fn catalogs() {
    use std::path::Path;

    println!("cargo::rerun-if-changed=catalogs");
    let Some(out) = std::env::var_os("OUT_DIR") else {
        println!("cargo::error=OUT_DIR is not set: this is a build script for cargo");
        return;
    };
    let options = errors_codegen::Options::new().runtime("crate");
    if let Err(error) = errors_codegen::compile(Path::new("catalogs"), Path::new(&out), &options) {
        for line in error.lines() {
            println!("cargo::error={line}");
        }
    }
}
