//! Example bodies.

use errors_tables::{Outcome, Reason};

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
    /// The place of the example in the catalog, for reports about it.
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
    /// A code that must be among those read.
    pub includes: Option<String>,
    /// The messages of all items in order; `None` for an item without one.
    pub messages: Option<Vec<Option<String>>>,
    /// The name of a transport error.
    pub transport: Option<String>,
    /// Why the body is none of the vendor's envelopes.
    pub reason: Option<Reason>,
}
