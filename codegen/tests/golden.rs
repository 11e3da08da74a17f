//! The generator, from catalogs to files: `golden/<name>.yaml` gives `golden/<name>.rs`.
//!
//! `UPDATE_GOLDEN=1 cargo test -p errors-codegen --test golden` writes the files anew. Look at the difference.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

use std::fs;
use std::path::PathBuf;

use errors_codegen::model::Vendor;
use errors_codegen::{Options, generate, read_text};

const NAMES: [&str; 3] = ["digits", "integer", "text"];

fn path(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(file)
}

fn vendor(name: &str) -> Vendor {
    let catalog = fs::read_to_string(path(&format!("{name}.yaml"))).unwrap();
    read_text(name, &catalog).unwrap_or_else(|findings| panic!("{findings}"))
}

#[test]
fn catalogs_give_the_golden_files() {
    let files = generate(&NAMES.map(vendor), &Options::new()).unwrap();
    let mut stale = Vec::new();
    for file in &files {
        let golden = path(&file.name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &file.text).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != file.text {
            stale.push(file.name.as_str());
        }
    }
    assert!(stale.is_empty(), "{stale:?} differ; run `UPDATE_GOLDEN=1 cargo test -p errors-codegen --test golden`");
}
