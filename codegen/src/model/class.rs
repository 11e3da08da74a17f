//! Classes: what a part of a code, or a member beside it, says also of codes that are not listed.

use errors_tables::{Audience, Kind, Topic};

use super::envelope::ItemPath;
use super::retry::Retry;

/// What tells something of codes, listed or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The catalog's name: `subcategory`.
    pub name: String,
    /// The Rust name, checked: that of an enum for digits, that of a variant for a range, else empty.
    pub ident: String,
    /// What the class tells; empty where the catalog does not say.
    pub meaning: String,
    /// What it looks at.
    pub by: ClassBy,
    /// Whether it speaks before the code's own row.
    pub outranks: bool,
    /// The named values, in the catalog's order; exactly one for a range and a prefix.
    pub values: Vec<ClassValue>,
}

/// What a class looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassBy {
    /// Some digits of a code of digits.
    Digits {
        /// How many digits a code has.
        width: u8,
        /// The first position, counted from 0.
        start: u8,
        /// How many digits.
        len: u8,
    },
    /// The number that the code is. Two ranges are disjoint or one holds the other.
    Range {
        /// The first code.
        from: i64,
        /// The last code.
        to: i64,
    },
    /// How the code begins.
    Prefix(String),
    /// A member beside the code, from the item on, in order of preference.
    Member(Vec<ItemPath>),
}

/// A named value of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassValue {
    /// The digits, or the text of the member; empty for a range or a prefix.
    pub text: String,
    /// The catalog's name: `conflict`.
    pub name: String,
    /// The Rust name, checked, of a variant for digits, else empty: `Conflict`.
    pub ident: String,
    /// What the value means; empty where the catalog does not say.
    pub meaning: String,
    /// Whether codes with this value mean success (`true`) or failure (`false`).
    pub success: Option<bool>,
    /// Whether such codes are notes: they come with an answer and are never why it failed.
    pub note: bool,
    /// What unlisted codes with this value fall back to.
    pub advised: Advised,
}

/// What is said of an error beside its code's own row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advised {
    /// The canonical kind.
    pub kind: Option<Kind>,
    /// What it is about for a shop.
    pub topic: Option<Topic>,
    /// Retry advice.
    pub retry: Option<Retry>,
    /// Who can do something about it.
    pub audience: Option<Audience>,
    /// What to do about it, one sentence. A class does not say it.
    pub action: Option<String>,
}

impl Class {
    /// The named value that a code has; none where the class looks at a member beside the code.
    #[must_use]
    pub fn value_of(&self, wire: &str) -> Option<&ClassValue> {
        match &self.by {
            ClassBy::Digits { start, len, .. } => {
                let digits = wire.get(usize::from(*start)..usize::from(*start) + usize::from(*len))?;
                self.values.iter().find(|value| value.text == digits)
            }
            ClassBy::Range { from, to } => {
                let number: i64 = wire.parse().ok()?;
                self.values.first().filter(|_| (*from..=*to).contains(&number))
            }
            ClassBy::Prefix(prefix) => self.values.first().filter(|_| wire.starts_with(prefix)),
            ClassBy::Member(_) => None,
        }
    }
}
