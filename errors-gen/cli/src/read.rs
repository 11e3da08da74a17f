//! One catalog: from its file to the tables that the runtime reads.

use std::path::{Path, PathBuf};

use errors_codegen::finding::{Finding, Findings, Place};
use errors_codegen::load::Arena;
use errors_codegen::model::Vendor;

/// Reads one catalog.
pub(crate) fn file(file: &Path) -> Result<Vendor, Findings> {
    let vendors = errors_codegen::read_files(&[PathBuf::from(file)])?;
    vendors.into_iter().next().ok_or_else(|| Findings(vec![about_file(file, "the file holds no catalog")]))
}

/// Loads a vendor into the tables that the runtime reads.
pub(crate) fn load<'t>(arena: &'t Arena, vendor: &Vendor, file: &Path) -> Result<errors_runtime::Vendor<'t>, Findings> {
    match arena.load(vendor) {
        Ok(loaded) => Ok(loaded.into()),
        Err(error) => Err(Findings(vec![about_file(file, &error.to_string())])),
    }
}

/// A finding about a whole file.
fn about_file(file: &Path, message: &str) -> Finding {
    Finding {
        place: Place { file: file.to_owned(), ..Place::default() },
        message: message.to_owned(),
        label: String::new(),
        help: String::new(),
        related: Vec::new(),
    }
}
