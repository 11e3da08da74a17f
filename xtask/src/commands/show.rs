//! `show`: the Rust that is generated for a vendor.

use std::io::{self, Write};

use crate::catalogs::Catalogs;
use crate::cli;
use crate::failure::{Failure, Verdict};
use crate::vendor;

pub(crate) fn run(catalogs: &Catalogs, arguments: &cli::Show) -> Result<Verdict, Failure> {
    let vendor = catalogs.vendor(&arguments.vendor)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (_, text) in vendor::generate(&[vendor])? {
        out.write_all(text.as_bytes())?;
    }
    out.flush()?;
    Ok(Verdict::Good)
}
