//! `cargo bench -p errors-gen-bench` prints all figures and then a table of the bounds, and exits with 1 where one is missed.
//! `-- --short` takes less time and prints the bounds only; `-- --smoke` runs everything once and compares what the variants
//! find; `-- --count` counts instructions. Further arguments are parts of the names of the groups that are wanted.

use std::process::{Command, ExitCode};
use std::time::Duration;

use errors_gen_bench::bounds::{self, Line};
use errors_gen_bench::group::Group;
use errors_gen_bench::groups;
use errors_gen_bench::growth::{self, Family};
use errors_gen_bench::rng::Rng;
use errors_gen_bench::timing::Times;
use errors_gen_bench::{count, reading};

fn main() -> ExitCode {
    // Cargo itself says `--bench`.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [flag, group, variant] = arguments.as_slice()
        && flag == "--pass"
    {
        return exit(count::pass(reading::groups(), group, variant).map(|()| true));
    }
    let (flags, names): (Vec<_>, Vec<_>) = arguments.iter().partition(|argument| argument.starts_with('-'));
    let flags: Vec<_> = flags.iter().map(|flag| flag.as_str()).collect();
    let wanted = |name: &str| names.is_empty() || names.iter().any(|part| name.contains(part.as_str()));
    let counted = flags == ["--count"];
    let mut groups = if counted { reading::groups() } else { groups::all() };
    groups.retain(|group| wanted(group.name));
    let mut families = growth::families();
    families.retain(|family| wanted(family.name) && !counted);
    if groups.is_empty() && families.is_empty() {
        eprintln!("error: no group has such a name; without names all groups are measured and named");
        return ExitCode::from(2);
    }
    match flags.as_slice() {
        [] => exit(Ok(run(&mut groups, &families, Duration::from_secs(4), true))),
        ["--short"] => exit(Ok(run(&mut groups, &families, Duration::from_secs(1), false))),
        ["--smoke"] => exit(smoke(&mut groups, &families)),
        ["--count"] => exit(count::table(&groups).map(|table| {
            println!("{table}");
            true
        })),
        _ => {
            eprintln!("error: unknown arguments {flags:?}; there is one of --short, --smoke and --count");
            ExitCode::from(2)
        }
    }
}

fn exit(good: Result<bool, String>) -> ExitCode {
    match good {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn smoke(groups: &mut [Group], families: &[Family]) -> Result<bool, String> {
    groups.iter_mut().try_for_each(Group::check)?;
    families.iter().try_for_each(Family::check)?;
    println!("{} groups and {} families of bodies: all variants agree", groups.len(), families.len());
    Ok(true)
}

/// Measures and prints. Says whether all bounds hold.
fn run(groups: &mut [Group], families: &[Family], about: Duration, tables: bool) -> bool {
    // One for all, so that what is timed once more has other orders.
    let mut rng = Rng::new(19);
    let (mut lines, mut names) = (Vec::new(), Vec::new());
    for group in groups {
        let times = Times::take(group.timed(), about, &mut rng);
        let first = bounds::lines(group, &times);
        let again = || {
            let times = Times::take(group.timed(), about, &mut rng);
            bounds::lines(group, &times)
        };
        lines.extend(best(first, again));
        if tables {
            println!("{}", group.table(&times));
        }
        names.push(group.name);
    }
    for family in families {
        let steps = family.steps();
        let mut take = || Times::take(steps.iter().map(growth::Step::timed).collect(), about, &mut rng);
        let line = |times: &Times| vec![Line::linear(family.name, family.growth(times))];
        let times = take();
        lines.extend(best(line(&times), || line(&take())));
        if tables {
            println!("{}", family.table(&steps, &times));
        }
        names.push(family.name);
    }
    lines.extend(allocations(&names));
    println!("{}", bounds::HEAD);
    for line in &lines {
        println!("{line}");
    }
    let missed = lines.iter().filter(|line| !line.holds()).count();
    println!("\n{} of {} bounds hold.", lines.len() - missed, lines.len());
    missed == 0
}

/// What falls short is measured once more before it counts.
fn best(mut lines: Vec<Line>, again: impl FnOnce() -> Vec<Line>) -> Vec<Line> {
    if !lines.iter().all(Line::holds) {
        for (line, again) in lines.iter_mut().zip(again()) {
            if !line.holds() {
                *line = again;
            }
        }
    }
    lines
}

/// A line for whatever `errors-gen` allocates for. A program of its own counts, so that counting does not slow down what is
/// timed.
fn allocations(names: &[&str]) -> Vec<Line> {
    let program = env!("CARGO_BIN_EXE_count-allocations");
    let output = Command::new(program).output().ok().filter(|output| output.status.success());
    let Some(output) = output else {
        return vec![Line::allocations("`count-allocations`, which failed", f64::INFINITY)];
    };
    let text = String::from_utf8_lossy(&output.stdout);
    let counts: Vec<(&str, f64)> = text
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter(|(name, _)| names.contains(name))
        .filter_map(|(name, count)| Some((name, count.parse().ok()?)))
        .collect();
    let mut lines: Vec<_> =
        counts.iter().filter(|(_, count)| *count > 0.0).map(|(n, c)| Line::allocations(n, *c)).collect();
    if lines.is_empty() {
        lines.push(Line::allocations(&format!("all {} groups and families", counts.len()), 0.0));
    }
    lines
}
