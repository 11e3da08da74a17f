//! Where and when was measured.

use std::{env, fs, thread};

/// One sentence on the machine, the compiler and the day.
pub(super) fn sentence() -> String {
    let day = jiff::Timestamp::now().strftime("%Y-%m-%d");
    let cores = thread::available_parallelism().map_or_else(|_| "?".to_owned(), |count| count.to_string());
    let (system, architecture, compiler) = (env::consts::OS, env::consts::ARCH, env!("RUSTC_VERSION"));
    let processor = processor().unwrap_or_else(|| "processor unknown".to_owned());
    format!("{day} (UTC), {processor}, {cores} cores, {architecture} {system}, {compiler}")
}

/// The name of the processor, as far as the system tells.
fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
