//! The example bodies of a code.

use std::io::{self, Write};

use errors_codegen::model::{Example, Vendor};
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
    for line in pretty(example.body.trim_end()).lines() {
        writeln!(out, "    {}", Lines(line))?;
    }
    Ok(())
}
