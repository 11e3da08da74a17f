//! The commands as other tools and people call them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where something is amiss")]

mod book;
mod check;
mod decode;
mod decoded;
mod diff;
mod embedded;
mod explain;
mod export;
mod levels;
mod lines;
mod on_call;
mod reports;
mod usage;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a command did.
#[derive(Debug)]
struct Ran {
    status: i32,
    stdout: String,
    stderr: String,
}

impl Ran {
    /// Standard output as JSON.
    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Standard output as one JSON value a line.
    fn json_lines(&self) -> Vec<serde_json::Value> {
        let parse = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        self.stdout.lines().map(parse).collect()
    }
}

/// A directory of made-up catalogs.
fn catalogs(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/catalogs").join(name)
}

fn command(directory: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_errors"));
    command.arg("--catalogs").arg(catalogs(directory)).args(arguments);
    command
}

/// Runs a command on the sound catalogs.
fn run(arguments: &[&str]) -> Ran {
    run_in("sound", arguments, b"")
}

/// Runs a command with something on standard input.
fn run_with(input: impl AsRef<[u8]>, arguments: &[&str]) -> Ran {
    run_in("sound", arguments, input.as_ref())
}

fn run_in(directory: &str, arguments: &[&str], input: &[u8]) -> Ran {
    let mut command = command(directory, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let output = std::thread::scope(|scope| {
        // A command that does not read its input may end before all of it is written.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().unwrap()
    });
    Ran {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
