//! `measure build`: the first build of a program that depends on the crate.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::lab::{self, Lab};
use super::report::{self, Figures};
use super::stand_in::Compiled;
use crate::dist;
use errors_cli::Failure;

/// How many crates are listed.
const LISTED: usize = 8;

const MAIN: &str =
    "fn main() {\n    std::process::exit(errors_gen::bonsai::read(404, \"{}\").code().is_some().into());\n}\n";

pub(super) fn run(smoke: bool) -> Result<(), Failure> {
    report::machine()?;
    let lab = Lab::new("build")?;
    let rounds = if smoke { 1 } else { 3 };
    let by_path = program(&lab, lab::project())?;
    measure(&lab, &by_path, "errors-gen by path, which generates", rounds)?;
    let staged = dist::stage()?;
    let published = lab.package("published", &depends_on_staged(&staged), &[("main.rs", MAIN)])?;
    measure(&lab, &published, "the packages of `cargo xtask dist`", rounds)
}

/// A program that depends on the crate by path, and where it is.
pub(super) fn program(lab: &Lab, project: &Path) -> Result<PathBuf, Failure> {
    lab.package("downstream", &lab::depends_on(project), &[("main.rs", MAIN)])
}

/// The dependency on `errors-gen` as it is published, with the staged packages in place of a registry.
fn depends_on_staged(packages: &[PathBuf]) -> String {
    let patches = packages.iter().map(|package| {
        let name = package.file_name().unwrap_or_default().to_string_lossy();
        format!("{name} = {{ path = {:?} }}", package.display().to_string())
    });
    format!("errors-gen = \"*\"\n\n[patch.crates-io]\n{}\n", patches.collect::<Vec<_>>().join("\n"))
}

fn measure(lab: &Lab, package: &Path, title: &str, rounds: usize) -> Result<(), Failure> {
    let (mut wall, mut all) = (Figures::default(), Figures::default());
    let mut crates: BTreeMap<String, Figures> = BTreeMap::new();
    for _ in 0..rounds {
        lab::remove(&lab.path("target"))?;
        let ran = lab.cargo(package, &["build"], true)?;
        wall.0.push(ran.wall.as_secs_f64());
        all.0.push(ran.compiled.iter().map(Compiled::seconds).sum());
        for compiled in &ran.compiled {
            let script = if compiled.name.starts_with("build_script") { ", build script" } else { "" };
            crates.entry(format!("`{}`{script}", compiled.package)).or_default().0.push(compiled.seconds());
        }
    }
    report::heading(&format!("The first build: {title}"))?;
    report::paragraph(&format!(
        "`cargo build` of a program that depends on nothing else, with nothing built before: **{wall} s**, {} crates and \
         build scripts, {all} s of rustc in all. The largest:",
        crates.len()
    ))?;
    let mut largest: Vec<_> = crates.into_iter().collect();
    largest.sort_by(|(_, a), (_, b)| b.median().total_cmp(&a.median()));
    let rows: Vec<_> =
        largest.into_iter().take(LISTED).map(|(name, figures)| vec![name, figures.to_string()]).collect();
    report::table(&["crate", "seconds"], &rows)
}
