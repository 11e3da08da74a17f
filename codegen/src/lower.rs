//! The model lowered to the tables that the runtime reads: envelopes as one trie, codes as a perfect hash.
//!
//! The types mirror those of `errors_runtime::table`, owned. Emitters write them as statics; `errors_runtime::load` copies them
//! into an arena.

mod hash;
mod places;
mod reader;
mod trie;

pub use hash::{Hash, KeyBytes, Lookup, lookup};
pub use reader::{
    CodePath, Condition, Counted, Envelope, ItemPath, ItemPlaces, Kept, Limit, Member, Node, Place, Reader,
    SuccessRule, Test, Usual, Write, reader,
};
