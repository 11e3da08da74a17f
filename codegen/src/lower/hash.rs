//! Builds perfect hashes of the codes of a vendor, which `errors_tables` evaluates.

mod search;

use errors_tables::{Hash, KeyBytes, Lookup, Slots, number_key, text_key};

use super::Arena;
use crate::model::CodeForm;
use search::{Found, search};

/// The lookup of the codes with these wire texts, in this order.
///
/// The result only depends on the arguments. If all codes are canonical numbers, the numbers are hashed; otherwise as
/// few bytes of the texts as distinguish them. If no perfect hash is found, which only happens with codes made for that
/// purpose, the codes are sorted.
pub(super) fn lookup<'t>(arena: &'t Arena, form: CodeForm, wire: &[&str]) -> Lookup<'t> {
    let numbers = match form {
        CodeForm::Text => None,
        CodeForm::Integer => integers(wire).map(|values| (0, values)),
        CodeForm::Digits { width } => fixed_digits(wire, width).map(|values| (width, values)),
    };
    let found = if let Some((width, values)) = numbers {
        let keys: Vec<u64> = values.iter().map(|&value| number_key(value)).collect();
        perfect(&keys).map(|found| Lookup::Number { width, values: arena.all(&values), hash: hash(arena, &found) })
    } else {
        [KeyBytes::Ends, KeyBytes::EndsAndMiddle, KeyBytes::All].into_iter().find_map(|bytes| {
            let keys: Vec<u64> = wire.iter().map(|text| text_key(text.as_bytes(), bytes)).collect();
            perfect(&keys).map(|found| Lookup::Text { bytes, hash: hash(arena, &found) })
        })
    };
    found.unwrap_or_else(|| Lookup::Sorted(arena.all(&sorted(wire))))
}

/// A perfect hash of the keys; `None` if they are not distinct, or if none is found.
fn perfect(keys: &[u64]) -> Option<Found> {
    let mut ordered = keys.to_vec();
    ordered.sort_unstable();
    // Only the keys are hashed, so they must be distinct; it does not suffice that the lengths of the texts differ.
    let distinct = ordered.iter().zip(ordered.iter().skip(1)).all(|(one, next)| one != next);
    if distinct { search(keys) } else { None }
}

/// The hash, with its slots in the smallest type that fits.
fn hash<'t>(arena: &'t Arena, found: &Found) -> Hash<'t> {
    let slots = if let Ok(slots) = arena.try_each(&found.slots, |&index| u8::try_from(index)) {
        Slots::U8(slots)
    } else if let Ok(slots) = arena.try_each(&found.slots, |&index| u16::try_from(index)) {
        Slots::U16(slots)
    } else {
        Slots::U32(arena.all(&found.slots))
    };
    let Found { seed, shift, bucket_shift, .. } = *found;
    Hash { seed, shift, bucket_shift, displacements: arena.all(&found.displacements), slots }
}

/// The codes as numbers, if all are canonical decimal integers.
fn integers(wire: &[&str]) -> Option<Vec<i64>> {
    wire.iter().map(|text| text.parse().ok().filter(|value: &i64| value.to_string() == **text)).collect()
}

/// The codes as numbers, if all have exactly `width` digits.
fn fixed_digits(wire: &[&str], width: u8) -> Option<Vec<i64>> {
    let digits = |text: &str| text.len() == usize::from(width) && text.bytes().all(|byte| byte.is_ascii_digit());
    wire.iter().map(|text| if digits(text) { text.parse().ok() } else { None }).collect()
}

/// The indices, sorted by text.
fn sorted(wire: &[&str]) -> Vec<u32> {
    let mut order: Vec<(&str, u32)> = wire.iter().copied().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests;
