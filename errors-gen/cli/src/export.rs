//! `export`: the catalogs with everything resolved.

mod escape;
mod json;
mod markdown;

use std::io::{self, Write};

use crate::arguments::{self, ExportFormat};
use crate::catalogs::Catalogs;
use crate::failure::{Failure, Verdict};

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Export) -> Result<Verdict, Failure> {
    let vendors = catalogs.vendors(&arguments.vendors)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match arguments.format {
        ExportFormat::Json => {
            let resolved: Vec<_> = vendors.iter().map(json::Resolved::new).collect();
            serde_json::to_writer_pretty(&mut out, &resolved)?;
            writeln!(out)?;
        }
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
