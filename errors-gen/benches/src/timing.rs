//! Timing for a machine whose speed drifts: variants take turns, block by block, and only ratios of blocks of the same
//! round are trusted.

use std::time::{Duration, Instant};

use crate::group::Group;

/// How long a block of one variant is.
const BLOCK: Duration = Duration::from_micros(150);

/// How many rounds there are at least.
const LEAST_ROUNDS: usize = 15;

/// The times of a group: for each variant the nanoseconds of one piece of work, round by round.
#[derive(Clone, Debug)]
pub struct Times(Vec<Vec<f64>>);

/// The median of some figures, and how far they spread.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    /// The figure that a tenth of them are below.
    pub p10: f64,
    /// The median.
    pub median: f64,
    /// The figure that a tenth of them are above.
    pub p90: f64,
}

impl Spread {
    fn of(mut figures: Vec<f64>) -> Self {
        figures.sort_by(f64::total_cmp);
        let at = |tenths: usize| figures[(figures.len() - 1) * tenths / 10];
        Self { p10: at(1), median: at(5), p90: at(9) }
    }
}

impl Times {
    /// Times a group for about as long as asked for.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    pub fn take(group: &mut Group, about: Duration) -> Self {
        let passes: Vec<usize> = group.variants.iter_mut().map(|variant| passes(&mut variant.pass)).collect();
        let count = group.count as f64;
        let mut times = vec![Vec::new(); group.variants.len()];
        let begin = Instant::now();
        let mut first = 0;
        while times[0].len() < LEAST_ROUNDS || begin.elapsed() < about {
            // Every round starts with another variant, so that none is always behind the same one.
            for index in (first..group.variants.len()).chain(0..first) {
                let pass = &mut group.variants[index].pass;
                let start = Instant::now();
                for _ in 0..passes[index] {
                    pass();
                }
                let elapsed = start.elapsed().as_nanos() as f64;
                times[index].push(elapsed / (passes[index] as f64 * count));
            }
            first = (first + 1) % group.variants.len();
        }
        Self(times)
    }

    /// The nanoseconds of one piece of work.
    #[must_use]
    pub fn nanoseconds(&self, variant: usize) -> Spread {
        Spread::of(self.0[variant].clone())
    }

    /// How many times as long one variant takes as another.
    #[must_use]
    pub fn ratio(&self, slow: usize, fast: usize) -> Spread {
        Spread::of(self.0[slow].iter().zip(&self.0[fast]).map(|(slow, fast)| slow / fast).collect())
    }
}

/// How many passes fill a block. Also warms up.
fn passes(pass: &mut dyn FnMut()) -> usize {
    let mut passes = 1;
    loop {
        let start = Instant::now();
        for _ in 0..passes {
            pass();
        }
        if start.elapsed() >= BLOCK {
            return passes;
        }
        passes *= 2;
    }
}
