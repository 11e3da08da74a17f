//! Every file beside this one is a module of the test binary.

use std::fs;

use crate::corpus;

#[test]
fn no_test_file_is_orphaned() {
    let main = fs::read_to_string(corpus::tests().join("main.rs")).expect("main.rs");
    for entry in fs::read_dir(corpus::tests()).expect("the tests") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("main.rs") {
            let stem = path.file_stem().expect("a stem").to_string_lossy();
            assert!(main.contains(&format!("mod {stem};")), "{} is not in main.rs", path.display());
        }
    }
}

#[test]
fn every_target_under_errors_gen_is_listed() {
    let manifest = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).expect("Cargo.toml");
    for folder in ["examples", "benches"] {
        let Ok(entries) = fs::read_dir(corpus::tests().join("..").join(folder)) else {
            continue;
        };
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                let listed = format!("errors-gen/{folder}/{}", path.file_name().expect("a name").to_string_lossy());
                assert!(manifest.contains(&listed), "{listed} is not in Cargo.toml");
            }
        }
    }
}
