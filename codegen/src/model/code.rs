//! Codes and their attributes.

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
    /// The code's text on the wire.
    pub wire: String,
    /// The Rust name of the variant, checked: unique, and not a keyword.
    pub ident: String,
    /// Index into [`Vendor::sections`](super::Vendor::sections).
    pub section: usize,
    /// Heading within the section, such as `400 Bad Request`.
    pub group: Option<String>,
    /// Further sections in which the page lists the code.
    pub also_in: Vec<usize>,
    /// The API calls that can fail with it: indices into [`Vendor::operations`](super::Vendor::operations), ascending;
    /// `None` if the page does not say.
    pub operations: Option<Vec<usize>>,
    /// The documented HTTP statuses, in the catalog's order; empty if the code has none of its own.
    pub statuses: Vec<StatusRule>,
    /// Why it has no status; `None` if it has one.
    pub without_status: Option<NoStatus>,
    /// The documented values of the item's own status member, which can differ from the HTTP status of the response;
    /// empty if the catalog does not say.
    pub item_statuses: Vec<u16>,
    /// The wordings of its message, if any.
    pub messages: Vec<Wording>,
    /// What it means with some statuses or wordings; the first that applies is used.
    pub variants: Vec<Variant>,
    /// The fields of every item, followed by the code's own fields, which replace those with the same key.
    pub fields: Vec<Field>,
    /// The names of the fields and placeholders that can hold personal or secret data.
    pub sensitive: Vec<String>,
    /// The names of the fields that `Display` shows after the message.
    pub shown: Vec<String>,
    /// What it means, one sentence.
    pub meaning: String,
    /// What to do about it, one sentence.
    pub action: String,
    /// The canonical kind.
    pub kind: Kind,
    /// The topic: what the error is about for a shop.
    pub topic: Topic,
    /// Whether and how to send the request again.
    pub retry: Retry,
    /// Who can do something about it.
    pub audience: Audience,
    /// Which of the other advice is from the vendor's page.
    pub stated: Stated,
    /// Whether the code means success (`true`) or failure (`false`); `None` if neither sentinels nor classes say.
    pub success: Option<bool>,
    /// Whether it is a note, such as a warning: never the reason why a request failed.
    pub note: bool,
    /// Whether it defers to its classes, whose advice then takes precedence.
    pub defers: bool,
    /// Since when and why it is deprecated.
    pub deprecated: Option<String>,
    /// The wire text of the code that replaces it.
    pub replaced_by: Option<String>,
    /// Where it is documented.
    pub link: String,
    /// Where the code is written; `None` if any place will do.
    pub written_in: Option<WrittenIn>,
    /// Example bodies.
    pub examples: Vec<Example>,
    /// Where its row stands in the catalog, for reports about it.
    pub place: crate::finding::Place,
}

/// What a code means with some statuses or wordings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The HTTP statuses that it applies to; empty for all.
    pub http: Vec<u16>,
    /// The texts of the wordings that it applies to, some of [`Code::messages`]; empty for all.
    pub messages: Vec<String>,
    /// What the code means then, one sentence.
    pub meaning: String,
    /// The advice that replaces that of the code. Where it is `None`, that of the code applies.
    pub advised: Advised,
}

/// A detail code: a second code of an item, which says more precisely what its code means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailCode {
    /// The text on the wire.
    pub wire: String,
    /// The Rust name of the variant, checked: unique, and not a keyword.
    pub ident: String,
    /// The wire text of the code that it refines; `None` if it means the same with every code.
    pub code: Option<String>,
    /// What it means, one sentence.
    pub meaning: String,
    /// The advice that replaces that of the code. Where it is `None`, that of the code applies.
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
    /// The calls that it applies to, ascending; `None` if it applies to all.
    pub operations: Option<Vec<usize>>,
}

/// An HTTP status that the vendor documents for responses without a code.
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
    /// The topic: what the error is about for a shop.
    pub topic: Topic,
    /// Whether and how to send the request again.
    pub retry: Retry,
    /// Who can do something about it.
    pub audience: Audience,
}
