//! Codes: their form, their inner structure and all that is known of each.

use errors_tables::{Audience, Kind};

use super::example::Example;
use super::fields::Field;
use super::retry::{Retry, Stated};
use super::wording::Wording;

/// What a code looks like on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeForm {
    /// Any text.
    Text {
        /// Codes that mean success; every other one is then a failure. Empty where no code means success.
        success: Vec<String>,
    },
    /// A decimal integer, `-` allowed, no leading zeros or `+`, within `i64`.
    Integer {
        /// Codes that mean success, as text.
        success: Vec<String>,
        /// Named ranges, in the catalog's order. Two ranges are disjoint or one holds the other.
        ranges: Vec<IntegerRange>,
    },
    /// Digits of a fixed width with leading zeros, at most 18.
    Digits {
        /// Codes that mean success, as text.
        success: Vec<String>,
        /// How many digits.
        width: u8,
        /// What the positions say, in the catalog's order.
        structure: Vec<DigitGroup>,
    },
}

/// What an unlisted code falls back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advised {
    /// The canonical kind.
    pub kind: Option<Kind>,
    /// Retry advice.
    pub retry: Option<Retry>,
    /// Who can do something about it.
    pub audience: Option<Audience>,
}

/// A named range of integer codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntegerRange {
    /// The catalog's name: `server_error`.
    pub name: String,
    /// The Rust name, checked: `ServerError`.
    pub ident: String,
    /// The first code of the range.
    pub from: i64,
    /// The last code of the range.
    pub to: i64,
    /// What codes of the range are about.
    pub meaning: String,
    /// What unlisted codes of the range fall back to.
    pub advised: Advised,
}

/// A group of digit positions and the values named for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigitGroup {
    /// The catalog's name: `outcome`.
    pub name: String,
    /// The Rust name, checked: `Outcome`.
    pub ident: String,
    /// The first position, counted from 0.
    pub start: u8,
    /// How many digits.
    pub len: u8,
    /// What the group tells.
    pub meaning: String,
    /// The named values, in the catalog's order; each `len` digits.
    pub values: Vec<DigitValue>,
}

impl DigitGroup {
    /// The named value that a code has here.
    #[must_use]
    pub fn value_of(&self, wire: &str) -> Option<&DigitValue> {
        let start = usize::from(self.start);
        let digits = wire.get(start..start + usize::from(self.len))?;
        self.values.iter().find(|value| value.digits == digits)
    }
}

/// A named value of a digit group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigitValue {
    /// The digits: `24`.
    pub digits: String,
    /// The catalog's name: `conflict`.
    pub name: String,
    /// The Rust name, checked: `Conflict`.
    pub ident: String,
    /// What the value means.
    pub meaning: String,
    /// Whether codes with this value mean success (`true`) or failure (`false`).
    pub success: Option<bool>,
    /// What unlisted codes with this value fall back to.
    pub advised: Advised,
}

/// One code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code as it stands on the wire.
    pub wire: String,
    /// The Rust name of the variant, checked: unique, no keyword.
    pub ident: String,
    /// Index into [`Vendor::sections`](super::Vendor::sections).
    pub section: usize,
    /// Heading within the section, such as `400 Bad Request`.
    pub group: Option<String>,
    /// Further sections in which the page lists the code.
    pub also_in: Vec<usize>,
    /// Which calls answer it: indices into [`Vendor::operations`](super::Vendor::operations), ascending. `None` where the page does not say.
    pub operations: Option<Vec<usize>>,
    /// The documented HTTP statuses, in the catalog's order. Empty where the code has none of its own.
    pub statuses: Vec<StatusRule>,
    /// The fixed wordings of its message. Empty where none is fixed.
    pub messages: Vec<Wording>,
    /// The vendor's fields for every item, overlaid with the code's own, in that order.
    pub fields: Vec<Field>,
    /// Names of the fields and placeholders that can hold personal or secret data.
    pub sensitive: Vec<String>,
    /// What it means, one sentence.
    pub meaning: String,
    /// What to do about it, one sentence.
    pub action: String,
    /// The canonical kind.
    pub kind: Kind,
    /// Whether and how to retry.
    pub retry: Retry,
    /// Who can do something about it.
    pub audience: Audience,
    /// What else the vendor's page says itself.
    pub stated: Stated,
    /// Whether the code means success, where the catalog's sentinels or structure say.
    pub success: Option<bool>,
    /// Whether it is a note: it comes with an answer and is never why it failed.
    pub note: bool,
    /// Since when and why it is retired.
    pub deprecated: Option<String>,
    /// The wire text of its successor.
    pub replaced_by: Option<String>,
    /// Where it is documented.
    pub link: String,
    /// Example bodies.
    pub examples: Vec<Example>,
}

/// A documented HTTP status of a code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StatusRule {
    /// The status, 100 to 599.
    pub http: u16,
    /// The calls for which it holds, ascending; `None` where it holds for all.
    pub operations: Option<Vec<usize>>,
}

/// An HTTP status that comes without a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transport {
    /// The status, 100 to 599.
    pub http: u16,
    /// The Rust-style name, checked: `ServiceUnavailable`.
    pub name: String,
    /// What it means, one sentence.
    pub meaning: String,
    /// What to do about it, one sentence.
    pub action: String,
    /// The canonical kind.
    pub kind: Kind,
    /// Whether and how to retry.
    pub retry: Retry,
    /// Who can do something about it.
    pub audience: Audience,
}
