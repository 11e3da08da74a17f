//! Looking codes up: from the text to the index of the code.

use std::hint::black_box;

use errors_gen::ErrorCode as _;

use crate::group::{Group, OWN, Variant};
use crate::rng::Rng;
use crate::sink::Sink;

/// A `match` on the text, or on the number.
pub const MATCH: &str = "match";
/// An enum with `strum::EnumString`.
pub const STRUM: &str = "strum";
/// A `phf::Map`.
pub const PHF: &str = "phf";
/// A `hashbrown::HashMap` with foldhash.
pub const HASHBROWN: &str = "hashbrown, foldhash";

/// How many texts are looked up in a pass.
const COUNT: usize = 4096;

mod rivals {
    #![allow(
        dead_code,
        unreachable_code,
        clippy::all,
        clippy::pedantic,
        reason = "generated, and not all of it compared"
    )]
    include!(concat!(env!("OUT_DIR"), "/lookups.rs"));
}

type Keys = &'static [&'static str];

/// Texts as they come: mostly listed codes, every tenth one not. Each has bytes of its own at any alignment.
fn keys(listed: &[&str]) -> Keys {
    let mut rng = Rng::new(11);
    let mut arena = String::new();
    let mut ranges = Vec::new();
    for _ in 0..COUNT {
        let code = rng.pick(listed);
        let mut text = code.to_owned();
        if rng.below(10) == 0 {
            let at = rng.below(code.len());
            match rng.below(3) {
                0 => text.replace_range(at..=at, if code.as_bytes()[at].is_ascii_digit() { "5" } else { "q" }),
                1 => text.truncate(at.max(1)),
                _ => text.push_str(&rng.pick(listed)[..3.min(code.len())]),
            }
        }
        arena.push_str("\"code\":\"");
        ranges.push(arena.len()..arena.len() + text.len());
        arena.push_str(&text);
        arena.push_str("\",");
    }
    let arena: &'static str = arena.leak();
    ranges.into_iter().map(|range| &arena[range]).collect::<Vec<_>>().leak()
}

/// The numbers that the texts are, as far as they are.
fn numbers(texts: Keys) -> &'static [i64] {
    texts.iter().map(|text| text.parse().unwrap_or(7)).collect::<Vec<_>>().leak()
}

/// How lookups follow each other.
#[derive(Clone, Copy)]
enum Order {
    /// Each is free to begin before the last has ended.
    Bulk,
    /// Each has to wait for the last one.
    Chain,
}

impl Order {
    fn variant<K: 'static>(
        self,
        name: &'static str,
        keys: &'static [K],
        find: impl Fn(&K) -> Option<u16> + 'static,
    ) -> Variant {
        let zero = black_box(0);
        let run = move |sink: &mut Sink| {
            let keys = black_box(keys);
            if sink.answers().is_some() {
                for key in keys {
                    sink.row();
                    sink.value(find(key));
                }
                return;
            }
            let found = |key| find(key).map_or(999, usize::from);
            let sum = match self {
                Self::Bulk => keys.iter().fold(0, |sum: usize, key| sum.wrapping_add(found(key))),
                Self::Chain => {
                    let (mut sum, mut at) = (0_usize, 0);
                    for _ in 0..keys.len() {
                        let found = found(&keys[at]);
                        sum = sum.wrapping_add(found);
                        at = (at + 1 + (found & zero)) % COUNT;
                    }
                    sum
                }
            };
            black_box(sum);
        };
        Variant { name, run: Box::new(run) }
    }
}

fn group(name: &'static str, variants: Vec<Variant>) -> Group {
    Group { name, count: COUNT, bytes: 0, variants }
}

/// The two groups of a vendor.
macro_rules! texts {
    ($vendor:ident, $bulk:literal, $chain:literal) => {{
        use rivals::$vendor as rival;
        let keys = keys(rival::TEXTS);
        let indexed = rival::TEXTS.iter().zip(0_u16..).map(|(text, index)| (*text, index));
        let map: &'static hashbrown::HashMap<&str, u16, foldhash::fast::RandomState> =
            Box::leak(Box::new(indexed.collect()));
        #[expect(clippy::cast_possible_truncation, reason = "vendors have few codes")]
        let own = |text: &&'static str| errors_gen::$vendor::Code::from_wire(text).map(|code| code.index() as u16);
        [($bulk, Order::Bulk), ($chain, Order::Chain)].map(|(name, order)| {
            let variants = vec![
                order.variant(OWN, keys, own),
                order.variant(MATCH, keys, |text| rival::by_match(text)),
                order.variant(STRUM, keys, |text| rival::by_strum(text)),
                order.variant(PHF, keys, |text| rival::by_phf(text)),
                order.variant(HASHBROWN, keys, |text| map.get(*text).copied()),
            ];
            group(name, variants)
        })
    }};
}

/// The group of a vendor's codes as numbers.
macro_rules! integers {
    ($vendor:ident, $name:literal) => {{
        let keys = numbers(keys(rivals::$vendor::TEXTS));
        #[expect(clippy::cast_possible_truncation, reason = "vendors have few codes")]
        let own = |number: &i64| errors_gen::$vendor::Code::from_number(*number).map(|code| code.index() as u16);
        let by_match = |number: &i64| rivals::$vendor::by_integer_match(*number);
        group($name, vec![Order::Bulk.variant(OWN, keys, own), Order::Bulk.variant(MATCH, keys, by_match)])
    }};
}

/// The groups of all vendors with more than 20 codes.
#[must_use]
pub fn groups() -> Vec<Group> {
    let mut groups = Vec::new();
    groups.extend(texts!(commercetools, "commercetools codes", "commercetools codes, chain"));
    groups.extend(texts!(dukanext, "DukaNext codes", "DukaNext codes, chain"));
    groups.extend(texts!(omnicart, "OmniCart digits", "OmniCart digits, chain"));
    groups.extend(texts!(abicart, "Abicart integers as text", "Abicart integers as text, chain"));
    groups.push(integers!(omnicart, "OmniCart digits as integers"));
    groups.push(integers!(abicart, "Abicart integers"));
    groups
}
