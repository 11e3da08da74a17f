//! `cargo bench` at the root: runs all benchmarks, which are a package of their own.

use std::env;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let mut arguments: Vec<_> = env::args_os().skip(1).collect();
    let given = arguments.len();
    // Cargo says so when it benchmarks, and not when it tests all targets.
    arguments.retain(|argument| argument != "--bench");
    if arguments.len() == given {
        println!("nothing is measured: `cargo bench` does that");
        return ExitCode::SUCCESS;
    }
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["bench", "--package", "errors-gen-bench", "--bench", "figures", "--"]).args(arguments);
    match command.current_dir(env!("CARGO_MANIFEST_DIR")).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: cargo does not start, so nothing was measured: {error}");
            ExitCode::FAILURE
        }
    }
}
