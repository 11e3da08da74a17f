//! The command as it is installed: with the catalogs in it, and no repository around it.

use std::path::Path;
use std::process::{Command, Output};

/// Runs the command in a directory that has no catalogs.
fn installed(arguments: &[&str]) -> Output {
    let directory = std::env::temp_dir();
    Command::new(env!("CARGO_BIN_EXE_errors")).current_dir(directory).args(arguments).output().unwrap()
}

fn catalogs() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalogs").to_str().unwrap().to_owned()
}

#[test]
fn the_embedded_catalogs_are_those_of_the_repository() {
    for arguments in [&["check"][..], &["export"], &["export", "--format", "markdown", "bonsai"], &["show", "abicart"]]
    {
        let embedded = installed(arguments);
        assert!(embedded.status.success(), "{embedded:?}");
        let read = installed(&[arguments, &["--catalogs", &catalogs()]].concat());
        assert_eq!(embedded.stdout, read.stdout, "{arguments:?}");
    }
}

#[test]
fn every_embedded_vendor_can_be_asked_for() {
    let exported: serde_json::Value = serde_json::from_slice(&installed(&["export"]).stdout).unwrap();
    let vendors = exported.as_array().unwrap();
    assert_eq!(vendors.len(), std::fs::read_dir(catalogs()).unwrap().filter(is_catalog).count());
    for vendor in vendors {
        let (name, code) = (vendor["vendor"].as_str().unwrap(), vendor["codes"][0]["code"].as_str().unwrap());
        let explained = installed(&["explain", name, code]);
        assert!(explained.status.success() && !explained.stdout.is_empty(), "{explained:?}");
    }
}

#[test]
fn a_body_that_was_written_has_the_fields_of_its_code_and_not_those_of_every_error() {
    for (code, own, shared) in
        [("General", "statusCode", "errorByExtension"), ("OutOfStock", "skus", "localizedMessage")]
    {
        let explained = String::from_utf8(installed(&["explain", "commercetools", code]).stdout).unwrap();
        let (listed, body) = explained.split_once("made of what is listed here").unwrap();
        assert!(listed.contains(shared) && body.contains(own) && !body.contains(shared), "{explained}");
    }
}

fn is_catalog(entry: &std::io::Result<std::fs::DirEntry>) -> bool {
    entry.as_ref().is_ok_and(|entry| entry.path().extension().is_some_and(|extension| extension == "yaml"))
}

#[test]
fn an_unknown_vendor_is_answered_with_the_embedded_ones() {
    let ran = installed(&["explain", "omnicrat", "1"]);
    assert_eq!(ran.status.code(), Some(2));
    let told = String::from_utf8(ran.stderr).unwrap();
    assert!(told.contains("there is no vendor `omnicrat` among the built-in catalogs"), "{told}");
    assert!(told.contains("did you mean `omnicart`?"), "{told}");
}
