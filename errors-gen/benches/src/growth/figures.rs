//! The figures of a family of bodies.

use std::fmt;
use std::mem::size_of;
use std::time::Duration;

use errors_gen::Response;
use errors_gen::commercetools::Code;

use super::Family;
use crate::allocations::Allocations;
use crate::figures::or_blank;
use crate::rng::Rng;
use crate::timing::{Spread, Timed, Times};

/// The figures of a family of bodies.
pub struct GrowthFigures {
    /// Its name.
    pub family: &'static str,
    /// Whether such bodies are made to do harm.
    pub hostile: bool,
    /// From the shortest bodies to the longest.
    pub sizes: Vec<Size>,
    /// What a byte costs where it costs most, over where it costs least.
    pub most: Spread,
    /// What a byte of the longest bodies costs, over where it costs least.
    pub longest: Spread,
}

/// The figures of bodies of one size.
pub struct Size {
    /// How many bytes a body has on average.
    pub bytes: usize,
    /// How many items a body has.
    pub items: usize,
    /// The nanoseconds of a byte.
    pub nanoseconds: Spread,
    /// How often reading and walking a body allocates.
    pub allocations: Option<f64>,
}

impl GrowthFigures {
    /// Times a family for about as long as asked for.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "bodies are far shorter than 2^52 bytes")]
    pub fn take(family: Family, about: Duration, rng: &mut Rng, allocations: &Allocations) -> Self {
        let steps = family.steps();
        let mut passes: Vec<_> = steps.iter().map(|step| move || step.pass()).collect();
        let of_step = |(pass, step): (_, &super::Step)| Timed { pass, units: step.bytes() as f64 };
        let works = passes.iter_mut().map(|pass| pass as _).zip(&steps).map(of_step).collect();
        let times = Times::take(works, about, rng);
        let sizes: Vec<_> = steps
            .iter()
            .enumerate()
            .map(|(index, step)| Size {
                bytes: step.bytes() / step.copies(),
                items: step.items(),
                nanoseconds: times.nanoseconds(index),
                allocations: allocations.get(family.name, &step.size.to_string()),
            })
            .collect();
        let by_cost = |a: &usize, b: &usize| sizes[*a].nanoseconds.median.total_cmp(&sizes[*b].nanoseconds.median);
        let most = (0..sizes.len()).max_by(by_cost).unwrap_or(0);
        let least = (0..sizes.len()).min_by(by_cost).unwrap_or(0);
        let (most, longest) = (times.ratio(most, least), times.ratio(sizes.len() - 1, least));
        Self { family: family.name, hostile: family.hostile, sizes, most, longest }
    }
}

impl fmt::Display for GrowthFigures {
    /// A line for each size.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{}\n  {:>12} {:>10} {:>10} {:>8} {:>8}",
            self.family, "bytes", "items", "ns/byte", "MB/s", "allocs"
        )?;
        for size in &self.sizes {
            let (cost, count) = (size.nanoseconds.median, or_blank(size.allocations, 1));
            let speed = 1000.0 / cost;
            writeln!(f, "  {:>12} {:>10} {cost:>10.3} {speed:>8.0} {count:>8}", size.bytes, size.items)?;
        }
        writeln!(f, "  a byte where it costs most, over where it costs least: {}", self.most)?;
        writeln!(f, "  a byte of the longest, over where it costs least:      {}", self.longest)
    }
}

/// What reading keeps beside the body: no more than this where nothing is allocated.
#[must_use]
pub fn kept() -> String {
    format!("a Response has {} bytes, whatever the size of the body", size_of::<Response<'_, Code>>())
}
