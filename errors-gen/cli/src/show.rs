//! `show`: the Rust that is generated for a vendor.

use std::io::{self, Write};

use crate::arguments;
use crate::catalogs::Catalogs;
use crate::failure::{Failure, Verdict};
use crate::vendor;

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Show) -> Result<Verdict, Failure> {
    let vendor = catalogs.vendor(&arguments.vendor)?;
    io::stdout().lock().write_all(vendor::generate(vendor)?.as_bytes())?;
    Ok(Verdict::Good)
}
