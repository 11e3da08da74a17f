//! Timing for a machine whose speed drifts: variants take turns, block by block, and only ratios of blocks of the same
//! round are trusted. What counts is the CPU time of the thread, so that other programs that run meanwhile do not.

use std::fmt;
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;

use crate::rng::Rng;

/// How long a block of one variant is.
const BLOCK: Duration = Duration::from_micros(150);

/// How many rounds there are at least.
const LEAST_ROUNDS: usize = 15;

/// Something that is timed.
pub struct Timed<'w> {
    /// Does the work.
    pub pass: Box<dyn FnMut() + 'w>,
    /// How many pieces of work, or bytes, that is.
    pub units: f64,
}

/// The times of what was timed together: for each the nanoseconds of one piece of work, round by round.
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

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} [{:.2} .. {:.2}]", self.median, self.p10, self.p90)
    }
}

impl Spread {
    fn of(mut figures: Vec<f64>) -> Self {
        figures.sort_by(f64::total_cmp);
        let at = |tenths: usize| figures[(figures.len() - 1) * tenths / 10];
        Self { p10: at(1), median: at(5), p90: at(9) }
    }
}

impl Times {
    /// Times all of these for about as long as asked for, in orders by chance.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    pub fn take(mut works: Vec<Timed<'_>>, about: Duration, rng: &mut Rng) -> Self {
        let passes: Vec<usize> = works.iter_mut().map(|work| passes(&mut work.pass)).collect();
        let mut times = vec![Vec::new(); works.len()];
        let begin = Instant::now();
        let mut order: Vec<usize> = (0..works.len()).collect();
        while times[0].len() < LEAST_ROUNDS || begin.elapsed() < about {
            // What ran before leaves its own memory in the caches. In an order that stays the same, one variant would
            // always find its bodies there, and the one behind a variant that allocates a lot never would.
            rng.shuffle(&mut order);
            for &index in &order {
                let Timed { pass, units } = &mut works[index];
                let start = ThreadTime::now();
                for _ in 0..passes[index] {
                    pass();
                }
                let elapsed = start.elapsed().as_nanos() as f64;
                times[index].push(elapsed / (passes[index] as f64 * *units));
            }
        }
        Self(times)
    }

    /// The nanoseconds of one piece of work.
    #[must_use]
    pub fn nanoseconds(&self, index: usize) -> Spread {
        Spread::of(self.0[index].clone())
    }

    /// How many times as long one takes as another.
    #[must_use]
    pub fn ratio(&self, slow: usize, fast: usize) -> Spread {
        Spread::of(self.0[slow].iter().zip(&self.0[fast]).map(|(slow, fast)| slow / fast).collect())
    }
}

/// How many passes fill a block. Also warms up.
fn passes(pass: &mut impl FnMut()) -> usize {
    let mut passes = 1;
    loop {
        let start = ThreadTime::now();
        for _ in 0..passes {
            pass();
        }
        if start.elapsed() >= BLOCK {
            return passes;
        }
        passes *= 2;
    }
}
