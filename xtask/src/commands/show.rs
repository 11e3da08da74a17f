//! `show`: the Rust that is generated for a vendor.

use std::io::{self, Write};

use crate::catalogs::Catalogs;
use crate::cli;
use crate::failure::{Failure, Verdict};
use crate::vendor;

pub(crate) fn run(catalogs: &Catalogs, arguments: &cli::Show) -> Result<Verdict, Failure> {
    let vendor = catalogs.vendor(&arguments.vendor)?;
    let files = vendor::generate(&vendor)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (index, (name, text)) in files.iter().enumerate() {
        if files.len() > 1 {
            let gap = if index == 0 { "" } else { "\n" };
            writeln!(out, "{gap}// {name}\n")?;
        }
        out.write_all(text.as_bytes())?;
    }
    out.flush()?;
    Ok(Verdict::Good)
}
