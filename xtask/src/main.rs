//! Chores of the repository: what the command `errors` does, on the catalogs of the working tree, and measuring.

mod arguments;
mod bench;
mod deep;
mod dist;
mod measure;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use errors_cli::{Catalogs, Failure, Verdict};

use crate::arguments::{Arguments, Command};

fn main() -> ExitCode {
    if let Some(status) = measure::stand_in() {
        return status;
    }
    errors_cli::exit_code(run(Arguments::parse()))
}

fn run(arguments: Arguments) -> Result<Verdict, Failure> {
    let catalogs = Catalogs::in_directory(arguments.catalogs.unwrap_or_else(of_workspace));
    match &arguments.command {
        Command::Errors(command) => errors_cli::run(&catalogs, command),
        Command::Bench { count } => bench::run(*count),
        Command::Deep { names } => deep::run(names),
        Command::Dist => dist::run(),
        Command::Fuzz { target, seconds } => deep::fuzz::run(target.as_deref(), *seconds),
        Command::Measure(arguments) => measure::run(&catalogs, arguments),
    }
}

/// The catalogs of the workspace that this program was built in, as somebody in the current directory would write their
/// path.
fn of_workspace() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = package.parent().unwrap_or(package).join("catalogs");
    let current = std::env::current_dir().unwrap_or_default();
    match path.strip_prefix(&current) {
        Ok(short) if !short.as_os_str().is_empty() => short.to_owned(),
        _ => path,
    }
}
