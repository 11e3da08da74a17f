//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// The workbench of errors-gen: check, look at, export and try the catalogs.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
#[command(after_help = "Exit status: 0 when all is well, 1 when what was checked or read is bad, 2 on wrong usage.")]
pub(crate) struct Cli {
    /// The directory that holds the catalogs [default: that of the workspace]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) catalogs: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(Check),
    Show(Show),
    Export(Export),
    Explain(Explain),
    Decode(Decode),
    /// Measure errors-gen against its targets, in less than a minute after building
    ///
    /// Ends with one line for each target and exits with 1 when one falls short. `cargo bench` prints all figures.
    #[command(after_help = "Example:\n  cargo xtask bench")]
    Bench,
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
    /// The first build, the generated code beside derives, and an edit of a catalog
    Build,
    /// An edit of a catalog alone
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

/// Report everything that is wrong with the catalogs, each with its place and the way to mend it
///
/// The examples of every catalog that can be loaded are read as well: one that does not read as it says is a problem.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  cargo xtask check catalogs/omnicart.yaml")]
pub(crate) struct Check {
    /// Check only these catalogs
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// Print the Rust that is generated for a vendor
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  cargo xtask show omnicart | less")]
pub(crate) struct Show {
    /// The vendor's module name, which is the stem of its file
    pub(crate) vendor: String,
}

/// Print the catalogs with everything resolved, for other tools or as pages
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  cargo xtask export omnicart bonsai --format markdown > errors.md")]
pub(crate) struct Export {
    /// Only these vendors; all when none is named
    #[arg(value_name = "VENDOR")]
    pub(crate) vendors: Vec<String>,

    /// What to write
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub(crate) format: ExportFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// An array with one object for each vendor
    Json,
    /// A page for each vendor, with a table for each section
    Markdown,
}

/// Explain a code: all that its catalog knows
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  cargo xtask explain omnicart 124102\n  cargo xtask explain abicart -32601")]
pub(crate) struct Explain {
    /// The vendor's module name
    pub(crate) vendor: String,

    /// The code as it stands on the wire, or its Rust name
    #[arg(allow_negative_numbers = true)]
    pub(crate) code: String,
}

/// Read the body of a response and say what it means
///
/// Exits with 0 when the body was recognized, be it a success or a failure, and with 1 otherwise.
///
/// With `--lines`, many bodies are read: one JSON object a line in, such as
/// `{"http_status":409,"operation":null,"body":"..."}`, one JSON object a line out, in order. Status and operation may be
/// null or left out; `body_hex` in place of `body` holds bytes that are not UTF-8. A line that is not such an object
/// gives `{"error":"..."}` in its place, and so does one of more than 64 MiB. The exit status is then 0 unless reading
/// or writing fails.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  curl -s https://api.example.com/carts | cargo xtask decode omnicart --status 409
  cargo xtask decode --lines omnicart < responses.jsonl")]
pub(crate) struct Decode {
    /// The vendor's module name
    pub(crate) vendor: String,

    /// The body; `-` or nothing reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,

    /// The HTTP status that came with the body
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(100..=599), conflicts_with = "lines")]
    pub(crate) status: Option<u16>,

    /// The call that was answered, by its key in the catalog
    #[arg(long, value_name = "OP", conflicts_with = "lines")]
    pub(crate) operation: Option<String>,

    /// What to write [default: text]
    #[arg(long, value_enum)]
    pub(crate) format: Option<DecodeFormat>,

    /// Read many bodies, one JSON object a line
    #[arg(long)]
    pub(crate) lines: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DecodeFormat {
    /// For a person
    Text,
    /// One JSON object on one line
    Json,
}
