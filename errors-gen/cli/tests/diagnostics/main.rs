//! What `errors check` says of catalogs that are wrong.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where something is amiss")]

mod directories;
mod golden;
mod hostile;
mod mistakes;
mod schema;
mod together;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

/// What `check` did.
#[derive(Debug)]
struct Checked {
    status: i32,
    stdout: String,
    stderr: String,
}

/// Runs `check` as somebody in this directory would, without colors.
fn check(directory: &Path, arguments: &[&str]) -> Checked {
    let output = Command::new(env!("CARGO_BIN_EXE_errors"))
        .current_dir(directory)
        .env_remove("CLICOLOR_FORCE")
        .env("NO_COLOR", "1")
        .arg("check")
        .args(arguments)
        .output()
        .unwrap();
    Checked {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The directory of these tests.
fn tests() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// A directory of its own for a test, removed at its end.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let path = env::temp_dir().join(format!("errors-cli-{}-{name}", process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        for (file, bytes) in files {
            let file = path.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
        Self(path)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A small sound catalog of this vendor.
fn sound(vendor: &str) -> String {
    format!(
        "\
vendor: {vendor}
title: A shop
sources: [https://docs.example.com/errors]
reviewed: 2026-11-21
code: text
envelopes:
  - name: error
    items: [{{ at: $.error, code: code, message: message }}]
sections:
  - title: Orders
    codes:
      OUT_OF_STOCK:
        status: 409
        kind: failed_precondition
        topic: out_of_stock
        audience: customer
        meaning: The shop has not enough of an item.
        action: Order fewer.
        retry: after_fix
"
    )
}
