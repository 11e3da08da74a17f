//! Example bodies.

use errors_tables::{Kind, Outcome, Reason};

/// A body, and what it must read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What the body shows.
    pub title: Option<String>,
    /// The HTTP status it came with.
    pub status: Option<u16>,
    /// Index into [`Vendor::operations`](super::Vendor::operations).
    pub operation: Option<usize>,
    /// The body.
    pub body: String,
    /// What must be read.
    pub reads: Reads,
    /// In what it differs on purpose from the row of the code that it stands under.
    pub differs: Vec<Difference>,
    /// Where the example stands in the catalog, for reports about it.
    pub place: crate::finding::Place,
}

/// What an example must read as. What is `None` is not compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reads {
    /// What became of the request.
    pub outcome: Option<Outcome>,
    /// The name of the envelope.
    pub envelope: Option<String>,
    /// The codes of all items in order; `None` for an item without one.
    pub codes: Option<Vec<Option<String>>>,
    /// The finer codes of all items in order; `None` for an item without one.
    pub detail_codes: Option<Vec<Option<String>>>,
    /// The coarser codes of all items in order; `None` for an item without one.
    pub parent_codes: Option<Vec<Option<String>>>,
    /// A code that must be among those read.
    pub includes: Option<String>,
    /// The messages of all items in order; `None` for an item without one.
    pub messages: Option<Vec<Option<String>>>,
    /// The items' own HTTP statuses in order; `None` for an item without one.
    pub item_statuses: Option<Vec<Option<u16>>>,
    /// The items' identifiers in order; `None` for an item without one.
    pub ids: Option<Vec<Option<String>>>,
    /// The answers in a batch, in order.
    pub elements: Option<Vec<ReadElement>>,
    /// Fields of the item that the example is about, each with its value; `None` for one that is not there.
    pub fields: Vec<(String, Option<String>)>,
    /// Parameters of the message of the item that the example is about.
    pub parameters: Vec<(String, String)>,
    /// Members that the envelope keeps, by their paths; `None` for one that is not there.
    pub context: Vec<(String, Option<String>)>,
    /// The kind of the response.
    pub kind: Option<Kind>,
    /// The line that `Display` writes.
    pub shows: Option<String>,
    /// The name of a transport error.
    pub transport: Option<String>,
    /// Why the body is none of the vendor's envelopes.
    pub reason: Option<Reason>,
}

/// What an answer in a batch must read as. What is `None` is not compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadElement {
    /// What became of the request that it answers.
    pub outcome: Option<Outcome>,
    /// The identifier of that request.
    pub id: Option<String>,
    /// The codes of its items in order; `None` for an item without one.
    pub codes: Option<Vec<Option<String>>>,
}

/// In what an example can differ from the row of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Its HTTP status is none of the row's.
    Status,
    /// Its message follows none of the row's wordings.
    Message,
    /// It lacks a required field, or a field has another type.
    Fields,
}

impl Difference {
    /// Every difference.
    pub const ALL: &'static [Self] = &[Self::Status, Self::Message, Self::Fields];

    /// The word in catalogs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Message => "message",
            Self::Fields => "fields",
        }
    }
}
