//! `dist`: the packages as they are to be published, each in a folder of its name.
//!
//! In the repository `errors-gen` is made from the catalogs when it is built. Its published form holds the code that was
//! made, so that who depends on it compiles no generator, and has a feature for each vendor.

mod packages;
mod published;

use std::path::PathBuf;

use errors_cli::{Failure, Message, Verdict};

/// Stages all packages below `target/dist`, and says where they are.
pub(crate) fn run() -> Result<Verdict, Failure> {
    for package in stage()? {
        println!("{}", package.display());
    }
    Ok(Verdict::Good)
}

/// Stages all packages; their folders.
pub(crate) fn stage() -> Result<Vec<PathBuf>, Failure> {
    let staged = packages::stage(&target())?;
    for package in staged.iter().filter(|package| package.ends_with("errors-gen")) {
        published::complete(package)?;
    }
    Ok(staged)
}

/// Where cargo builds: the directory that this program was built in.
pub(crate) fn target() -> PathBuf {
    let program = std::env::current_exe().ok();
    let target = program.as_deref().and_then(|program| program.parent()?.parent());
    target.map_or_else(|| PathBuf::from("target"), PathBuf::from)
}

/// A failure to do something, for a reason.
fn failed(what: &str, why: &dyn std::fmt::Display) -> Failure {
    Failure::Bad(Message::new(format!("cannot {what}: {why}")))
}
