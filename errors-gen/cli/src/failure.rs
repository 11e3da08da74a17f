//! How a command ends.

use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use errors_codegen::finding::Findings;
use errors_codegen::text::OneLine;
use errors_codegen::words::listed;

use crate::report;

/// What a command that did its work found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All is well.
    Good,
    /// What was checked or read is bad; the command has said so.
    Bad,
}

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// The command was called wrongly.
    Usage(Message),
    /// What it was to read is bad or missing.
    Bad(Message),
    /// A catalog it needs is bad.
    Catalog(Findings),
    /// Its output could not be written.
    Output(io::Error),
}

/// What is wrong and what to do about it.
#[derive(Debug)]
pub struct Message {
    /// What, in one sentence without a full stop.
    what: String,
    /// What to do; each stands on a line of its own.
    help: Vec<String>,
}

impl Message {
    /// A message without help.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), help: Vec::new() }
    }

    /// Adds a line that says what to do.
    #[must_use]
    pub fn help(mut self, line: impl Into<String>) -> Self {
        self.help.push(line.into());
        self
    }

    /// Adds `did you mean ...?` where there is something similar.
    pub(crate) fn did_you_mean(self, similar: &[&str]) -> Self {
        if similar.is_empty() {
            return self;
        }
        let question = format!("did you mean {}?", listed(similar.iter().copied()));
        self.help(question)
    }

    /// Writes the message in the style of cargo and rustc.
    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let error = Style::new().bold().fg_color(Some(AnsiColor::BrightRed.into()));
        let help = Style::new().bold().fg_color(Some(AnsiColor::BrightCyan.into()));
        writeln!(out, "{error}error{error:#}: {}", OneLine(&self.what))?;
        for line in &self.help {
            writeln!(out, "  {help}help{help:#}: {}", OneLine(line))?;
        }
        Ok(())
    }
}

/// The exit status: 0 when all is well, 1 when what was checked or read is bad, 2 on wrong usage. A failure is told on
/// standard error.
#[must_use]
pub fn exit_code(ended: Result<Verdict, Failure>) -> ExitCode {
    match ended {
        Ok(Verdict::Good) => ExitCode::SUCCESS,
        Ok(Verdict::Bad) => ExitCode::from(1),
        Err(failure) => failure.report(),
    }
}

impl Failure {
    /// Says on standard error what went wrong.
    fn report(&self) -> ExitCode {
        let mut out = anstream::stderr().lock();
        // Where standard error cannot be written either, the exit status is all that is left to say.
        let _ = match self {
            Self::Usage(message) | Self::Bad(message) => message.write(&mut out),
            Self::Catalog(findings) => report::write(&findings.0, &mut out),
            // Whoever read the output has seen enough.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Self::Output(error) => Message::new(format!("cannot write the output: {error}")).write(&mut out),
        };
        ExitCode::from(if matches!(self, Self::Usage(_)) { 2 } else { 1 })
    }
}

impl From<io::Error> for Failure {
    /// Errors of reading are put into words where they happen; what is left comes from writing.
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

impl From<Findings> for Failure {
    fn from(findings: Findings) -> Self {
        Self::Catalog(findings)
    }
}
