//! What is printed: Markdown, with what it was measured on.

use std::fmt::{self, Write as _};
use std::io::{self, Write as _};
use std::process::Command;
use std::time::SystemTime;

use errors_cli::Failure;

/// The figures of some rounds.
#[derive(Clone, Debug, Default)]
pub(super) struct Figures(pub(super) Vec<f64>);

impl Figures {
    /// The one in the middle.
    pub(super) fn median(&self) -> f64 {
        let mut figures = self.0.clone();
        figures.sort_by(f64::total_cmp);
        figures.get(figures.len() / 2).copied().unwrap_or_default()
    }
}

impl fmt::Display for Figures {
    /// `1.25 [1.20 .. 1.31]`, or `1.25` of a single round.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.median())?;
        if self.0.len() < 2 {
            return Ok(());
        }
        let least = self.0.iter().copied().fold(f64::INFINITY, f64::min);
        let most = self.0.iter().copied().fold(0.0, f64::max);
        write!(f, " [{least:.2} .. {most:.2}]")
    }
}

/// Prints a heading.
pub(super) fn heading(text: &str) -> Result<(), Failure> {
    print(&format!("## {text}\n\n"))
}

/// Prints a paragraph.
pub(super) fn paragraph(text: &str) -> Result<(), Failure> {
    print(&format!("{text}\n\n"))
}

/// Prints a table. The columns behind the first one hold numbers.
pub(super) fn table(head: &[&str], rows: &[Vec<String>]) -> Result<(), Failure> {
    let mut text = format!("| {} |\n|---|{}\n", head.join(" | "), "---:|".repeat(head.len().saturating_sub(1)));
    for row in rows {
        // Writing to a string never fails.
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
    print(&format!("{text}\n"))
}

/// Says on what and when all this is measured.
pub(super) fn machine() -> Result<(), Failure> {
    let cores =
        std::thread::available_parallelism().map_or_else(|_| "an unknown number of".to_owned(), |n| n.to_string());
    let date = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
    let day = date.split('T').next().unwrap_or_default();
    let rustc = Command::new("rustc").arg("--version").output();
    let rustc = rustc.map_or_else(
        |_| "rustc of an unknown version".to_owned(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    );
    paragraph(&format!("Measured {day}: {}, {cores} cores, {}, {rustc}.", processor(), std::env::consts::OS))
}

/// What the processor calls itself, as far as it can be told.
fn processor() -> String {
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = told.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ")).map(|(_, name)| name);
    name.unwrap_or(std::env::consts::ARCH).to_owned()
}

fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}
