//! The only module that names what the generator and the runtime offer.

use std::path::{Path, PathBuf};

pub(crate) use errors_codegen::finding::{Finding, Findings, Place};
pub(crate) use errors_codegen::model::{Code, Example, Field, Outcome, Reason, Retry, StatusRule, Transport, Vendor};
/// Retry advice as the runtime gives it.
pub(crate) use errors_runtime::Retry as Advice;
pub(crate) use errors_runtime::decide::Basis;
pub(crate) use errors_runtime::table;
pub(crate) use errors_runtime::view::Fields;
pub(crate) use errors_runtime::wording::Parameters;
pub(crate) use errors_runtime::{AnyCode, ErrorItem, Response};

use errors_codegen as codegen;
pub(crate) use errors_runtime::load::Arena;

/// Reads every catalog of a directory.
pub(crate) fn read_directory(directory: &Path) -> Result<Vec<Vendor>, Findings> {
    codegen::read_directory(directory)
}

/// Reads one catalog.
pub(crate) fn read_file(file: &Path) -> Result<Vendor, Findings> {
    let vendors = codegen::read_files(&[PathBuf::from(file)])?;
    vendors.into_iter().next().ok_or_else(|| Findings(vec![about_file(file, "the file holds no catalog")]))
}

/// Checks one catalog that is no file.
pub(crate) fn read_text(name: &str, text: &str) -> Result<Vendor, Findings> {
    codegen::read_text(name, text)
}

/// The Rust that is generated for a vendor.
pub(crate) fn generate(vendor: Vendor) -> Result<String, Findings> {
    let file = format!("{}.rs", vendor.name);
    let files = codegen::generate(&[vendor], &codegen::Options::new())?;
    Ok(files.into_iter().find(|generated| generated.name == file).map(|generated| generated.text).unwrap_or_default())
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

/// What a body turned out to be, in the words of the catalogs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Judgement {
    /// The outcome.
    pub(crate) outcome: Outcome,
    /// Why the body is unrecognized.
    pub(crate) reason: Option<Reason>,
    /// Where in the body the reason shows.
    pub(crate) offset: Option<usize>,
}

/// Judges a reading.
pub(crate) fn judgement(reading: &Response<'_>) -> Judgement {
    let recognized = |outcome| Judgement { outcome, reason: None, offset: None };
    match reading.outcome() {
        errors_runtime::Outcome::Failed => recognized(Outcome::Failed),
        errors_runtime::Outcome::Succeeded => recognized(Outcome::Succeeded),
        errors_runtime::Outcome::Partial => recognized(Outcome::Partial),
        errors_runtime::Outcome::Unrecognized(why) => {
            let reason = match why.reason {
                errors_runtime::Reason::NotJson => Reason::NotJson,
                errors_runtime::Reason::NotEnvelope => Reason::NotEnvelope,
                errors_runtime::Reason::TooDeep => Reason::TooDeep,
            };
            Judgement { outcome: Outcome::Unrecognized, reason: Some(reason), offset: why.offset }
        }
    }
}

/// The word for an outcome.
pub(crate) fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Failed => "failed",
        Outcome::Succeeded => "succeeded",
        Outcome::Partial => "partial",
        Outcome::Unrecognized => "unrecognized",
    }
}

/// The word for the reason of an unrecognized body.
pub(crate) fn reason_word(reason: Reason) -> &'static str {
    match reason {
        Reason::NotJson => "not_json",
        Reason::NotEnvelope => "not_envelope",
        Reason::TooDeep => "too_deep",
    }
}
