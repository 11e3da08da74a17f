//! Perfect hashes over the codes of a vendor.
//!
//! `errors_runtime::table` evaluates the same function; a test there looks every code of every table up.

mod key;
mod search;

use crate::model::CodeForm;
use key::{number_key, text_key};
use search::search;

/// From the wire text of a code to its index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Codes of any text.
    Text {
        /// Which bytes are hashed.
        bytes: KeyBytes,
        /// The hash.
        hash: Hash,
    },
    /// Integers, or digits of a fixed width.
    Number {
        /// The number of digits; 0 for integers.
        width: u8,
        /// The codes as numbers.
        values: Vec<i64>,
        /// The hash.
        hash: Hash,
    },
    /// The indices of the codes in the order of their texts.
    Sorted(Vec<u32>),
}

/// Which bytes of a text are hashed, beside its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyBytes {
    /// The first eight and the last eight.
    Ends,
    /// Those and the eight around the middle.
    EndsAndMiddle,
    /// All.
    All,
}

/// The parameters of a perfect hash; `errors_runtime::table::Hash` explains them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hash {
    /// The multiplier, odd.
    pub seed: u64,
    /// 64 minus the binary logarithm of the number of slots.
    pub shift: u8,
    /// 64 minus the binary logarithm of the number of displacements.
    pub bucket_shift: u8,
    /// One for each bucket; empty where one level is enough.
    pub displacements: Vec<u32>,
    /// The index of the code for each slot; the number of codes where there is none.
    pub slots: Vec<u32>,
}

/// The lookup of the codes with these wire texts, in this order.
///
/// The result depends on nothing but the arguments. Numbers are hashed where every code is one in its canonical form.
/// Texts are hashed by as few bytes as tell them apart. Where no perfect hash is found, which takes codes made for it,
/// the codes are sorted.
#[must_use]
pub fn lookup(form: &CodeForm, wire: &[&str]) -> Lookup {
    let numbers = match form {
        CodeForm::Text { .. } => None,
        CodeForm::Integer { .. } => integers(wire).map(|values| (0, values)),
        CodeForm::Digits { width, .. } => fixed_digits(wire, *width).map(|values| (*width, values)),
    };
    let found = if let Some((width, values)) = numbers {
        let keys: Vec<u64> = values.iter().map(|&value| number_key(value)).collect();
        perfect(&keys).map(|hash| Lookup::Number { width, values, hash })
    } else {
        [KeyBytes::Ends, KeyBytes::EndsAndMiddle, KeyBytes::All].into_iter().find_map(|bytes| {
            let keys: Vec<u64> = wire.iter().map(|text| text_key(text.as_bytes(), bytes)).collect();
            perfect(&keys).map(|hash| Lookup::Text { bytes, hash })
        })
    };
    found.unwrap_or_else(|| sorted(wire))
}

/// A perfect hash of the keys, if they are distinct and one is found.
fn perfect(keys: &[u64]) -> Option<Hash> {
    let mut ordered = keys.to_vec();
    ordered.sort_unstable();
    // Only the key is hashed, so keys have to differ even where the lengths of the texts do.
    let distinct = ordered.iter().zip(ordered.iter().skip(1)).all(|(one, next)| one != next);
    if distinct { search(keys) } else { None }
}

/// The codes as numbers, if all are decimal integers as the runtime reads them.
fn integers(wire: &[&str]) -> Option<Vec<i64>> {
    wire.iter().map(|text| text.parse().ok().filter(|value: &i64| value.to_string() == **text)).collect()
}

/// The codes as numbers, if all have exactly `width` digits.
fn fixed_digits(wire: &[&str], width: u8) -> Option<Vec<i64>> {
    let digits = |text: &str| text.len() == usize::from(width) && text.bytes().all(|byte| byte.is_ascii_digit());
    wire.iter().map(|text| if digits(text) { text.parse().ok() } else { None }).collect()
}

/// The indices in the order of the texts.
fn sorted(wire: &[&str]) -> Lookup {
    let mut order: Vec<(&str, u32)> = wire.iter().copied().zip(0..).collect();
    order.sort_unstable();
    Lookup::Sorted(order.into_iter().map(|(_, index)| index).collect())
}

#[cfg(test)]
mod tests;
