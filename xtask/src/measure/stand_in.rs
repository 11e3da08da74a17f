//! Standing in for rustc: cargo calls this program, which calls rustc and notes how long that took.

use std::env;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::SystemTime;

/// The environment variable that names the file of the notes.
pub(super) const NOTES: &str = "ERRORS_GEN_MEASURE_NOTES";

/// A crate that was compiled.
#[derive(Clone, Debug)]
pub(super) struct Compiled {
    /// The crate's name as rustc knows it.
    pub(super) name: String,
    /// The package's name.
    pub(super) package: String,
    /// When rustc was started, in seconds since some time.
    pub(super) start: f64,
    /// When it had ended.
    pub(super) end: f64,
}

impl Compiled {
    /// How long it took, in seconds.
    pub(super) fn seconds(&self) -> f64 {
        self.end - self.start
    }
}

/// Does rustc's work where cargo called this program for that; `None` where it did not.
pub(crate) fn stand_in() -> Option<ExitCode> {
    let notes = env::var_os(NOTES)?;
    let mut arguments = env::args_os().skip(1);
    let rustc = arguments.next()?;
    let arguments: Vec<_> = arguments.collect();
    let start = now();
    let status = match Command::new(&rustc).args(&arguments).status() {
        Ok(status) => status,
        Err(error) => {
            eprintln!("error: {} does not start: {error}", Path::new(&rustc).display());
            return Some(ExitCode::FAILURE);
        }
    };
    let name = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    // Cargo also calls rustc to ask what it is.
    if let (Some(name), Ok(package)) = (name, env::var("CARGO_PKG_NAME")) {
        let line = format!("{}\t{package}\t{start}\t{}\n", name.to_string_lossy(), now());
        let written =
            File::options().append(true).create(true).open(&notes).and_then(|mut file| file.write_all(line.as_bytes()));
        if let Err(error) = written {
            eprintln!("error: cannot write `{}`: {error}", Path::new(&notes).display());
            return Some(ExitCode::FAILURE);
        }
    }
    Some(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What was noted, in the order of the ends.
pub(super) fn compiled(notes: &Path) -> Vec<Compiled> {
    let text = fs::read_to_string(notes).unwrap_or_default();
    let parse = |line: &str| {
        let mut parts = line.split('\t');
        let (name, package) = (parts.next()?.to_owned(), parts.next()?.to_owned());
        Some(Compiled { name, package, start: parts.next()?.parse().ok()?, end: parts.next()?.parse().ok()? })
    };
    text.lines().filter_map(parse).collect()
}

fn now() -> f64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64())
}
