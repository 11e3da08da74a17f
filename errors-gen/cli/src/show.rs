//! `show`: the Rust that is generated for a vendor.

use std::io::{self, Write};

use crate::arguments;
use crate::catalogs::Catalogs;
use crate::failure::{Failure, Verdict};

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Show) -> Result<Verdict, Failure> {
    let vendor = catalogs.vendor(&arguments.vendor)?;
    let module = format!("{}.rs", vendor.name);
    // The other file is the list of all vendors.
    let files = errors_codegen::generate(&[vendor], &errors_codegen::Options::new())?;
    let text = files.iter().find(|file| file.name == module).map(|file| file.text.as_str());
    io::stdout().lock().write_all(text.unwrap_or_default().as_bytes())?;
    Ok(Verdict::Good)
}
