#![doc = include_str!("../README.md")]
//!
//! Data flows one way: YAML is parsed to a tree, deserialized to its `schema`, checked and converted to a [`model`],
//! lowered to tables, emitted as tokens, rendered and written.

#![allow(clippy::needless_doctest_main, reason = "build scripts are shown whole")]

mod build_script;
mod catalogs;
mod check;
mod compile;
mod deserialize;
mod emit;
#[cfg(feature = "examples")]
pub mod examples;
pub mod finding;
mod generate;
pub mod load;
/// The catalog language.
// The guide is only included for rustdoc, so that editing it does not recompile the crate.
#[cfg_attr(doc, doc = include_str!("../CATALOGS.md"))]
pub mod language {}
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

pub use build_script::Builder;
pub use catalogs::{read_directory, read_files, read_text};
pub use compile::{CompileError, compile};
#[doc(hidden)]
pub use deserialize::read_yaml;
pub use generate::{Options, generate};
pub use write::{SourceFile, write};
