//! Turns the catalogs of `errors-gen` into Rust.
//!
//! Data flows one way: a file is read into its `schema`, checked into a [`model`], lowered to tables,
//! emitted as tokens, rendered and written. A build script does all of it with [`compile`]; what is written needs the crate
//! `errors-runtime`.

mod check;
mod deserialize;
mod emit;
pub mod finding;
mod generate;
mod locate;
pub mod lower;
pub mod model;
mod parse;
mod read;
mod render;
mod schema;
mod source;
pub mod template;
mod tree;
mod write;

pub use generate::{CompileError, Options, SourceFile, compile, generate, write};
pub use read::{read_directory, read_files, read_text};
