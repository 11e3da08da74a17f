//! `cargo bench -p errors-gen-bench` prints all figures and then a line for each target. `-- --short` takes less time
//! and prints the targets only; `-- --smoke` runs everything once and compares what the variants answer; `-- --results`
//! also writes the page and the plots with the results. Further arguments are parts of the names of the groups that are
//! wanted.

use std::process::ExitCode;
use std::time::Duration;

use errors_gen_bench::allocations::Allocations;
use errors_gen_bench::figures::Figures;
use errors_gen_bench::group::{self, Group};
use errors_gen_bench::growth::{self, Family, GrowthFigures};
use errors_gen_bench::results::Results;
use errors_gen_bench::rng::Rng;
use errors_gen_bench::targets::{self, Line};
use errors_gen_bench::timing::Times;

/// How long a group is timed.
const FULL: Duration = Duration::from_secs(4);
const SHORT: Duration = Duration::from_secs(1);

const FLAGS: &str = "there are --short, --smoke and --results";

fn main() -> ExitCode {
    // Cargo itself says `--bench`.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let (flags, names): (Vec<_>, Vec<_>) = arguments.iter().partition(|argument| argument.starts_with('-'));
    let has = |flag: &str| flags.iter().any(|given| *given == flag);
    if let Some(unknown) = flags.iter().find(|flag| !matches!(flag.as_str(), "--short" | "--smoke" | "--results")) {
        return misused(&format!("unknown argument {unknown}; {FLAGS}"));
    }
    let wanted = |name: &str| names.is_empty() || names.iter().any(|part| name.contains(part.as_str()));
    let mut groups = group::all();
    groups.retain(|group| wanted(group.name));
    let mut families = growth::families();
    families.retain(|family| wanted(family.name));
    if groups.is_empty() && families.is_empty() {
        return misused("no group has such a name; without names all groups are measured and named");
    }
    if has("--smoke") {
        return smoke(&mut groups, &families);
    }
    if !has("--results") {
        return run(&mut groups, &families, has("--short")).0;
    }
    if !names.is_empty() || has("--short") {
        return misused("--results needs the figures of all groups, so it goes with neither names nor --short");
    }
    let (code, results) = run(&mut groups, &families, false);
    match results.write() {
        Ok(()) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What is wrong with the arguments.
fn misused(what: &str) -> ExitCode {
    eprintln!("error: {what}");
    ExitCode::from(2)
}

fn smoke(groups: &mut [Group], families: &[Family]) -> ExitCode {
    match group::smoke(groups).and_then(|()| families.iter().try_for_each(|family| family.check())) {
        Ok(()) => {
            println!("{} groups and {} families of bodies: all variants agree", groups.len(), families.len());
            ExitCode::SUCCESS
        }
        Err(difference) => {
            println!("{difference}");
            ExitCode::FAILURE
        }
    }
}

/// Measures. In the short form only what has a target.
fn run(groups: &mut [Group], families: &[Family], short: bool) -> (ExitCode, Results) {
    let allocations = Allocations::count(env!("CARGO_BIN_EXE_count-allocations"));
    let about = if short { SHORT } else { FULL };
    let mut results = Results::new(about);
    // One for all, so that what is timed once more has other orders.
    let mut rng = Rng::new(19);
    for group in groups.iter_mut().filter(|group| !short || !targets::of(group).is_empty()) {
        let times = Times::take(group.timed(), about, &mut rng);
        let mut lines = targets::lines(group, &times);
        if !short {
            let figures = Figures::of(group, &times, &allocations);
            println!("{figures}");
            results.figures.push(figures);
        }
        if !lines.iter().all(Line::holds) {
            // What falls short is run once more before it counts.
            let times = Times::take(group.timed(), about, &mut rng);
            for (line, again) in lines.iter_mut().zip(targets::lines(group, &times)) {
                if !line.holds() {
                    *line = again;
                }
            }
        }
        results.lines.extend(lines);
    }
    for family in families.iter().filter(|_| !short) {
        let figures = GrowthFigures::take(*family, about, &mut rng, &allocations);
        println!("{figures}");
        results.growth.push(figures);
    }
    results.allocating = targets::allocating(groups, families, &allocations);
    println!("{}", results.verdicts());
    let code = if results.hold() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    (code, results)
}
