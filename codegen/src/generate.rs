//! Generates the texts of Rust files from checked vendors.

use std::path::Path;

use proc_macro2::TokenStream;
use syn::parse::Parser as _;

use crate::emit::{self, Module};
use crate::finding::{Finding, Findings};
use crate::lower::{self, Arena};
use crate::model::Vendor;
use crate::render;
use crate::write::SourceFile;

/// The name of the index, without `.rs`. No vendor can have it.
const INDEX: &str = "catalogs";

/// Options for the generated code.
///
/// ```
/// let options = errors_codegen::Options::new().runtime("::errors_runtime");
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    runtime: String,
    vendor_features: bool,
    crate_name: Option<String>,
}

impl Options {
    /// The options for a crate that depends on `errors-gen`.
    #[must_use]
    pub fn new() -> Self {
        Self { runtime: "::errors_gen".to_owned(), vendor_features: false, crate_name: None }
    }

    /// The path of the runtime in the generated code. The default is `::errors_gen`, which re-exports `errors-runtime`.
    #[must_use]
    pub fn runtime(mut self, path: &str) -> Self {
        path.clone_into(&mut self.runtime);
        self
    }

    /// Whether each vendor is behind the cargo feature with its name. The default is no.
    #[must_use]
    pub fn vendor_features(mut self, on: bool) -> Self {
        self.vendor_features = on;
        self
    }

    /// The name of the library that has the modules. The examples in their documentation are compiled as tests then; without
    /// it, they are only shown.
    #[must_use]
    pub fn crate_name(mut self, name: &str) -> Self {
        self.crate_name = Some(name.to_owned());
        self
    }

    /// The path as tokens.
    fn tokens(&self) -> Result<TokenStream, Findings> {
        let path = syn::Path::parse_mod_style.parse_str(&self.runtime);
        match (path, self.runtime.parse()) {
            (Ok(_), Ok(tokens)) => Ok(tokens),
            _ => Err(finding("", format!("the runtime `{}` is not a path", self.runtime))),
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

/// Generates `<vendor>.rs` for each vendor, and `catalogs.rs`, which includes them all from its own directory.
///
/// The files do not depend on the order of the vendors.
///
/// # Errors
///
/// The limits of the tables that are exceeded, and names that are not valid Rust, for all vendors at once.
pub fn generate(vendors: &[Vendor], options: &Options) -> Result<Vec<SourceFile>, Findings> {
    let mut ordered: Vec<&Vendor> = vendors.iter().collect();
    ordered.sort_by(|a, b| a.name.cmp(&b.name));
    files(&ordered, &ordered, options)
}

/// The files of the vendors in `stale`, and the index of all vendors. Both slices are sorted by name.
pub(crate) fn files(vendors: &[&Vendor], stale: &[&Vendor], options: &Options) -> Result<Vec<SourceFile>, Findings> {
    let runtime = options.tokens()?;
    let mut files = Vec::new();
    let mut findings = Findings::default();
    for (index, vendor) in vendors.iter().enumerate() {
        if vendor.name == INDEX || vendors[..index].iter().any(|other| other.name == vendor.name) {
            let message = format!("the name `{}` is taken by another generated file", vendor.name);
            findings.0.extend(finding(&vendor.file, message).0);
        }
    }
    for vendor in stale {
        match source(vendor, &runtime) {
            Ok(text) => files.push(SourceFile { name: file_name(vendor), text }),
            Err(wrong) => findings.0.extend(wrong.0),
        }
    }
    let index = Module {
        items: emit::index(vendors, &runtime, options.vendor_features, options.crate_name.as_deref()),
        tables: String::new(),
    };
    match render::file(index, "the catalogs") {
        Ok(text) => files.push(SourceFile { name: format!("{INDEX}.rs"), text }),
        Err(error) => findings.0.extend(finding("", format!("the index is not Rust: {error}")).0),
    }
    if findings.0.is_empty() { Ok(files) } else { Err(findings) }
}

/// The name of a vendor's file.
pub(crate) fn file_name(vendor: &Vendor) -> String {
    format!("{}.rs", vendor.name)
}

/// The text of a vendor's file.
fn source(vendor: &Vendor, runtime: &TokenStream) -> Result<String, Findings> {
    let arena = Arena::new();
    let lowered = lower::vendor(&arena, vendor).map_err(|limit| finding(&vendor.file, too_many(&limit)))?;
    let module = emit::module(vendor, &lowered, runtime);
    render::file(module, &vendor.file).map_err(|error| finding(&vendor.file, format!("a name makes no Rust: {error}")))
}

fn too_many(limit: &lower::Limit) -> String {
    format!("{} {} are needed, and there can be only {}", limit.needed, limit.what, limit.most)
}

/// One finding about a whole file.
fn finding(file: &str, message: String) -> Findings {
    Findings(vec![Finding::whole(Path::new(file), message)])
}
