//! `deep`: the checks that take too long for every change, or need toolchains that not everybody has.

mod checks;
pub(crate) mod fuzz;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use errors_cli::{Failure, Message, Verdict};

use checks::{CHECKS, Check};

/// How a check ended.
enum End {
    Passed,
    Failed(String),
    /// What it needs is not there, and could not be had.
    Skipped(String),
}

/// Runs the checks with these names, or all, and says how each ended.
///
/// # Errors
///
/// There is no check of a name.
pub(crate) fn run(names: &[String]) -> Result<Verdict, Failure> {
    if let Some(unknown) = names.iter().find(|name| CHECKS.iter().all(|check| check.name != name.as_str())) {
        let known: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
        return Err(Failure::Usage(Message::new(format!("there is no check {unknown}, only {}", known.join(", ")))));
    }
    let chosen = CHECKS.iter().filter(|check| names.is_empty() || names.iter().any(|name| name == check.name));
    let ended: Vec<(&Check, End, Duration)> = chosen
        .map(|check| {
            eprintln!("\n==> {}: {}", check.name, check.about);
            let start = Instant::now();
            let end = carry_out(check);
            (check, end, start.elapsed())
        })
        .collect();
    println!();
    for (check, end, took) in &ended {
        let said = match end {
            End::Passed => "passed".to_owned(),
            End::Failed(why) => format!("FAILED: {why}"),
            End::Skipped(why) => format!("skipped: {why}"),
        };
        println!("{:<10} {:>5} s  {said}", check.name, took.as_secs());
    }
    let failed = ended.iter().any(|(_, end, _)| matches!(end, End::Failed(_)));
    Ok(if failed { Verdict::Bad } else { Verdict::Good })
}

/// Sees to what a check needs, then runs its commands.
fn carry_out(check: &Check) -> End {
    for line in check.needs {
        if let Err(why) = execute(check, line) {
            return End::Skipped(why);
        }
    }
    match check.runs.iter().try_for_each(|line| execute(check, line)) {
        Ok(()) => End::Passed,
        Err(why) => End::Failed(why),
    }
}

/// Executes a command, whose words are separated by spaces, in the workspace. What it builds stays apart from other
/// builds, since each toolchain and each set of features would build everything anew.
fn execute(check: &Check, line: &str) -> Result<(), String> {
    eprintln!("    {line}");
    let target = super::dist::target().join("deep");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let tools = std::iter::once(target.join("tools/bin")).chain(std::env::split_paths(&path));
    let mut words = line.split_ascii_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command
        .args(words.map(|word| word.replace("{tools}", &target.join("tools").to_string_lossy())))
        .current_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")))
        .env("PATH", std::env::join_paths(tools).map_err(|error| error.to_string())?)
        .env("CARGO_TARGET_DIR", target.join(check.name))
        .envs(check.environment.iter().copied());
    // Set by the cargo that runs this program, for its own toolchain.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text == "RUSTUP_TOOLCHAIN" || text == "CARGO" || text.starts_with("CARGO_PKG_") {
            command.env_remove(name);
        }
    }
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` ended with {status}")),
        Err(error) => Err(format!("`{line}` does not start: {error}")),
    }
}
