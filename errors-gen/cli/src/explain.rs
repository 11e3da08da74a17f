//! `explain`: all that is known of a code.

mod detail;
mod example;
mod listed;
mod missing;
mod status;
mod unlisted;

use std::io::Write;

use errors_codegen::load::Arena;
use errors_runtime::table::CodeForm;
use errors_runtime::{AnyCode, Vendor};

use crate::arguments;
use crate::catalogs::Catalogs;
use crate::failure::{Failure, Verdict};
use crate::phrases::statements;
use crate::read;

use self::status::OfStatus;

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Explain) -> Result<Verdict, Failure> {
    let vendor = catalogs.vendor(&arguments.vendor)?;
    let arena = Arena::new();
    let tables = read::load(&arena, &vendor, &catalogs.file(&vendor))?;
    let wanted = arguments.code.as_str();
    let mut out = anstream::stdout().lock();
    let code = find(tables, wanted);
    let status = OfStatus::find(tables, wanted);
    if let Some(code) = code {
        listed::explain(&vendor, code, &mut out)?;
    }
    let details = if code.is_some() { Vec::new() } else { detail::find(tables, wanted) };
    details.iter().try_for_each(|detail| detail::explain(tables, detail, &mut out))?;
    let is_listed = code.is_some() || !details.is_empty();
    let statements = if is_listed { Vec::new() } else { statements(tables.classes(), wanted) };
    if !statements.is_empty() {
        unlisted::explain(tables.title(), wanted, &statements, &mut out)?;
    }
    if let Some(status) = &status {
        // What is a code and a status is explained as a code first.
        if code.is_some() {
            writeln!(out)?;
        }
        status.explain(&mut out)?;
    }
    // What is said on standard error should come after it.
    out.flush()?;
    if is_listed || status.is_some() {
        return Ok(Verdict::Good);
    }
    Err(missing::failure(catalogs, tables, wanted, !statements.is_empty()))
}

/// The listed code of this text, this name, or these digits without their leading zeros.
fn find<'t>(vendor: Vendor<'t>, wanted: &str) -> Option<AnyCode<'t>> {
    let padded = || match vendor.form() {
        CodeForm::Digits { width } if !wanted.is_empty() && wanted.bytes().all(|byte| byte.is_ascii_digit()) => {
            vendor.find(&format!("{wanted:0>width$}", width = usize::from(width)))
        }
        _ => None,
    };
    vendor.find(wanted).or_else(|| vendor.find_name(wanted)).or_else(padded)
}
