//! `cargo bench -p errors-gen-bench` prints all figures and then a line for each target. `-- --short` takes less time
//! and prints the targets only; `-- --smoke` runs everything once and compares what the variants answer. Further
//! arguments are parts of the names of the groups that are wanted.

use std::process::ExitCode;
use std::time::Duration;

use errors_gen_bench::allocations::Allocations;
use errors_gen_bench::group::{self, Group};
use errors_gen_bench::report;
use errors_gen_bench::targets::{self, Line};
use errors_gen_bench::timing::Times;

/// How long a group is timed.
const FULL: Duration = Duration::from_secs(4);
const SHORT: Duration = Duration::from_millis(1200);

fn main() -> ExitCode {
    // Cargo itself says `--bench`.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let (flags, names): (Vec<_>, Vec<_>) = arguments.iter().partition(|argument| argument.starts_with('-'));
    let has = |flag: &str| flags.iter().any(|given| *given == flag);
    if let Some(unknown) = flags.iter().find(|flag| !matches!(flag.as_str(), "--short" | "--smoke")) {
        eprintln!("error: unknown argument {unknown}; there are --short and --smoke");
        return ExitCode::from(2);
    }
    let mut groups = group::all();
    groups.retain(|group| names.is_empty() || names.iter().any(|name| group.name.contains(name.as_str())));
    if has("--smoke") {
        return match group::smoke(&mut groups) {
            Ok(()) => {
                println!("{} groups: all variants agree", groups.len());
                ExitCode::SUCCESS
            }
            Err(difference) => {
                println!("{difference}");
                ExitCode::FAILURE
            }
        };
    }
    run(&mut groups, has("--short"))
}

fn run(groups: &mut [Group], short: bool) -> ExitCode {
    let allocations = Allocations::count(env!("CARGO_BIN_EXE_count-allocations"));
    let about = if short { SHORT } else { FULL };
    let mut lines = Vec::new();
    for group in &mut *groups {
        let times = Times::take(group, about);
        if !short {
            println!("{}", report::figures(group, &times, &allocations));
        }
        let mut measured = targets::lines(group, &times);
        if !measured.iter().all(Line::holds) {
            // What falls short is run once more before it counts.
            let times = Times::take(group, about);
            let again = targets::lines(group, &times);
            for (line, again) in measured.iter_mut().zip(again) {
                if !line.holds() {
                    *line = again;
                }
            }
        }
        lines.extend(measured);
    }
    for line in &lines {
        println!("{line}");
    }
    let allocating = targets::allocating(groups, &allocations);
    let verdict = if allocating.is_empty() { "holds" } else { "falls short" };
    println!("{:<56} {:>6} {:>18}  {verdict}", "bodies that errors-gen allocates for", allocating.len(), "<= 0");
    if lines.iter().all(Line::holds) && allocating.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
