//! Turns the catalogs of `errors-gen` into Rust.
//!
//! Data flows one way: YAML becomes a tree, is read into its `schema`, checked into a [`model`], lowered to tables,
//! emitted as tokens, rendered and written. A build script does all of it with [`compile`]; what is written needs the crate
//! `errors-runtime`.

mod catalogs;
mod check;
mod compile;
mod deserialize;
mod emit;
pub mod finding;
mod generate;
pub mod load;
mod lower;
pub mod model;
mod render;
mod schema;
mod source;
mod stamp;
pub mod template;
#[doc(hidden)]
pub mod text;
#[doc(hidden)]
pub mod words;
mod write;
mod yaml;

pub use catalogs::{read_directory, read_files, read_text};
pub use compile::{CompileError, compile};
#[doc(hidden)]
pub use deserialize::read_yaml;
pub use generate::{Options, generate};
pub use write::{SourceFile, write};
