//! Turns the catalogs of `errors-gen` into Rust.
//!
//! Data flows one way: a file is read into its `schema`, checked into a [`model`], lowered to tables,
//! emitted as tokens, rendered and written.

mod deserialize;
pub mod finding;
mod locate;
pub mod lower;
pub mod model;
mod parse;
mod schema;
mod source;
pub mod template;
mod tree;
