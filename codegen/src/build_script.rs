//! What a build script calls.

use std::env;
use std::path::PathBuf;

use crate::compile::compile;
use crate::generate::Options;

/// Compiles a directory of catalogs in a build script, as `prost-build` does with `.proto` files.
///
/// The whole `build.rs` of a crate with catalogs of its own:
///
/// ```no_run
/// fn main() {
///     errors_codegen::Builder::new().build("catalogs");
/// }
/// ```
///
/// Its library includes what was generated, a module for each vendor and the list `VENDORS`, and depends on `errors-gen`:
///
/// ```ignore
/// include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));
/// ```
///
/// The types are those of `errors-gen`, so that own vendors and those of `errors-gen` fit into one list:
/// `VENDORS.iter().chain(errors_gen::VENDORS)`.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Builder {
    options: Options,
    out: Option<PathBuf>,
}

impl Builder {
    /// What a crate that depends on `errors-gen` needs.
    pub fn new() -> Self {
        Self::default()
    }

    /// The path under which the generated code finds the runtime; `::errors_gen` unless said otherwise. A crate that needs no
    /// vendor of `errors-gen` can depend on `errors-runtime` alone and say `::errors_runtime`.
    pub fn runtime(mut self, path: &str) -> Self {
        self.options = self.options.runtime(path);
        self
    }

    /// The name of the library that has the modules: the examples in their documentation are tests of it then. Unless said,
    /// they are only shown.
    pub fn crate_name(mut self, name: &str) -> Self {
        self.options = self.options.crate_name(name);
        self
    }

    /// The directory to write to; `OUT_DIR` unless said otherwise.
    pub fn out_dir(mut self, out: impl Into<PathBuf>) -> Self {
        self.out = Some(out.into());
        self
    }

    /// Compiles the catalogs of a directory, and tells cargo to do it again when one of them changes.
    ///
    /// What is wrong fails the build: cargo shows one line for each mistake, with its place and how to correct it. With the
    /// feature `examples` the examples are read as well, every code is written and read back, and a code without an
    /// example shows the written body in its documentation.
    pub fn build(self, catalogs: impl Into<PathBuf>) {
        let catalogs = catalogs.into();
        println!("cargo::rerun-if-changed={}", catalogs.display());
        let Some(out) = self.out.or_else(|| env::var_os("OUT_DIR").map(PathBuf::from)) else {
            println!(
                "cargo::error=`OUT_DIR` is not set: call this from a build script, or name a directory with `out_dir`"
            );
            return;
        };
        if let Err(error) = compile(&catalogs, &out, &self.options) {
            for line in error.lines() {
                println!("cargo::error={line}");
            }
        }
    }
}
