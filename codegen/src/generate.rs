//! The whole way from catalogs to Rust, in one call or in steps.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use syn::parse::Parser as _;

use crate::check::Purpose;
use crate::emit::{self, Shared, visible};
use crate::finding::{Finding, Findings, Place};
use crate::lower;
use crate::model::Vendor;
use crate::read::read_directory_for;
use crate::render;

/// The name of the index, without `.rs`. No vendor can have it.
const INDEX: &str = "catalogs";

/// How to generate.
///
/// ```
/// let options = errors_codegen::Options::new().runtime("::errors_gen");
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    runtime: String,
}

impl Options {
    /// What a crate that depends on `errors-runtime` needs.
    #[must_use]
    pub fn new() -> Self {
        Self { runtime: "::errors_runtime".to_owned() }
    }

    /// The path under which the generated code finds the runtime; `::errors_runtime` unless said otherwise. `errors-gen` has all
    /// of it, too.
    #[must_use]
    pub fn runtime(mut self, path: &str) -> Self {
        path.clone_into(&mut self.runtime);
        self
    }

    /// The path as tokens.
    fn runtime_tokens(&self) -> Result<TokenStream, Findings> {
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

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name: `omnicart.rs`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Turns vendors into Rust: `<vendor>.rs` for each, and `catalogs.rs`, which includes them all from `OUT_DIR`.
///
/// The same vendors give the same files, in whatever order they come.
///
/// # Errors
///
/// Everything that does not fit the tables or makes no Rust, for all vendors at once.
pub fn generate(vendors: &[Vendor], options: &Options) -> Result<Vec<SourceFile>, Findings> {
    let runtime = options.runtime_tokens()?;
    let shared = Shared::new(&options.runtime)
        .map_err(|error| finding("", format!("the runtime `{}` makes no Rust: {error}", options.runtime)))?;
    let mut ordered: Vec<&Vendor> = vendors.iter().collect();
    ordered.sort_by(|a, b| a.name.cmp(&b.name));
    let mut files = Vec::new();
    let mut findings = Findings::default();
    for (index, vendor) in ordered.iter().enumerate() {
        if vendor.name == INDEX || ordered[..index].iter().any(|other| other.name == vendor.name) {
            let message = format!("the name `{}` is taken by another generated file", vendor.name);
            findings.0.extend(finding(&vendor.file, message).0);
        }
        match source(vendor, &shared) {
            Ok(text) => files.push(SourceFile { name: format!("{}.rs", vendor.name), text }),
            Err(wrong) => findings.0.extend(wrong.0),
        }
    }
    match render::file(emit::index(&ordered, &runtime), "the catalogs") {
        Ok(text) => files.push(SourceFile { name: format!("{INDEX}.rs"), text }),
        Err(error) => findings.0.extend(finding("", format!("the index is not Rust: {error}")).0),
    }
    if findings.0.is_empty() { Ok(files) } else { Err(findings) }
}

/// Writes the files whose text is not there yet, and returns how many those were.
///
/// # Errors
///
/// The directory or a file cannot be written.
pub fn write(dir: &Path, files: &[SourceFile]) -> io::Result<usize> {
    crate::write::all(dir, files).map_err(|(_, error)| error)
}

/// Reads the catalogs of a directory and writes the generated files to another: all that a build script does.
///
/// # Errors
///
/// What is wrong with the catalogs, or that a file cannot be written.
pub fn compile(catalogs: &Path, out: &Path, options: &Options) -> Result<(), CompileError> {
    let vendors = read_directory_for(catalogs, Purpose::Code).map_err(CompileError::Findings)?;
    let files = generate(&vendors, options).map_err(|findings| CompileError::Findings(below(catalogs, findings)))?;
    crate::write::all(out, &files).map_err(|(path, error)| CompileError::Io { path, error })?;
    Ok(())
}

/// Why catalogs could not be compiled.
#[derive(Debug)]
pub enum CompileError {
    /// The catalogs are wrong.
    Findings(Findings),
    /// A file could not be written.
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl CompileError {
    /// The error for a build script: one line for each thing that is wrong, whatever the texts hold.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        match self {
            Self::Findings(findings) => findings.0.iter().map(|finding| visible(&finding.to_string())).collect(),
            Self::Io { path, error } => vec![visible(&format!("{}: {error}", path.display()))],
        }
    }
}

impl fmt::Display for CompileError {
    /// One line for each thing that is wrong.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines().join("\n"))
    }
}

impl std::error::Error for CompileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Findings(findings) => Some(findings),
            Self::Io { error, .. } => Some(error),
        }
    }
}

/// The text of a vendor's module.
fn source(vendor: &Vendor, shared: &Shared) -> Result<String, Findings> {
    let wire: Vec<&str> = vendor.codes.iter().map(|code| code.wire.as_str()).collect();
    let lookup = lower::lookup(&vendor.form, &wire);
    let reader = lower::reader(vendor).map_err(|limit| finding(&vendor.file, too_many(&limit)))?;
    emit::vendor(vendor, &lookup, &reader, shared)
        .map(|code| render::module(&code, &vendor.file))
        .map_err(|error| finding(&vendor.file, format!("a name makes no Rust: {error}")))
}

fn too_many(limit: &lower::Limit) -> String {
    format!("{} {} are needed, and there can be only {}", limit.needed, limit.what, limit.most)
}

/// One finding about a whole file.
fn finding(file: &str, message: String) -> Findings {
    let place = Place { file: PathBuf::from(file), ..Place::default() };
    Findings(vec![Finding { place, message, label: String::new(), help: String::new(), related: Vec::new() }])
}

/// The findings with their files below the directory of the catalogs, as the reader's own findings have them.
fn below(catalogs: &Path, mut findings: Findings) -> Findings {
    for finding in &mut findings.0 {
        finding.place.file = catalogs.join(&finding.place.file);
    }
    findings
}
