//! Compiles the catalogs into the crate.

/// Writes the modules of the vendors to `OUT_DIR`. What is wrong with a catalog fails the build, one line each.
fn main() {
    errors_codegen::Builder::new().runtime("::errors_runtime").crate_name("errors_gen").build("catalogs");
}
