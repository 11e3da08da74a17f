//! Turns the catalogs of `errors-gen` into Rust.
//!
//! Data flows one way: a file is read into its `schema`, checked into a [`model`], lowered to tables,
//! emitted as tokens, rendered and written.

pub mod finding;
pub mod lower;
pub mod model;
mod schema;
pub mod template;
