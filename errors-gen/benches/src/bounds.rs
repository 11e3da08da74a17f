//! What is promised, and whether it holds.

use std::fmt;

use crate::codes::{MATCH, PHF, STRUM};
use crate::group::{Group, OWN};
use crate::messages::REGEX;
use crate::reading::{LAZY, OWNED, RAW, SIMD, SIMD_SKIPPING, SONIC, SONIC_SKIPPING, TAGGED, TREE};
use crate::timing::{Spread, Times};

/// A bound with what was measured.
#[derive(Clone, Debug)]
pub struct Line {
    what: String,
    measured: Spread,
    bound: Bound,
}

/// How a ratio is bounded.
#[derive(Clone, Copy, Debug)]
enum Bound {
    /// A rival takes more than so many times as long.
    Over(f64),
    /// We take, or allocate, at most so many times as much.
    AtMost(f64),
}

impl Line {
    /// Whether the bound holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        match self.bound {
            Bound::Over(bound) => self.measured.median > bound,
            Bound::AtMost(bound) => self.measured.median <= bound,
        }
    }

    /// The line of a family of bodies: what a byte costs in the longest ones, over what it costs in those a tenth as long.
    #[must_use]
    pub fn linear(family: &str, measured: Spread) -> Self {
        Self { what: format!("{family}: a byte, ten times as long"), measured, bound: Bound::AtMost(1.5) }
    }

    /// The line of what allocates nothing.
    #[must_use]
    pub fn allocations(what: &str, count: f64) -> Self {
        let measured = Spread { p10: count, median: count, p90: count };
        Self { what: format!("{what}: allocations"), measured, bound: Bound::AtMost(0.0) }
    }
}

impl fmt::Display for Line {
    /// A row of a Markdown table.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bound = match self.bound {
            Bound::Over(bound) => format!("> {bound:.1}"),
            Bound::AtMost(bound) => format!("<= {bound:.1}"),
        };
        let verdict = if self.holds() { "holds" } else { "**missed**" };
        write!(f, "| {:<60} | {:>22} | {bound:>6} | {verdict:<10} |", self.what, self.measured.to_string())
    }
}

/// The head of the table of lines.
pub const HEAD: &str = "| what | ratio | bound | |\n|---|--:|--:|---|";

/// The rivals of a group and how many times as long as `errors-gen` they take at least.
fn rivals(group: &str) -> &'static [(&'static str, f64)] {
    match group {
        "one error"
        | "four errors"
        | "Bonsai partial"
        | "JSON-RPC with data"
        | "OmniCart with debug"
        | "unknown code" => &[
            (TREE, 3.5),
            (TAGGED, 2.0),
            (OWNED, 2.0),
            (RAW, 1.0),
            (SONIC, 1.0),
            (SONIC_SKIPPING, 1.0),
            (LAZY, 1.0),
            (SIMD, 1.0),
            (SIMD_SKIPPING, 1.0),
        ],
        "100 kB message" | "1,000 errors" => &[(TREE, 1.0)],
        "details of one error" | "details of four errors" | "details of Bonsai partial" | "details of 1,000 errors" => {
            &[(TAGGED, 2.0)]
        }
        "commercetools codes" | "DukaNext codes" => &[(STRUM, 2.3), (PHF, 3.5)],
        "commercetools codes, chain" | "DukaNext codes, chain" => &[(STRUM, 1.5)],
        "OmniCart digits" => &[(MATCH, 2.7)],
        "OmniCart digits as integers" | "Abicart integers" => &[(MATCH, 5.0)],
        "Abicart integers as text" | "Abicart integers as text, chain" | "OmniCart digits, chain" => &[],
        _ if group.contains("messages") => &[(REGEX, 8.0)],
        _ => &[],
    }
}

/// The lines of a group.
#[must_use]
pub fn lines(group: &Group, times: &Times) -> Vec<Line> {
    let position = |name: &str| group.variants.iter().position(|variant| variant.name == name);
    let own = position(OWN);
    let line = |&(rival, bound): &(&str, f64)| {
        let measured = times.ratio(position(rival)?, own?);
        Some(Line { what: format!("{}: {rival}", group.name), measured, bound: Bound::Over(bound) })
    };
    rivals(group.name).iter().filter_map(line).collect()
}
