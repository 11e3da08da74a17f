//! JSON as it stands in a body: a validating scanner, and borrowed views of what it passed.
//!
//! What counts as JSON is RFC 8259 as [`serde_json`] skips it: lone surrogate escapes and numbers of any size are fine.
//! Nesting is limited to [`MAX_DEPTH`].
//!
//! [`serde_json`]: https://docs.rs/serde_json

mod blocks;
mod ends;
pub(crate) mod escape;
mod lead;
mod members;
mod quote;
mod scan;
mod separators;
mod sibling;
mod skip;
mod string;
mod text;
mod utf8;
mod value;

pub use errors_tables::JsonKind;
pub(crate) use lead::Lead;
pub(crate) use members::FindMember;
pub use scan::MAX_DEPTH;
pub(crate) use scan::{Fault, Scanner, Span};
pub(crate) use skip::Passage;
pub use text::{Chars, Text};
pub(crate) use utf8::Utf8;
pub use value::{Elements, Json, Members};
