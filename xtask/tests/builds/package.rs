//! The packages hold what is needed, and programs can be built from them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ran::cargo;
use crate::{directory, files, program, project};

const PACKAGES: [&str; 5] = ["errors-codegen", "errors-tables", "errors-runtime", "errors-gen", "errors-cli"];

const MAIN: &str = r##"
use errors_gen::{Outcome, VENDORS, commercetools};

fn main() {
    println!("{}", VENDORS.iter().any(|vendor| vendor.name() == "commercetools"));
    let body = r#"{"statusCode":409,"message":"Version mismatch.","errors":[
        {"code":"ConcurrentModification","message":"Version mismatch.","currentVersion":7}]}"#;
    let response = commercetools::read(409, body);
    println!("{} {:?}", response.outcome() == Outcome::Failed, response.code());
    println!("{}", response.code() == commercetools::Code::from_wire("ConcurrentModification"));
}
"##;

/// A program with a catalog of its own, `sixth.yaml`.
const OWN: &str = r##"
include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));

fn main() {
    let response = sixth::read(503, r#"{"fault":{"detail":{"code":"GATEWAY_DOWN"},"text":"no route"}}"#);
    println!("{} {:?}", VENDORS.len(), response.code());
}
"##;

#[test]
#[ignore = "builds crates"]
fn programs_can_be_built_from_the_packages() {
    let directory = directory("package");
    let packages = pack(&directory);
    let unpacked = PACKAGES.map(|name| unpacked(&packages, name, &directory));
    let [codegen, tables, runtime, whole, command] = &unpacked;

    for file in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let text = fs::read_to_string(project().join(file)).unwrap();
        assert!(!text.is_empty());
        for package in &unpacked {
            assert_eq!(fs::read_to_string(package.join(file)).unwrap(), text, "{}", package.display());
        }
    }
    assert_eq!(fs::read(whole.join("README.md")).unwrap(), fs::read(project().join("README.md")).unwrap());
    for package in [whole, command] {
        assert_eq!(files(&package.join("catalogs"), &["yaml"]), files(&project().join("catalogs"), &["yaml"]));
    }
    let sources = files(&project().join("errors-gen/src"), &["rs"]);
    let expected: Vec<String> = ["build.rs".to_owned()]
        .into_iter()
        .chain(sources.into_iter().map(|file| format!("errors-gen/src/{file}")))
        .collect();
    assert_eq!(files(whole, &["rs"]), expected, "build.rs and the sources, no tests");
    for (package, source) in [(runtime, "errors-gen/runtime"), (tables, "errors-gen/tables")] {
        assert_eq!(files(package, &["rs"]), below_src(&project().join(source)), "the sources, no tests");
    }

    let version = env!("CARGO_PKG_VERSION");
    let members = [("codegen", codegen), ("tables", tables), ("runtime", runtime)];
    let patches = members.map(|(name, path)| format!("errors-{name} = {{ path = {path:?} }}\n")).concat();
    let patches = format!("[patch.crates-io]\n{patches}");
    let manifest =
        format!("[dependencies]\nerrors-gen = \"{version}\"\n\n{patches}errors-gen = {{ path = {whole:?} }}\n");
    let user = program(&directory, &manifest, MAIN);
    assert_eq!(cargo(&user, &["run"]).good(), "true\ntrue Some(ConcurrentModification)\ntrue\n");

    let manifest = format!(
        "[dependencies]\nerrors-runtime = \"{version}\"\n\n[build-dependencies]\nerrors-codegen = \"{version}\"\n\n{patches}"
    );
    let own = program(&directory.join("own"), &manifest, OWN);
    fs::write(own.join("build.rs"), build_script_of_readme()).unwrap();
    fs::create_dir(own.join("catalogs")).unwrap();
    fs::write(own.join("catalogs/sixth.yaml"), include_str!("sixth.yaml")).unwrap();
    assert_eq!(cargo(&own, &["run"]).good(), "1 Some(GatewayDown)\n");

    // The command has the catalogs of its package, wherever it runs.
    let manifest = fs::read_to_string(command.join("Cargo.toml")).unwrap();
    fs::write(command.join("Cargo.toml"), format!("{manifest}\n[workspace]\n\n{patches}")).unwrap();
    let explained = cargo(command, &["run", "--", "explain", "commercetools", "ConcurrentModification"]);
    assert!(explained.good().starts_with("commercetools ConcurrentModification: ConcurrentModification\n"));
}

/// The Rust files below `src` of a package, as paths from it.
fn below_src(package: &Path) -> Vec<String> {
    files(&package.join("src"), &["rs"]).into_iter().map(|file| format!("src/{file}")).collect()
}

/// The build script that README.md shows to those who have catalogs of their own.
fn build_script_of_readme() -> String {
    let readme = fs::read_to_string(project().join("README.md")).unwrap();
    let (_, script) = readme.split_once("```rust,no_run\n").unwrap();
    script.split_once("```").unwrap().0.to_owned()
}

/// Packs the crates, and returns where the packages are.
fn pack(directory: &Path) -> PathBuf {
    let target = directory.join("target");
    let mut arguments = vec!["package", "--locked", "--allow-dirty", "--no-verify"];
    arguments.extend(PACKAGES.iter().flat_map(|name| ["-p", name]));
    arguments.extend(["--target-dir", target.to_str().unwrap()]);
    let packed = cargo(project(), &arguments);
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
