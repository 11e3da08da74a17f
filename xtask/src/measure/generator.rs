//! `measure generator`: one vendor with more and more codes.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use super::lab::{self, Lab};
use super::report::{self, Figures};
use super::synthetic;
use errors_cli::{Failure, Message};
use errors_codegen::{CompileError, Options};

const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];

/// Beyond this many codes the result is not compiled.
const MOST_COMPILED: usize = 10_000;

pub(super) fn run(smoke: bool) -> Result<(), Failure> {
    report::machine()?;
    let lab = Lab::new("generator")?;
    let runtime = lab::depends_on_runtime(lab::project());
    let mut rows = Vec::new();
    for codes in if smoke { &[10, 100][..] } else { &SIZES } {
        let catalog = synthetic::catalog(*codes);
        let (catalogs, out) = (lab.path("catalogs"), lab.path("out"));
        lab::write(&catalogs.join("many.yaml"), &catalog)?;
        let rounds = if smoke || *codes > MOST_COMPILED { 1 } else { 5 };
        let (mut seconds, mut peak) = (Figures::default(), Figures::default());
        for _ in 0..rounds {
            lab::remove(&out)?;
            let (second, kilobytes) = child(&catalogs, &out)?;
            seconds.0.push(second);
            peak.0.push(kilobytes / 1024.0);
        }
        let file = out.join("many.rs");
        let generated = fs::read_to_string(&file).map_err(|error| lab::failed("read", &file, &error))?;
        let checked = if *codes > MOST_COMPILED {
            "not tried".to_owned()
        } else {
            let files = [("lib.rs", "#![no_std]\npub mod many;\n"), ("many.rs", generated.as_str())];
            let package = lab.package("many", &runtime, &files)?;
            lab.cargo(&package, &["check"], false)?;
            let mut checked = Figures::default();
            for _ in 0..rounds.min(3) {
                lab::touch(&package.join("src/lib.rs"))?;
                checked.0.push(lab.cargo(&package, &["check"], false)?.rustc("many"));
            }
            checked.to_string()
        };
        rows.push(vec![
            codes.to_string(),
            megabytes(catalog.len()),
            seconds.to_string(),
            format!("{:.0}", peak.median()),
            megabytes(generated.len()),
            checked,
        ]);
    }
    report::heading("One vendor with many codes")?;
    report::paragraph(
        "An unoptimized generator, as cargo builds it for build scripts, in a process of its own: the catalog is read, \
         checked, generated and written. Then `cargo check` of the result, only the rustc of its crate.",
    )?;
    report::table(
        &["codes", "catalog, MB", "seconds", "peak memory, MiB", "generated, MB", "`cargo check`, seconds"],
        &rows,
    )
}

/// Generates once and prints what it took: seconds, and kilobytes of memory at most.
pub(super) fn once(catalogs: &Path, out: &Path) -> Result<(), Failure> {
    let start = Instant::now();
    errors_codegen::compile(catalogs, out, &Options::new().runtime("::errors_runtime")).map_err(
        |error| match error {
            CompileError::Findings(findings) => Failure::Catalog(findings),
            CompileError::Io { path, error } => lab::failed("write", &path, &error),
        },
    )?;
    let seconds = start.elapsed().as_secs_f64();
    // Where the system does not tell, there is no figure.
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next());
    println!("{seconds} {}", peak.unwrap_or("NaN"));
    Ok(())
}

/// Generates in a process of its own, whose memory is nothing else's.
fn child(catalogs: &Path, out: &Path) -> Result<(f64, f64), Failure> {
    let failed = |what: &str| Failure::Bad(Message::new(format!("generating in a process of its own failed: {what}")));
    let program = std::env::current_exe().map_err(|error| failed(&error.to_string()))?;
    let mut command = Command::new(program);
    command.args(["measure", "generate-once"]).arg(catalogs).arg(out);
    let output = command.output().map_err(|error| failed(&error.to_string()))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let mut figures = said.split_whitespace().map(str::parse);
    match (figures.next(), figures.next()) {
        (Some(Ok(seconds)), Some(Ok(peak))) => Ok((seconds, peak)),
        _ => Err(failed(&String::from_utf8_lossy(&output.stderr))),
    }
}

#[expect(clippy::cast_precision_loss, reason = "files are small")]
fn megabytes(bytes: usize) -> String {
    format!("{:.2}", bytes as f64 / 1e6)
}
