//! The packages hold what is needed, and programs can be built from them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ran::cargo;
use crate::{directory, files, program, project};

const MAIN: &str = r##"
use errors_gen::{Outcome, VENDORS, commercetools};

fn main() {
    println!("{}", VENDORS.iter().any(|vendor| vendor.name == "commercetools"));
    let body = r#"{"statusCode":409,"message":"Version mismatch.","errors":[
        {"code":"ConcurrentModification","message":"Version mismatch.","currentVersion":7}]}"#;
    let response = commercetools::read(409, body);
    println!("{} {:?}", response.outcome() == Outcome::Failed, response.code());
    println!("{}", response.code() == commercetools::Code::from_wire("ConcurrentModification"));
}
"##;

#[test]
#[ignore = "builds crates"]
fn programs_can_be_built_from_the_packages() {
    let directory = directory("package");
    let packages = pack(&directory);
    let [codegen, runtime] = ["errors-codegen", "errors-gen"].map(|name| unpacked(&packages, name, &directory));

    for file in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let text = fs::read_to_string(project().join(file)).unwrap();
        assert!(!text.is_empty());
        for package in [&codegen, &runtime] {
            assert_eq!(fs::read_to_string(package.join(file)).unwrap(), text, "{}", package.display());
        }
    }
    assert_eq!(fs::read(runtime.join("README.md")).unwrap(), fs::read(project().join("README.md")).unwrap());
    assert_eq!(files(&runtime.join("catalogs"), &["yaml"]), files(&project().join("catalogs"), &["yaml"]));
    let sources = files(&project().join("errors-gen/src"), &["rs"]);
    let expected: Vec<String> = ["build.rs".to_owned()]
        .into_iter()
        .chain(sources.into_iter().map(|file| format!("errors-gen/src/{file}")))
        .collect();
    assert_eq!(files(&runtime, &["rs"]), expected, "build.rs and the sources, no tests");

    let manifest = format!(
        "[dependencies]\nerrors-gen = \"{}\"\n\n[patch.crates-io]\nerrors-codegen = {{ path = {codegen:?} }}\n\
         errors-gen = {{ path = {runtime:?} }}\n",
        env!("CARGO_PKG_VERSION")
    );
    let program = program(&directory, &manifest, MAIN);
    assert_eq!(cargo(&program, &["run"]).good(), "true\ntrue Some(ConcurrentModification)\ntrue\n");
}

/// Packs both crates, and returns where the packages are.
fn pack(directory: &Path) -> PathBuf {
    let target = directory.join("target");
    let arguments = ["package", "-p", "errors-codegen", "-p", "errors-gen", "--locked", "--allow-dirty", "--no-verify"];
    let packed = cargo(project(), &[&arguments[..], &["--target-dir", target.to_str().unwrap()]].concat());
    assert!(packed.success, "{}", packed.stderr);
    target.join("package")
}

/// Unpacks a package, and returns its root.
fn unpacked(packages: &Path, name: &str, to: &Path) -> PathBuf {
    let stem = format!("{name}-{}", env!("CARGO_PKG_VERSION"));
    let archive = packages.join(format!("{stem}.crate"));
    let status = Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(to).status().unwrap();
    assert!(status.success());
    to.join(stem)
}
