//! The arguments of the commands.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// A command with its arguments.
#[derive(Debug, Subcommand)]
#[allow(missing_docs, reason = "a doc comment here would hide the help that stands at the arguments")]
pub enum Command {
    Check(Check),
    Show(Show),
    Explain(Explain),
    Decode(Decode),
    Export(Export),
    Diff(Diff),
    Book(Book),
    /// Print the JSON Schema of catalogs, by which editors complete keys and explain them
    ///
    /// An editor uses it for a file whose first line is `# yaml-language-server: $schema=catalog.schema.json`.
    #[command(after_help = "Example:\n  errors schema > catalog.schema.json")]
    Schema,
}

/// Report everything that is wrong with the catalogs, each with its place and how to correct it
///
/// The examples of every sound catalog are read as well, and every code is written and read back: what does not read as it
/// should is a problem.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  errors check catalogs/omnicart.yaml")]
pub struct Check {
    /// Check only these catalogs, and those of these directories
    #[arg(value_name = "FILE|DIR")]
    pub(crate) files: Vec<PathBuf>,
}

/// Print the Rust that is generated for a vendor
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  errors show omnicart | less")]
pub struct Show {
    /// The vendor's module name, which is the stem of its file
    pub(crate) vendor: String,
}

/// Print the catalogs with everything resolved, for other tools or as pages
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  errors export omnicart bonsai --format markdown > errors.md")]
pub struct Export {
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
    /// The same as JSON, as YAML
    Yaml,
}

/// Write a site of all codes: a page for each, with search, as files that need no server
///
/// Each page has a twin in Markdown beside it; `codes.json` has everything as data. Pages ask no other host for anything.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  errors book --out site")]
pub struct Book {
    /// The directory to write to; files of the same names are replaced
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,

    /// Only these vendors; all when none is named
    #[arg(value_name = "VENDOR")]
    pub(crate) vendors: Vec<String>,
}

/// Compare the catalogs with an earlier state: what changed, and what that asks of the programs that use them
///
/// Each change is major (something is gone, or programs act otherwise), minor (something is new) or patch (a sentence or an
/// address). Advice that was `never` or `verify_first` and is no longer is a change of its own. The examples of both states
/// are read by both, and what reads as something else now is a change, too.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  errors diff --catalogs catalogs\n  errors diff --catalogs catalogs v1.2.0 --fail-on major\n  errors diff base.json"
)]
pub struct Diff {
    /// A directory of catalogs, a file that `export` wrote, or a git revision of the directory of catalogs
    #[arg(default_value = "HEAD")]
    pub(crate) base: String,

    /// What to write
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,

    /// Exit with 1 where a change has this grade or a higher one
    #[arg(long, value_enum, value_name = "GRADE")]
    pub(crate) fail_on: Option<crate::diff::Grade>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For a person
    Text,
    /// An object with all changes as rows
    Json,
    /// A table, as for release notes
    Markdown,
}

/// Explain a code or an HTTP status: all that its catalog knows
///
/// What is both is explained as a code first. Exits with 1 where the catalog knows neither; what is close is named, also of
/// other vendors.
#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  errors explain omnicart 124102\n  errors explain abicart -32601\n  errors explain omnicart 503"
)]
pub struct Explain {
    /// The vendor's module name
    pub(crate) vendor: String,

    /// The code as it stands on the wire, leading zeros aside, or its Rust name; or an HTTP status or its name
    #[arg(allow_negative_numbers = true)]
    pub(crate) code: String,
}

/// Read the body of a response and say what it means
///
/// Says what failed, what to do and whether to send the request again, then all else that is known. What the catalog marks as
/// personal or secret is shown, with a mark. A body that is not recognized is compared with those of the other vendors.
///
/// Exits with 0 when the body was recognized, be it a success or a failure, and with 1 otherwise.
///
/// With `--lines`, many bodies are read: one JSON object a line in, such as
/// `{"http_status":409,"operation":null,"method":"POST","headers":{"Retry-After":"5"},"body":"..."}`, one JSON object a line
/// out, in order. All but the body may be null or left out; a header may have a list of values; `body_hex` in place of `body` holds bytes that are not UTF-8. A line that is not such an object
/// gives `{"error":"..."}` in its place, and so does one of more than 64 MiB. The exit status is then 0 unless reading
/// or writing fails.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  curl -s https://api.example.com/carts | errors decode omnicart --status 409
  errors decode --lines omnicart < responses.jsonl
  errors decode --lines --jobs --select code,label omnicart responses.jsonl")]
pub struct Decode {
    /// The vendor's module name
    pub(crate) vendor: String,

    /// The body; `-` or nothing reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,

    /// The HTTP status that came with the body
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(100..=599), conflicts_with = "lines")]
    pub(crate) status: Option<u16>,

    /// The HTTP method of the request, by which the decision is made [default: GET]
    #[arg(long, value_name = "M", conflicts_with = "lines")]
    pub(crate) method: Option<String>,

    /// A header of the response, such as `Retry-After: 5`; any number of them
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = parse_header, conflicts_with = "lines")]
    pub(crate) headers: Vec<(String, String)>,

    /// The call that was answered, by its key in the catalog
    #[arg(long, value_name = "OP", conflicts_with = "lines")]
    pub(crate) operation: Option<String>,

    /// What to write [default: text]
    #[arg(long, value_enum)]
    pub(crate) format: Option<DecodeFormat>,

    /// Read many bodies, one JSON object a line
    #[arg(long)]
    pub(crate) lines: bool,

    /// Write only these facts of each response: `{"code":"124102","kind":"already_exists"}`
    #[arg(long, value_enum, value_name = "FACT", value_delimiter = ',', requires = "lines")]
    pub(crate) select: Vec<Select>,

    /// Read on so many threads; on all cores where no number is given. The answers keep their order
    #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true, default_missing_value = "0", requires = "lines")]
    pub(crate) jobs: Option<usize>,
}

/// A fact of a response that can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Select {
    /// The code of the error that failed the request; null where there is none
    Code,
    /// The canonical kind of the response
    Kind,
    /// What the error is about
    Topic,
    /// The label for metrics: `omnicart.already_exists.124102`
    Label,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DecodeFormat {
    /// For a person
    Text,
    /// One JSON object on one line
    Json,
}

/// Reads `Retry-After: 5`.
fn parse_header(line: &str) -> Result<(String, String), String> {
    let (name, value) = line.split_once(':').ok_or("a header is written `Name: value`")?;
    if name.is_empty() || name.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err("the name before the colon is no name of a header".to_owned());
    }
    Ok((name.to_owned(), value.trim().to_owned()))
}
