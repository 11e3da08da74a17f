//! The example bodies of a code.

use std::io::{self, Write};

use errors_codegen::examples;
use errors_codegen::model::{Code, Example, Vendor};
use errors_codegen::text::{Lines, OneLine};

use crate::pretty::pretty;
use crate::text::STRONG;

/// Writes an example below a heading, a member a line.
pub(super) fn write(vendor: &Vendor, example: &Example, out: &mut dyn Write) -> io::Result<()> {
    let operation = example.operation.and_then(|index| vendor.operations.get(index));
    let title = example.title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
    let with = match (example.status, operation) {
        (Some(status), Some(operation)) => format!(" (HTTP {status} to {})", operation.key),
        (Some(status), None) => format!(" (HTTP {status})"),
        (None, Some(operation)) => format!(" (to {})", operation.key),
        (None, None) => String::new(),
    };
    writeln!(out, "\n{STRONG}Example{STRONG:#}{}{}\n", OneLine(with), OneLine(title))?;
    body(&example.body, out)
}

/// Writes the body that is made of what the catalog says of a code, for one without an example.
pub(super) fn write_made(
    vendor: &Vendor,
    tables: errors_runtime::Vendor<'_>,
    code: &Code,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Ok(made) = examples::write(vendor, tables, code) else { return Ok(()) };
    let status = made.status.map(|status| format!(" (HTTP {status})")).unwrap_or_default();
    writeln!(out, "\n{STRONG}Example{STRONG:#}{status}, made of what is listed here\n")?;
    body(&made.json, out)
}

fn body(text: &str, out: &mut dyn Write) -> io::Result<()> {
    pretty(text.trim_end()).lines().try_for_each(|line| writeln!(out, "    {}", Lines(line)))
}
