//! The command `errors`: check, show, explain, decode, export and compare catalogs of errors.
//!
//! None of the commands needs vendors that are compiled in: the catalogs are read when a command runs.

mod arguments;
mod book;
mod catalogs;
mod check;
mod day;
mod decode;
mod diff;
mod explain;
mod export;
mod failure;
mod markup;
mod operations;
mod phrases;
mod pretty;
mod read;
mod report;
mod resolved;
mod schema;
mod show;
mod status_name;
mod text;

pub use arguments::Command;
pub use catalogs::{Catalogs, Embedded};
pub use failure::{Failure, Message, Verdict, exit_code};

/// Runs a command on these catalogs. What it finds goes to standard output.
///
/// # Errors
///
/// Where the command was called wrongly, what it needs is bad or missing, or its output cannot be written.
/// [`exit_code`] says so on standard error.
pub fn run(catalogs: &Catalogs, command: &Command) -> Result<Verdict, Failure> {
    match command {
        Command::Check(arguments) => check::run(catalogs, arguments),
        Command::Show(arguments) => show::run(catalogs, arguments),
        Command::Explain(arguments) => explain::run(catalogs, arguments),
        Command::Decode(arguments) => decode::run(catalogs, arguments),
        Command::Export(arguments) => export::run(catalogs, arguments),
        Command::Diff(arguments) => diff::run(catalogs, arguments),
        Command::Book(arguments) => book::run(catalogs, arguments),
        Command::Schema => schema::run(),
    }
}
