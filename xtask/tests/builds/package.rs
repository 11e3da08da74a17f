//! The packages hold what is needed, and programs can be built from them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::ran::cargo;
use crate::{directory, files, program, project};

const PACKAGES: [&str; 6] =
    ["errors-codegen", "errors-tables", "errors-runtime", "errors-gen", "errors-cli", "errors-reqwest"];

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

/// A program that wants one vendor.
const ONE: &str = r#"
fn main() {
    println!("{} {}", errors_gen::VENDORS.len(), errors_gen::commercetools::VENDOR.name());
}
"#;

#[test]
#[ignore = "builds crates"]
fn programs_can_be_built_from_the_packages() {
    let directory = directory("package");
    let staged = staged();
    let packages = PACKAGES.map(|name| staged.join(name));
    let [codegen, tables, runtime, whole, command, middleware] = &packages;

    for file in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let text = fs::read_to_string(project().join(file)).unwrap();
        assert!(!text.is_empty());
        for package in &packages {
            assert_eq!(fs::read_to_string(package.join(file)).unwrap(), text, "{}", package.display());
        }
    }
    assert_eq!(fs::read(whole.join("README.md")).unwrap(), fs::read(project().join("README.md")).unwrap());
    let catalogs = files(&project().join("catalogs"), &["yaml"]);
    assert_eq!(files(&command.join("catalogs"), &["yaml"]), catalogs);
    let sources = files(&project().join("errors-gen/src"), &["rs"]);
    let generated = catalogs.iter().map(|file| format!("generated/{}", file.replace(".yaml", ".rs")));
    let mut expected: Vec<String> =
        sources.into_iter().chain(generated).chain(["generated/catalogs.rs".to_owned()]).collect();
    expected.sort();
    assert_eq!(files(&whole.join("errors-gen/src"), &["rs"]), expected, "the sources and what is generated");
    assert_eq!(files(whole, &["rs"]).len(), expected.len(), "neither a build script nor tests");
    for (package, source) in [(runtime, "errors-gen/runtime"), (tables, "errors-gen/tables")] {
        assert_eq!(files(package, &["rs"]), below_src(&project().join(source)), "the sources, no tests");
    }

    let version = env!("CARGO_PKG_VERSION");
    let manifest = format!(
        "[dependencies]\nerrors-gen = \"{version}\"\n\n{}",
        patches(&[("errors-gen", whole), ("errors-runtime", runtime), ("errors-tables", tables)])
    );
    let user = program(&directory, &manifest, MAIN);
    assert_eq!(cargo(&user, &["run"]).good(), "true\ntrue Some(ConcurrentModification)\ntrue\n");
    let crates = cargo(&user, &["tree", "-e", "normal,build", "--prefix", "none", "--format", "{lib}"]).good();
    assert_eq!(crates, "\nerrors_gen\nerrors_runtime\nerrors_tables\n", "no generator and nothing of others");

    let one = manifest.replace(
        &format!("errors-gen = \"{version}\""),
        &format!(
            "errors-gen = {{ version = \"{version}\", default-features = false, features = [\"commercetools\"] }}"
        ),
    );
    let one = program(&directory.join("one"), &one, ONE);
    assert_eq!(cargo(&one, &["run"]).good(), "1 commercetools\n");

    let needed = [("errors-codegen", codegen), ("errors-runtime", runtime), ("errors-tables", tables)];
    let own = project_of_its_own(&directory, "own-api");
    append(&own.join("Cargo.toml"), &patches(&[&needed[..], &[("errors-gen", whole)]].concat()));
    let said = "warehouse, commercetools\nreserve at most 2\nwarehouse.unavailable.WAREHOUSE_CLOSED: send it again after 120 s\n\
                commercetools.unavailable.OverCapacity: verify\n";
    assert_eq!(cargo(&own, &["run"]).good(), said);
    let script = fs::read_to_string(own.join("build.rs")).unwrap();
    assert!(
        fs::read_to_string(project().join("README.md")).unwrap().contains(&script),
        "README shows this build script"
    );

    let checkout = project_of_its_own(&directory, "checkout");
    let linked =
        [("errors-gen", whole), ("errors-reqwest", middleware), ("errors-runtime", runtime), ("errors-tables", tables)];
    append(&checkout.join("Cargo.toml"), &patches(&linked));
    assert!(cargo(&checkout, &["test"]).good().contains("test result: ok. 4 passed"), "the tests of the checkout");

    // The command has the catalogs of its package, wherever it runs.
    append(&command.join("Cargo.toml"), &format!("[workspace]\n\n{}", patches(&needed)));
    let explained = cargo(command, &["run", "--", "explain", "commercetools", "ConcurrentModification"]);
    assert!(explained.good().starts_with("commercetools ConcurrentModification: ConcurrentModification\n"));
}

/// The end of a manifest that takes these packages from where they were staged.
fn patches(packages: &[(&str, &PathBuf)]) -> String {
    let patches = packages.iter().map(|(name, path)| format!("{name} = {{ path = \"{}\" }}\n", path.display()));
    ["[patch.crates-io]\n".to_owned()].into_iter().chain(patches).collect()
}

/// The Rust files below `src` of a package, as paths from it.
fn below_src(package: &Path) -> Vec<String> {
    files(&package.join("src"), &["rs"]).into_iter().map(|file| format!("src/{file}")).collect()
}

/// A copy of one of the projects in `errors-gen/projects`, with the versions that this project is tested with.
fn project_of_its_own(directory: &Path, name: &str) -> PathBuf {
    let (from, to) = (project().join("errors-gen/projects").join(name), directory.join(name));
    for file in files(&from, &["rs", "toml", "yaml"]) {
        let copy = to.join(&file);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(from.join(&file), copy).unwrap();
    }
    fs::copy(project().join("Cargo.lock"), to.join("Cargo.lock")).unwrap();
    to
}

/// Adds text to a file.
fn append(file: &Path, text: &str) {
    fs::write(file, format!("{}\n{text}", fs::read_to_string(file).unwrap())).unwrap();
}

/// Stages the packages as they are to be published, and returns where they are.
fn staged() -> PathBuf {
    let dist = Command::new(env!("CARGO_BIN_EXE_xtask")).arg("dist").output().unwrap();
    assert!(dist.status.success(), "{}", String::from_utf8_lossy(&dist.stderr));
    let paths = String::from_utf8(dist.stdout).unwrap();
    let packages: Vec<&Path> = paths.lines().map(Path::new).collect();
    let names: Vec<_> = packages.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    assert!(PACKAGES.iter().all(|name| names.contains(name)), "{names:?}");
    packages[0].parent().unwrap().to_owned()
}
