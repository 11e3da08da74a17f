//! Instructions, counted by callgrind: figures that a loaded machine does not change.

use std::env;
use std::fmt::Write as _;
use std::process::Command;

use crate::group::{Group, OWN, Variant};
use crate::reading::{TREE, TYPED};
use crate::sink::Sink;

/// What is counted for each kind of body.
const COUNTED: [&str; 3] = [OWN, TYPED, TREE];

/// A Markdown table with the instructions for one body of each of these kinds.
///
/// # Errors
///
/// Says why callgrind does not count.
pub fn table(groups: &[Group]) -> Result<String, String> {
    let mut table = format!("| instructions for a body | {} |\n|---|--:|--:|--:|", COUNTED.join(" | "));
    for group in groups {
        let _ = write!(table, "\n| {} |", group.name);
        for variant in COUNTED {
            let _ = write!(table, " {} |", instructions(group.name, variant)? / group.count);
        }
    }
    Ok(table)
}

/// The instructions of a pass, which this program makes under callgrind.
fn instructions(group: &str, variant: &str) -> Result<usize, String> {
    let program = env::current_exe().map_err(|error| format!("this program has no path: {error}"))?;
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--toggle-collect=*counted_pass*", "--callgrind-out-file=/dev/null"]);
    let output = valgrind.arg(program).args(["--pass", group, variant]).output();
    let output = output.map_err(|error| format!("valgrind, which counts instructions, does not start: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let counted = said.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    counted.ok_or_else(|| format!("valgrind counts nothing for {group}: {said}"))
}

/// Runs a variant of a group once to warm up, and once for callgrind.
///
/// # Errors
///
/// Where there is no such variant.
pub fn pass(groups: Vec<Group>, group: &str, variant: &str) -> Result<(), String> {
    let group = groups.into_iter().find(|other| other.name == group);
    let variant = group.and_then(|group| group.variants.into_iter().find(|other| other.name == variant));
    let mut variant = variant.ok_or("no group has such a variant")?;
    (variant.run)(&mut Sink::default());
    counted_pass(&mut variant);
    Ok(())
}

/// Callgrind counts while this runs.
#[inline(never)]
fn counted_pass(variant: &mut Variant) {
    (variant.run)(&mut Sink::default());
}
