//! `fuzz`: the targets of the folder `fuzz`, guided by coverage.

use errors_cli::{Failure, Message, Verdict};

use super::checks::{CHECKS, FUZZED};
use super::execute;

/// Fuzzes one target, or all of them, each for so many seconds.
///
/// # Errors
///
/// There is no target of this name.
pub(crate) fn run(target: Option<&str>, seconds: u32) -> Result<Verdict, Failure> {
    if let Some(unknown) = target.filter(|target| !FUZZED.contains(target)) {
        let message = format!("there is no target {unknown}, only {}", FUZZED.join(", "));
        return Err(Failure::Usage(Message::new(message)));
    }
    let Some(check) = CHECKS.iter().find(|check| check.name == "fuzz") else { return Ok(Verdict::Bad) };
    if let Some(why) = check.needs.iter().find_map(|line| execute(check, line).err()) {
        println!("skipped: {why}");
        return Ok(Verdict::Good);
    }
    for target in FUZZED.iter().filter(|name| target.is_none_or(|target| target == **name)) {
        let line = format!("rustup run nightly cargo fuzz run --fuzz-dir fuzz {target} -- -max_total_time={seconds}");
        if let Err(why) = execute(check, &line) {
            println!("FAILED: {why}");
            return Ok(Verdict::Bad);
        }
    }
    Ok(Verdict::Good)
}
