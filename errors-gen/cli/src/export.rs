//! `export`: the catalogs with everything resolved.

mod markdown;

use std::io::{self, Write};

use errors_codegen::model::Vendor;

use crate::arguments::{self, ExportFormat};
use crate::catalogs::Catalogs;
use crate::failure::{Failure, Verdict};
use crate::resolved::Resolved;

pub(crate) use markdown::page;

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Export) -> Result<Verdict, Failure> {
    let vendors = catalogs.vendors(&arguments.vendors)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match arguments.format {
        ExportFormat::Json => write_json(&vendors, &mut out)?,
        // Not to the output, whose errors it would hide.
        ExportFormat::Yaml => write!(out, "{}", serde_yaml::to_string(&resolved(&vendors)).map_err(io::Error::other)?)?,
        ExportFormat::Markdown => {
            for (index, vendor) in vendors.iter().enumerate() {
                if index > 0 {
                    writeln!(out)?;
                }
                markdown::page(vendor, &mut out)?;
            }
        }
    }
    out.flush()?;
    Ok(Verdict::Good)
}

/// Writes vendors as JSON.
pub(crate) fn write_json(vendors: &[Vendor], out: &mut impl Write) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, &resolved(vendors))?;
    Ok(writeln!(out)?)
}

fn resolved(vendors: &[Vendor]) -> Vec<Resolved<'_>> {
    vendors.iter().map(Resolved::new).collect()
}
