//! The workbench of `errors-gen`: check, look at, export and try the catalogs.

mod catalogs;
mod cli;
mod commands;
mod decoded;
mod details;
mod failure;
mod json;
mod report;
mod structure;
mod suggest;
mod text;
mod vendor;

use std::process::ExitCode;

use clap::Parser;

use crate::catalogs::Catalogs;
use crate::cli::{Cli, Command};
use crate::failure::{Failure, Verdict};

fn main() -> ExitCode {
    if let Some(status) = commands::measure::stand_in() {
        return status;
    }
    let cli = Cli::parse();
    match run(&cli) {
        Ok(Verdict::Good) => ExitCode::SUCCESS,
        Ok(Verdict::Bad) => ExitCode::from(1),
        Err(failure) => failure.report(),
    }
}

fn run(cli: &Cli) -> Result<Verdict, Failure> {
    let catalogs = Catalogs::at(cli.catalogs.as_deref());
    match &cli.command {
        Command::Check(arguments) => commands::check::run(&catalogs, arguments),
        Command::Show(arguments) => commands::show::run(&catalogs, arguments),
        Command::Export(arguments) => commands::export::run(&catalogs, arguments),
        Command::Explain(arguments) => commands::explain::run(&catalogs, arguments),
        Command::Decode(arguments) => commands::decode::run(&catalogs, arguments),
        Command::Bench => commands::bench::run(),
        Command::Measure(arguments) => commands::measure::run(&catalogs, arguments),
    }
}
