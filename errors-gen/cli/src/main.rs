//! The command `errors`, with the catalogs embedded.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use errors_cli::{Catalogs, Command, Embedded};

/// The catalogs as they were when the command was built, sorted by path.
const EMBEDDED: &[Embedded] = include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));

/// Explain and decode the errors of commerce APIs, and check the catalogs they are described in
#[derive(Debug, Parser)]
#[command(name = "errors", version, arg_required_else_help = true)]
#[command(after_help = "Exit status: 0 when all is well, 1 when what was checked or read is bad, 2 on wrong usage.")]
struct Arguments {
    /// The directory that holds the catalogs [default: those that were built in]
    #[arg(long, global = true, value_name = "DIR")]
    catalogs: Option<PathBuf>,

    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let catalogs = match arguments.catalogs {
        Some(directory) => Catalogs::in_directory(directory),
        None => Catalogs::embedded(EMBEDDED),
    };
    errors_cli::exit_code(errors_cli::run(&catalogs, &arguments.command))
}
