//! What is aimed at.

use std::fmt;

use crate::allocations::Allocations;
use crate::codes::{MATCH, PHF, STRUM};
use crate::group::Group;
use crate::growth::Family;
use crate::messages::REGEX;
use crate::reading::{OWN, SIMD, SIMD_SKIPPING, SONIC, SONIC_SKIPPING, TAGGED, TREE, VALIDATING};
use crate::timing::{Spread, Times};

/// How a ratio is bounded.
#[derive(Clone, Copy, Debug)]
pub enum Bound {
    /// A rival must take at least so many times as long.
    AtLeast(f64),
    /// We may take at most so many times as long.
    AtMost(f64),
}

impl Bound {
    fn holds(self, ratio: f64) -> bool {
        match self {
            Self::AtLeast(bound) => ratio >= bound,
            Self::AtMost(bound) => ratio <= bound,
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtLeast(bound) => write!(f, ">= {bound:.1}"),
            Self::AtMost(bound) => write!(f, "<= {bound:.1}"),
        }
    }
}

/// A bound for a pair of variants of a group.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The variant that `errors-gen` is compared with.
    pub rival: &'static str,
    /// The bound.
    pub bound: Bound,
}

/// A target with what was measured.
#[derive(Clone, Debug)]
pub struct Line {
    group: &'static str,
    target: Target,
    ratio: Spread,
}

impl Line {
    /// Whether the target is reached.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.target.bound.holds(self.ratio.median)
    }

    /// The group and the rival.
    #[must_use]
    pub fn name(&self) -> String {
        match self.target.bound {
            Bound::AtLeast(_) => format!("{}: {}", self.group, self.target.rival),
            Bound::AtMost(_) => format!("{}: over {}", self.group, self.target.rival),
        }
    }

    /// What was measured.
    #[must_use]
    pub const fn ratio(&self) -> Spread {
        self.ratio
    }

    /// What it is bounded by.
    #[must_use]
    pub const fn bound(&self) -> Bound {
        self.target.bound
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name();
        let Spread { p10, median, p90 } = self.ratio;
        let verdict = if self.holds() { "holds" } else { "falls short" };
        write!(f, "{name:<56} {median:>6.2} [{p10:>6.2} ..{p90:>6.2}]  {}  {verdict}", self.target.bound)
    }
}

/// The targets of a group.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "bodies are small")]
pub fn of(group: &Group) -> Vec<Target> {
    let at_least = |rival, bound| Target { rival, bound: Bound::AtLeast(bound) };
    let mut targets = match group.name {
        "commercetools codes" | "DukaNext codes" => vec![at_least(STRUM, 2.3), at_least(PHF, 3.5)],
        "commercetools codes, chain" | "DukaNext codes, chain" => vec![at_least(STRUM, 1.5)],
        "OmniCart digits" => vec![at_least(MATCH, 2.7)],
        "details of one error" | "details of four errors" | "details of Bonsai partial" | "details of 1,000 items" => {
            vec![at_least(TAGGED, 2.0)]
        }
        "commercetools messages"
        | "commercetools messages, misses"
        | "commercetools messages with escapes"
        | "OmniCart messages"
        | "OmniCart messages, misses" => vec![at_least(REGEX, 8.0)],
        "OmniCart digits as integers" | "Abicart integers" => vec![at_least(MATCH, 5.0)],
        _ => Vec::new(),
    };
    if group.position(VALIDATING).is_none() {
        return targets;
    }
    let length = group.bytes as f64 / group.count as f64;
    let floor = if length < 400.0 { 1.6 } else { 1.4 };
    targets.push(Target { rival: VALIDATING, bound: Bound::AtMost(floor) });
    targets.push(at_least(TREE, 4.0));
    match group.name {
        "one error" => targets.push(at_least(TAGGED, 2.5)),
        "four errors" => targets.push(at_least(TAGGED, 4.5)),
        _ => {}
    }
    let ahead = if length <= 10_000.0 { 1.0 } else { 0.9 };
    targets.extend([SONIC, SONIC_SKIPPING, SIMD, SIMD_SKIPPING].map(|rival| at_least(rival, ahead)));
    targets
}

/// The lines of a group's targets.
#[must_use]
pub fn lines(group: &Group, times: &Times) -> Vec<Line> {
    let own = group.position(OWN);
    of(group)
        .into_iter()
        .filter_map(|target| {
            let (own, rival) = (own?, group.position(target.rival)?);
            let ratio = match target.bound {
                Bound::AtLeast(_) => times.ratio(rival, own),
                Bound::AtMost(_) => times.ratio(own, rival),
            };
            Some(Line { group: group.name, target, ratio })
        })
        .collect()
}

/// What `errors-gen` allocates for; there should be nothing.
#[must_use]
pub fn allocating(groups: &[Group], families: &[Family], allocations: &Allocations) -> Vec<&'static str> {
    let groups = groups.iter().filter(|group| allocations.get(group.name, OWN) != Some(0.0)).map(|group| group.name);
    let families = families.iter().filter(|family| {
        family.sizes().iter().any(|size| allocations.get(family.name, &size.to_string()) != Some(0.0))
    });
    groups.chain(families.map(|family| family.name)).collect()
}
