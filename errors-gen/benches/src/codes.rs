//! Looking codes up: from the text to the index of the code.

use std::hint::black_box;

use errors_gen::ErrorCode as _;

use crate::group::{Group, Variant};
use crate::reading::OWN;
use crate::rng::Rng;

/// What the groups belong to.
const SECTION: &str = "Codes";

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
    #![allow(dead_code, clippy::pedantic, clippy::unreadable_literal, reason = "generated, and not all of it compared")]
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

/// Lookups one after the other, each free to begin before the last has ended.
fn bulk<K: 'static>(
    name: &'static str,
    keys: &'static [K],
    find: impl Fn(&K) -> Option<u16> + Copy + 'static,
) -> Variant {
    let pass = Box::new(move || {
        let sum = black_box(keys).iter().fold(0, |sum: u64, key| sum.wrapping_add(find(key).map_or(999, u64::from)));
        black_box(sum);
    });
    let answers = move || keys.iter().map(|key| vec![find(key).map(|index| index.to_string())]).collect();
    Variant { name, pass, answers: Some(Box::new(answers)) }
}

/// Lookups of which each has to wait for the last one.
fn chain<K: 'static>(
    name: &'static str,
    keys: &'static [K],
    find: impl Fn(&K) -> Option<u16> + Copy + 'static,
) -> Variant {
    let zero = black_box(0);
    let pass = Box::new(move || {
        let keys = black_box(keys);
        let (mut sum, mut at) = (0_usize, 0);
        for _ in 0..keys.len() {
            let found = find(&keys[at]).map_or(999, usize::from);
            sum = sum.wrapping_add(found);
            at = (at + 1 + (found & zero)) % COUNT;
        }
        black_box(sum);
    });
    Variant { name, pass, answers: None }
}

fn group(name: &'static str, variants: Vec<Variant>) -> Group {
    Group { section: SECTION, name, count: COUNT, bytes: 0, variants }
}

/// The two groups of a vendor.
macro_rules! texts {
    ($vendor:ident, $bulk:literal, $chain:literal) => {{
        let keys = keys(rivals::$vendor::TEXTS);
        let indexed = rivals::$vendor::TEXTS.iter().zip(0_u16..).map(|(text, index)| (*text, index));
        let map: &'static hashbrown::HashMap<&str, u16, foldhash::fast::RandomState> =
            Box::leak(Box::new(indexed.collect()));
        #[expect(clippy::cast_possible_truncation, reason = "vendors have few codes")]
        let own = |text: &&'static str| errors_gen::$vendor::Code::from_wire(text).map(|code| code.index() as u16);
        let by_match = |text: &&'static str| rivals::$vendor::by_match(text);
        let by_strum = |text: &&'static str| rivals::$vendor::by_strum(text);
        let by_phf = |text: &&'static str| rivals::$vendor::by_phf(text);
        let by_map = move |text: &&'static str| map.get(*text).copied();
        let all = |way: Way| {
            vec![
                way.variant(OWN, keys, own),
                way.variant(MATCH, keys, by_match),
                way.variant(STRUM, keys, by_strum),
                way.variant(PHF, keys, by_phf),
                way.variant(HASHBROWN, keys, by_map),
            ]
        };
        [group($bulk, all(Way::Bulk)), group($chain, all(Way::Chain))]
    }};
}

/// The group of a vendor's codes as numbers.
macro_rules! integers {
    ($vendor:ident, $name:literal) => {{
        let keys = numbers(keys(rivals::$vendor::TEXTS));
        #[expect(clippy::cast_possible_truncation, reason = "vendors have few codes")]
        let own = |number: &i64| errors_gen::$vendor::Code::from_number(*number).map(|code| code.index() as u16);
        let by_match = |number: &i64| rivals::$vendor::by_integer_match(*number);
        group($name, vec![bulk(OWN, keys, own), bulk(MATCH, keys, by_match)])
    }};
}

#[derive(Clone, Copy)]
enum Way {
    Bulk,
    Chain,
}

impl Way {
    fn variant<K: 'static>(
        self,
        name: &'static str,
        keys: &'static [K],
        find: impl Fn(&K) -> Option<u16> + Copy + 'static,
    ) -> Variant {
        match self {
            Self::Bulk => bulk(name, keys, find),
            Self::Chain => chain(name, keys, find),
        }
    }
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
