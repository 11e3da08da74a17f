//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Chores of this repository: what `errors` does, on the catalogs of the working tree, and measuring
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
#[command(after_help = "Exit status: 0 when all is well, 1 when what was checked or read is bad, 2 on wrong usage.")]
pub(crate) struct Arguments {
    /// The directory that holds the catalogs [default: that of the workspace]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) catalogs: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    #[command(flatten)]
    Errors(errors_cli::Command),
    /// Measure errors-gen against its rivals, in about a minute after building
    ///
    /// Prints a table of the bounds and exits with 1 when one is missed. `cargo bench` prints all figures.
    #[command(after_help = "Example:\n  cargo xtask bench")]
    Bench {
        /// Count the instructions of reading instead, by callgrind; needs valgrind
        #[arg(long)]
        count: bool,
    },
    /// Stage the packages as they are to be published
    ///
    /// Each goes to a folder of its name below `dist` in cargo's target directory; `errors-gen` with the generated code in
    /// place of the generator, and a feature for each vendor.
    #[command(after_help = "Example:\n  cargo xtask dist")]
    Dist,
    /// Run the checks that take long or need further toolchains: oldest Rust, bare targets, features, miri, fuzzing
    ///
    /// Installs what a check needs below cargo's target directory or by rustup, and skips the check, saying so, where
    /// that fails.
    #[command(after_help = "Examples:\n  cargo xtask deep\n  cargo xtask deep oldest bare")]
    Deep {
        /// Only these checks
        #[arg(value_name = "NAME")]
        names: Vec<String>,
    },
    /// Fuzz reading, wordings, writing, headers or catalogs, guided by coverage; needs a nightly toolchain
    ///
    /// New inputs are kept in `fuzz/corpus`, and one that fails in `fuzz/artifacts`. See `fuzz/README.md`.
    #[command(after_help = "Examples:\n  cargo xtask fuzz\n  cargo xtask fuzz reading --seconds 600")]
    Fuzz {
        /// Only this target
        #[arg(value_name = "TARGET")]
        target: Option<String>,
        /// How long each target runs
        #[arg(long, value_name = "N", default_value_t = 60)]
        seconds: u32,
    },
    Measure(Measure),
}

/// Measure what the crate costs: to build, to generate, in size
///
/// Prints Markdown, with the machine and the day. Crates are built below cargo's target directory, which takes minutes;
/// nothing is compared with a target, and nothing fails because it is slow.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  cargo xtask measure generator > generator.md")]
pub(crate) struct Measure {
    #[command(subcommand)]
    pub(crate) what: Measured,

    /// Small and once: shows that measuring works, not what it costs
    #[arg(long, global = true)]
    pub(crate) smoke: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Measured {
    /// The first build of a program, with errors-gen by path and as it is published
    Build,
    /// An edit of a catalog, to a finished `cargo check`
    Edit,
    /// One vendor with 100 to 100,000 codes: time and memory
    Generator,
    /// What vendors add to a program, and what the linker drops
    Size,
    /// Generate once and print the seconds and the kilobytes that it took
    #[command(hide = true)]
    GenerateOnce {
        /// The directory that holds the catalogs
        #[arg(value_name = "DIR")]
        from: PathBuf,
        /// Where to write
        out: PathBuf,
    },
}
