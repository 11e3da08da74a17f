//! Running cargo.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What a command did.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) success: bool,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    /// Standard output of a command that must have succeeded, and without a warning.
    pub(crate) fn good(self) -> String {
        let Self { success, stdout, stderr } = self;
        assert!(success && !stderr.contains("warning"), "{stdout}\n{stderr}");
        stdout
    }
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("target")
}

/// Runs cargo in a directory, which fetches nothing.
///
/// All tests build into one directory, so that what they depend on is built once.
pub(crate) fn cargo(directory: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(directory);
    for inherited in ["CARGO_BUILD_TARGET", "CARGO_TERM_QUIET", "CARGO_TERM_VERBOSE", "CLICOLOR_FORCE"] {
        command.env_remove(inherited);
    }
    command.env("CARGO_TARGET_DIR", target());
    // Programs that run once need nothing for a debugger.
    command
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_TERM_COLOR", "never")
        .env("RUST_BACKTRACE", "1");
    let output = command.output().unwrap();
    Ran {
        success: output.status.success(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
