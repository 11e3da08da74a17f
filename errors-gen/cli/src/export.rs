//! `export`: the catalogs with everything resolved.

mod markdown;

use std::io::{self, Write};

use crate::arguments::{self, ExportFormat};
use crate::catalogs::Catalogs;
use crate::failure::{Failure, Verdict};
use crate::resolved::Resolved;

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Export) -> Result<Verdict, Failure> {
    let vendors = catalogs.vendors(&arguments.vendors)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let resolved = || vendors.iter().map(Resolved::new).collect::<Vec<_>>();
    match arguments.format {
        ExportFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &resolved())?;
            writeln!(out)?;
        }
        // Not to the output, whose errors it would hide.
        ExportFormat::Yaml => write!(out, "{}", serde_yaml::to_string(&resolved()).map_err(io::Error::other)?)?,
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
