//! Growth: what a byte costs as bodies become longer, and what bodies that are made to do harm cost. Walking all items is
//! part of it.

mod bodies;
mod figures;

use std::hint::black_box;
use std::marker::PhantomData;

use errors_gen::commercetools::Code;
use errors_gen::omnicart;

use crate::bodies::COPIES;
use crate::rivals::{Piece, Rival, Sink, Typed, commercetools_details};
use crate::rng::Rng;

pub use figures::{GrowthFigures, Size, kept};

/// Bodies of one kind in several sizes.
#[derive(Clone, Copy)]
pub struct Family {
    /// Its name.
    pub name: &'static str,
    /// Whether such bodies are made to do harm.
    pub hostile: bool,
    /// About how many bytes the bodies have.
    sizes: &'static [usize],
    /// Makes a body of about this many bytes.
    body: fn(usize, &mut Rng) -> Body,
    /// Reads a body and walks its items, or the values in its message; says how many there are.
    walk: fn(&[u8]) -> usize,
}

/// A body, and how many items it has, or values in its message where those are read.
struct Body {
    text: String,
    items: usize,
}

/// From one error to more than any server should send.
const SIZES: &[usize] = &[250, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
/// Long, and ten times as long.
const LONG: &[usize] = &[1_000_000, 10_000_000];
/// So that the longer one has 1,000,000 items.
const EMPTY_ITEMS: &[usize] = &[300_012, 3_000_012];
const SHORT_ITEMS: &[usize] = &[1_300_012, 13_000_012];

/// Every family there is.
#[must_use]
pub fn families() -> Vec<Family> {
    let family = |name, body| Family { name, hostile: false, sizes: SIZES, body, walk };
    let hostile = |name, sizes, body| Family { name, hostile: true, sizes, body, walk };
    vec![
        family("growing number of items", bodies::items),
        family("growing message", bodies::message),
        Family { walk: walk_details, ..family("growing details, all read", bodies::details) },
        family("growing number of members", bodies::members),
        Family { walk: walk_list, ..family("growing list in a message, its values read", bodies::list) },
        hostile("hostile: 1,000,000 empty items", EMPTY_ITEMS, bodies::empty_items),
        hostile("hostile: 1,000,000 short items", SHORT_ITEMS, bodies::short_items),
        hostile("hostile: nothing but a string", LONG, bodies::one_string),
        hostile("hostile: lists nested as deep as may be", LONG, bodies::deep_lists),
        hostile("hostile: objects nested as deep as may be", LONG, bodies::deep_objects),
        hostile("hostile: short members", LONG, bodies::short_members),
        hostile("hostile: members named errors", LONG, bodies::repeated_lists),
        hostile("hostile: members named code", LONG, bodies::repeated_codes),
        hostile("hostile: a message of escapes", LONG, bodies::escapes),
        hostile("hostile: names with escapes", LONG, bodies::escaped_names),
        Family { walk: walk_list, ..hostile("hostile: a list of its wording's words", LONG, bodies::list_of_words) },
    ]
}

/// Counts the items and has everything ready.
struct Counted(usize);

impl Sink for Counted {
    #[inline]
    fn item<C: Piece, M: Piece>(&mut self, code: Option<C>, message: Option<M>) {
        black_box((&code, &message));
        self.0 += 1;
    }

    #[inline]
    fn field<T: Piece>(&mut self, value: Option<T>) {
        black_box(&value);
    }
}

/// All items with their codes and messages.
fn walk(body: &[u8]) -> usize {
    let mut counted = Counted(0);
    Typed::<Code>(PhantomData).read(body, &mut counted);
    counted.0
}

/// The same with all their details.
fn walk_details(body: &[u8]) -> usize {
    let mut counted = Counted(0);
    commercetools_details::Own.read(body, &mut counted);
    counted.0
}

/// All values of the list in the message.
fn walk_list(body: &[u8]) -> usize {
    let parameters = omnicart::read(409, body).parameters();
    let list = parameters.as_ref().and_then(|parameters| parameters.list("list"));
    list.map_or(0, |values| values.map(black_box).count())
}

/// The bodies of one size.
pub struct Step {
    /// About how many bytes a body has.
    pub size: usize,
    bodies: Vec<Body>,
    walk: fn(&[u8]) -> usize,
}

impl Family {
    /// About how many bytes the bodies have, from the shortest to the longest.
    #[must_use]
    pub const fn sizes(self) -> &'static [usize] {
        self.sizes
    }

    /// The bodies of each size. Of short ones there are several copies.
    #[must_use]
    pub fn steps(self) -> Vec<Step> {
        let step = |&size: &usize| {
            let mut rng = Rng::new(3);
            let copies = (COPIES * 250 / size).max(1);
            Step { size, bodies: (0..copies).map(|_| (self.body)(size, &mut rng)).collect(), walk: self.walk }
        };
        self.sizes.iter().map(step).collect()
    }

    /// Reads every body once.
    ///
    /// # Errors
    ///
    /// Says for which body not all items came out.
    pub fn check(self) -> Result<(), String> {
        for step in self.steps() {
            for Body { text, items } in &step.bodies {
                let walked = (step.walk)(text.as_bytes());
                if walked != *items {
                    return Err(format!("{}: {walked} items, not {items}, of {} bytes", self.name, text.len()));
                }
            }
        }
        Ok(())
    }
}

impl Step {
    /// How many bytes all copies have.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bodies.iter().map(|body| body.text.len()).sum()
    }

    /// How many copies there are.
    #[must_use]
    pub fn copies(&self) -> usize {
        self.bodies.len()
    }

    /// How many items the first copy has.
    #[must_use]
    pub fn items(&self) -> usize {
        self.bodies.first().map_or(0, |body| body.items)
    }

    /// Reads every copy.
    pub fn pass(&self) {
        for body in &self.bodies {
            black_box((self.walk)(black_box(body.text.as_bytes())));
        }
    }
}
