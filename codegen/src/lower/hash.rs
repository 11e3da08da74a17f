//! Perfect hashes over the codes of a vendor.
//!
//! `errors_gen::table` evaluates the same function; a test there looks every code of every table up.

use crate::model::CodeForm;

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

/// The parameters of a perfect hash; `errors_gen::table::Hash` explains them.
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
