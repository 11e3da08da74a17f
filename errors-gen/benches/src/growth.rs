//! Growth: what a byte costs as bodies become longer, and what bodies that are made to do harm cost. Walking all items is
//! part of it.

mod bodies;

use std::fmt::Write as _;
use std::hint::black_box;

use errors_gen::commercetools::Code;
use errors_gen::omnicart;

use crate::bodies::COPIES;
use crate::reading::typed;
use crate::rivals::commercetools;
use crate::rng::Rng;
use crate::sink::Sink;
use crate::timing::{Spread, Timed, Times};

/// A body, and how many items it has, or values in its message where those are read.
pub(crate) struct Body {
    text: String,
    items: usize,
}

/// Makes a body of about this many bytes.
type Make = Box<dyn Fn(usize, &mut Rng) -> Body>;

/// Bodies of one kind in several sizes.
pub struct Family {
    /// Its name.
    pub name: &'static str,
    /// About how many bytes the bodies have, from the shortest to the longest; the last is ten times the one before.
    sizes: &'static [usize],
    body: Make,
    /// Reads a body and walks its items, or the values in its message; says how many there are.
    walk: fn(&[u8]) -> usize,
}

/// Every family there is.
#[must_use]
pub fn families() -> Vec<Family> {
    bodies::growing().into_iter().chain(bodies::hostile()).collect()
}

/// All items with their codes and messages.
fn walk(body: &[u8]) -> usize {
    let mut sink = Sink::default();
    typed::<Code>(body, &mut sink);
    sink.rows
}

/// The same with all their details.
fn walk_details(body: &[u8]) -> usize {
    let mut sink = Sink::default();
    commercetools::own(body, &mut sink);
    sink.rows
}

/// All values of the list in the message.
fn walk_list(body: &[u8]) -> usize {
    let parameters = omnicart::read(409, body).parameters();
    let list = parameters.as_ref().and_then(|parameters| parameters.list("list"));
    list.map_or(0, |values| values.map(black_box).count())
}

/// The bodies of one size.
pub struct Step {
    bodies: Vec<Body>,
    walk: fn(&[u8]) -> usize,
}

impl Family {
    /// The bodies of each size. Of short ones there are several copies.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let step = |&size: &usize| {
            let mut rng = Rng::new(3);
            let copies = (COPIES * 250 / size).max(1);
            Step { bodies: (0..copies).map(|_| (self.body)(size, &mut rng)).collect(), walk: self.walk }
        };
        self.sizes.iter().map(step).collect()
    }

    /// Reads every body once.
    ///
    /// # Errors
    ///
    /// Says for which body not all items came out.
    pub fn check(&self) -> Result<(), String> {
        for Body { text, items } in self.steps().iter().flat_map(|step| &step.bodies) {
            let walked = (self.walk)(text.as_bytes());
            if walked != *items {
                return Err(format!("{}: {walked} items, not {items}, of {} bytes", self.name, text.len()));
            }
        }
        Ok(())
    }

    /// What a byte of the longest bodies costs over one of those a tenth as long.
    #[must_use]
    pub fn growth(&self, times: &Times) -> Spread {
        times.ratio(self.sizes.len() - 1, self.sizes.len() - 2)
    }

    /// A line for each size.
    #[must_use]
    pub fn table(&self, steps: &[Step], times: &Times) -> String {
        let mut table = format!("{}\n", self.name);
        for (index, step) in steps.iter().enumerate() {
            let (bytes, items) = (step.bytes() / step.bodies.len(), step.bodies.first().map_or(0, |body| body.items));
            let cost = times.nanoseconds(index).median;
            let _ = writeln!(table, "  {bytes:>12} bytes {items:>10} items {cost:>10.3} ns for a byte");
        }
        table
    }
}

impl Step {
    fn bytes(&self) -> usize {
        self.bodies.iter().map(|body| body.text.len()).sum()
    }

    /// Reads every copy.
    pub fn pass(&self) {
        for body in &self.bodies {
            black_box((self.walk)(black_box(body.text.as_bytes())));
        }
    }

    /// What is timed, for a byte.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "bodies are far shorter than 2^52 bytes")]
    pub fn timed(&self) -> Timed<'_> {
        Timed { pass: Box::new(|| self.pass()), units: self.bytes() as f64 }
    }
}
