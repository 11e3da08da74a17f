//! The first build of a program that depends on the crate.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::lab::{self, Lab};
use super::report::{self, Figures};
use super::stand_in::Compiled;
use errors_cli::Failure;

/// How many crates are listed.
const LISTED: usize = 8;

const MAIN: &str =
    "fn main() {\n    std::process::exit(errors_gen::bonsai::read(404, \"{}\").code().is_some().into());\n}\n";

/// A program that depends on the crate, and where it is.
pub(super) fn program(lab: &Lab, project: &Path) -> Result<PathBuf, Failure> {
    lab.package("downstream", &lab::depends_on(project), &[("main.rs", MAIN)])
}

pub(super) fn measure(lab: &Lab, project: &Path, rounds: usize) -> Result<(), Failure> {
    let package = program(lab, project)?;
    let mut wall = Figures::default();
    let mut crates: BTreeMap<String, Figures> = BTreeMap::new();
    let (mut all, mut generating) = (Figures::default(), Figures::default());
    for _ in 0..rounds {
        lab::remove(&lab.path("target"))?;
        let ran = lab.cargo(&package, &["build"], true)?;
        wall.0.push(ran.wall.as_secs_f64());
        all.0.push(ran.compiled.iter().map(Compiled::seconds).sum());
        generating.0.push(generation(&ran.compiled).unwrap_or_default());
        for compiled in &ran.compiled {
            let script = if compiled.name.starts_with("build_script") { ", build script" } else { "" };
            crates.entry(format!("`{}`{script}", compiled.package)).or_default().0.push(compiled.seconds());
        }
    }
    report::heading("The first build")?;
    let count = crates.len();
    report::paragraph(&format!(
        "`cargo build` of a program that depends on nothing but `errors-gen`, dependencies included, with nothing built \
         before: **{wall} s**, {count} crates and build scripts, {all} s of rustc in all. The largest:"
    ))?;
    let mut largest: Vec<_> = crates.into_iter().collect();
    largest.sort_by(|(_, a), (_, b)| b.median().total_cmp(&a.median()));
    let mut rows: Vec<_> =
        largest.iter().take(LISTED).map(|(name, figures)| vec![name.clone(), figures.to_string()]).collect();
    rows.push(vec!["generating, by the build script of `errors-gen`".to_owned(), generating.to_string()]);
    report::table(&["crate", "seconds"], &rows)
}

/// How long the build script ran: between its own compilation and that of the crate.
pub(super) fn generation(compiled: &[Compiled]) -> Option<f64> {
    let mut own = compiled.iter().filter(|compiled| compiled.package == "errors-gen");
    let script = own.clone().find(|compiled| compiled.name.starts_with("build_script"))?;
    Some(own.find(|compiled| compiled.name == "errors_gen")?.start - script.end)
}
