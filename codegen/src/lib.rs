//! Turns the catalogs of `errors-gen` into Rust.
//!
//! Data flows one way: a file is read into its `schema`, checked into a [`model`], lowered to tables,
//! emitted as tokens, rendered and written. A build script does all of it with [`compile`]; what is written needs the crate
//! `errors-runtime`.

mod check;
mod compile;
mod deserialize;
mod emit;
pub mod finding;
mod generate;
pub mod load;
mod locate;
mod lower;
pub mod model;
mod parse;
mod read;
mod render;
mod schema;
mod source;
mod stamp;
pub mod template;
mod tree;
mod write;

pub use compile::{CompileError, compile};
pub use generate::{Options, generate};
pub use read::{read_directory, read_files, read_text};
pub use write::{SourceFile, write};
