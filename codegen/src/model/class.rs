//! Classes: what a part of a code, or another member of the item, tells about an error, even if its code is not listed.

use errors_tables::{Audience, Kind, Topic};

use super::envelope::ItemPath;
use super::retry::Retry;

/// A rule that classifies codes, listed or not, by a part of the code or by another member of the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The catalog's name: `subcategory`.
    pub name: String,
    /// The Rust name, checked: that of an enum for digits, that of a variant for a range, otherwise empty.
    pub ident: String,
    /// What the class is about; empty if the catalog does not say.
    pub meaning: String,
    /// What it classifies by.
    pub by: ClassBy,
    /// Whether its advice takes precedence over that of the code's own entry.
    pub outranks: bool,
    /// The named values, in the catalog's order; exactly one for a range and a prefix.
    pub values: Vec<ClassValue>,
}

/// What a class classifies by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassBy {
    /// Some of the digits of a code that consists of digits only.
    Digits {
        /// How many digits a code has.
        width: u8,
        /// The first position, counted from 0.
        start: u8,
        /// The number of digits.
        len: u8,
    },
    /// The range that an integer code lies in. Two ranges are disjoint, or one contains the other.
    Range {
        /// The first code.
        from: i64,
        /// The last code.
        to: i64,
    },
    /// A prefix of the code.
    Prefix(String),
    /// Another member of the item, by its paths from the item, in order of preference.
    Member(Vec<ItemPath>),
}

/// A named value of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassValue {
    /// The digits, or the text of the member; empty for a range or a prefix.
    pub text: String,
    /// The catalog's name: `conflict`.
    pub name: String,
    /// The Rust name, checked, of a variant for digits, otherwise empty: `Conflict`.
    pub ident: String,
    /// What the value means; empty if the catalog does not say.
    pub meaning: String,
    /// Whether codes with this value mean success (`true`) or failure (`false`).
    pub success: Option<bool>,
    /// Whether errors with this value are notes, such as warnings: never the reason why a request failed.
    pub note: bool,
    /// The advice for unlisted codes with this value.
    pub advised: Advised,
}

/// Advice that does not come from the code's own entry. `None` leaves the answer to the next source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advised {
    /// The canonical kind.
    pub kind: Option<Kind>,
    /// The topic: what the error is about for a shop.
    pub topic: Option<Topic>,
    /// Retry advice.
    pub retry: Option<Retry>,
    /// Who can do something about it.
    pub audience: Option<Audience>,
    /// What to do about it, one sentence. Always `None` in a class.
    pub action: Option<String>,
}

impl Class {
    /// The named value of a code; `None` if it has none, or if the class looks at another member.
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
