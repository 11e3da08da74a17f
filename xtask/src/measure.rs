//! `measure`: what the crate costs those who build it. Prints Markdown.

mod cold;
mod edit;
mod generator;
mod lab;
mod report;
mod size;
mod stand_in;
mod synthetic;

use errors_cli::{Catalogs, Failure, Verdict};

use crate::arguments::{Measure, Measured};

pub(crate) use stand_in::stand_in;

pub(crate) fn run(catalogs: &Catalogs, arguments: &Measure) -> Result<Verdict, Failure> {
    let smoke = arguments.smoke;
    match &arguments.what {
        Measured::Build => cold::run(smoke)?,
        Measured::Edit => edit::run(smoke)?,
        Measured::Generator => generator::run(smoke)?,
        Measured::Size => size::run(catalogs)?,
        Measured::GenerateOnce { from, out } => generator::once(from, out)?,
    }
    Ok(Verdict::Good)
}
