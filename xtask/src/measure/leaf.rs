//! What the generated code costs in rustc, beside what a user would derive instead.

use std::path::{Path, PathBuf};

use super::lab::{self, Lab};
use super::report::{self, Figures};
use super::rival::{self, Surface};
use errors_cli::Failure;
use errors_codegen::Options;
use errors_codegen::model::Vendor;

/// How often each is compiled in each mode.
const ROUNDS: usize = 5;

const MODES: [&[&str]; 3] = [&["check"], &["build"], &["build", "--release"]];

/// A crate that is compiled again and again.
struct Variant {
    title: &'static str,
    package: PathBuf,
    /// What is compiled: the name for rustc, and what is touched before.
    crates: Vec<(&'static str, PathBuf)>,
}

pub(super) fn measure(lab: &Lab, project: &Path, vendors: &[Vendor], smoke: bool) -> Result<(), Failure> {
    let variants = variants(lab, project, vendors)?;
    let codes: usize = vendors.iter().map(|vendor| vendor.codes.len()).sum();
    report::heading("The generated code")?;
    report::paragraph(&format!(
        "{} vendors, {codes} codes. The rivals are made from the same catalogs: `strum` for the codes, `serde` with `tag` for \
         the details, `thiserror` for the errors; the full one also keeps meaning, action, kind, retry advice, audience, \
         section and link with `strum`. All dependencies are built before, the crates take turns, without incremental \
         compilation; only their rustc is timed. Seconds, and in the last columns how many times as long as the rival; \
         the target for the generated code is 0.4 of the full one.",
        vendors.len()
    ))?;
    let modes = if smoke { &MODES[..1] } else { &MODES[..] };
    let mut rows = Vec::new();
    for mode in modes {
        let figures = compile(lab, &variants, mode, if smoke { 1 } else { ROUNDS })?;
        let [.., lean, full] = figures.as_slice() else { continue };
        for (variant, own) in variants.iter().zip(&figures) {
            rows.push(vec![
                format!("`cargo {}`: {}", mode.join(" "), variant.title),
                own.to_string(),
                own.over(lean).to_string(),
                own.over(full).to_string(),
            ]);
        }
    }
    report::table(&["", "seconds", "over the lean rival", "over the full rival"], &rows)
}

/// The rivals come last.
fn variants(lab: &Lab, project: &Path, vendors: &[Vendor]) -> Result<Vec<Variant>, Failure> {
    let variant = |title, name: &'static str, package: PathBuf| {
        let root = package.join("src/lib.rs");
        Variant { title, package, crates: vec![(name, root)] }
    };
    let generated = errors_codegen::generate(vendors, &Options::new())?;
    let modules = vendors.iter().map(|vendor| format!("pub mod {};\n", vendor.name)).collect::<Vec<_>>().concat();
    let root = format!("#![no_std]\n{modules}");
    let mut files: Vec<_> = generated.iter().map(|file| (file.name.as_str(), file.text.as_str())).collect();
    files.push(("lib.rs", &root));
    // On the project itself, not on its copy, of which a file is touched.
    let own = lab.package("generated", &lab::depends_on_runtime(lab::project()), &files)?;
    let rival =
        |name, surface| lab.package(name, rival::DEPENDENCIES, &[("lib.rs", &rival::library(vendors, surface))]);
    let whole = lab.package("whole", &lab::depends_on(project), &[("lib.rs", "")])?;
    Ok(vec![
        variant("the generated code", "generated", own),
        Variant {
            title: "`errors-gen`, with the runtime",
            package: whole,
            crates: vec![
                ("errors_tables", project.join("errors-gen/tables/src/lib.rs")),
                ("errors_runtime", project.join("errors-gen/runtime/src/lib.rs")),
                ("errors_gen", project.join("errors-gen/src/lib.rs")),
            ],
        },
        variant("the lean rival", "rival_lean", rival("rival_lean", Surface::Lean)?),
        variant("the full rival", "rival_full", rival("rival_full", Surface::Full)?),
    ])
}

/// The seconds of each variant, round by round.
fn compile(lab: &Lab, variants: &[Variant], mode: &[&str], rounds: usize) -> Result<Vec<Figures>, Failure> {
    let mut figures = vec![Figures::default(); variants.len()];
    for variant in variants {
        lab.cargo(&variant.package, mode, false)?;
    }
    for _ in 0..rounds {
        for (variant, figures) in variants.iter().zip(&mut figures) {
            variant.crates.iter().try_for_each(|(_, root)| lab::touch(root))?;
            let ran = lab.cargo(&variant.package, mode, false)?;
            figures.0.push(variant.crates.iter().map(|(name, _)| ran.rustc(name)).sum());
        }
    }
    Ok(figures)
}
