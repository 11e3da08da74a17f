//! Codes and all that is known of each.

use errors_tables::{Audience, Kind, Topic};

use super::class::Advised;
use super::envelope::WrittenIn;
use super::example::Example;
use super::fields::Field;
use super::retry::{Retry, Stated};
use super::wording::Wording;

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
    /// Why it has none; `None` where it has one.
    pub without_status: Option<NoStatus>,
    /// The statuses that an item with this code has itself, beside the response's. Empty where the catalog does not say.
    pub item_statuses: Vec<u16>,
    /// The fixed wordings of its message. Empty where none is fixed.
    pub messages: Vec<Wording>,
    /// What it means with some statuses or wordings; the first that fits counts.
    pub variants: Vec<Variant>,
    /// The vendor's fields for every item, overlaid with the code's own, in that order.
    pub fields: Vec<Field>,
    /// Names of the fields and placeholders that can hold personal or secret data.
    pub sensitive: Vec<String>,
    /// Names of the fields that `Display` shows behind the message.
    pub shown: Vec<String>,
    /// What it means, one sentence.
    pub meaning: String,
    /// What to do about it, one sentence.
    pub action: String,
    /// The canonical kind.
    pub kind: Kind,
    /// What it is about for a shop.
    pub topic: Option<Topic>,
    /// Whether and how to retry.
    pub retry: Retry,
    /// Who can do something about it.
    pub audience: Audience,
    /// What else the vendor's page says itself.
    pub stated: Stated,
    /// Whether the code means success, where the catalog's sentinels or classes say.
    pub success: Option<bool>,
    /// Whether it is a note: it comes with an answer and is never why it failed.
    pub note: bool,
    /// Whether a class speaks for it where one can.
    pub defers: bool,
    /// Since when and why it is retired.
    pub deprecated: Option<String>,
    /// The wire text of its successor.
    pub replaced_by: Option<String>,
    /// Where it is documented.
    pub link: String,
    /// Where it is written; `None` where any place will do.
    pub written_in: Option<WrittenIn>,
    /// Example bodies.
    pub examples: Vec<Example>,
}

/// What a code means with some statuses or wordings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The HTTP statuses with which it is so; empty for all.
    pub http: Vec<u16>,
    /// The texts of the wordings with which it is so, some of [`Code::messages`]; empty for all.
    pub messages: Vec<String>,
    /// What the code means then, one sentence.
    pub meaning: String,
    /// What it says in place of the row. What it leaves out, the row says.
    pub advised: Advised,
}

/// A finer code beside the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailCode {
    /// The text as it stands on the wire.
    pub wire: String,
    /// The Rust name of the variant, checked: unique, no keyword.
    pub ident: String,
    /// The wire text of the code that it refines; `None` where it says the same beside every code.
    pub code: Option<String>,
    /// What it means, one sentence.
    pub meaning: String,
    /// What it says in place of the code. What it leaves out, the code says.
    pub advised: Advised,
}

/// Why a code has no HTTP status of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoStatus {
    /// It never has one.
    None,
    /// It is not tied to one.
    Any,
    /// The page does not say.
    Unknown,
}

impl NoStatus {
    /// Every reason.
    pub const ALL: &'static [Self] = &[Self::None, Self::Any, Self::Unknown];

    /// The word, as catalogs and exports write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Any => "any",
            Self::Unknown => "unknown",
        }
    }

    /// What it means, in a few words for a person.
    #[must_use]
    pub const fn describe(self) -> &'static str {
        match self {
            Self::None => "none of its own",
            Self::Any => "any: it is not tied to one",
            Self::Unknown => "unknown: the page does not say",
        }
    }
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
    /// What it is about for a shop.
    pub topic: Option<Topic>,
    /// Whether and how to retry.
    pub retry: Retry,
    /// Who can do something about it.
    pub audience: Audience,
}
