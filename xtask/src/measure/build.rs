//! `measure build`: what those pay who compile the crate.

use super::lab::Lab;
use super::{cold, edit, leaf, report};
use errors_cli::{Catalogs, Failure};

pub(super) fn run(catalogs: &Catalogs, smoke: bool) -> Result<(), Failure> {
    let vendors = catalogs.all()?;
    report::machine()?;
    let lab = Lab::new("build")?;
    let project = lab.copy_of_project()?;
    cold::measure(&lab, &project, if smoke { 1 } else { 3 })?;
    leaf::measure(&lab, &project, &vendors, smoke)?;
    edit::measure(&lab, &project, if smoke { 1 } else { 7 })
}
