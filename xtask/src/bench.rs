//! `bench`: the benchmarks, judged by their bounds.

use std::process::Command;

use errors_cli::{Failure, Message, Verdict};

/// Builds and runs them: their short form, or what counts instructions. A program of its own, so that `xtask` does not
/// depend on what is compared.
pub(crate) fn run(count: bool) -> Result<Verdict, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["bench", "--quiet", "--package", "errors-gen-bench", "--bench", "figures", "--"]);
    command.arg(if count { "--count" } else { "--short" });
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    match command.status() {
        Ok(status) if status.success() => Ok(Verdict::Good),
        Ok(_) => Ok(Verdict::Bad),
        Err(error) => Err(Failure::Bad(Message::new(format!("cargo does not start: {error}")))),
    }
}
