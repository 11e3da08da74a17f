//! Codes, words, responses and errors for the crate `serde`.

mod code;
mod error;
mod report;
mod value;
mod word;

#[doc(hidden)]
pub use code::ReadCode;
pub use report::Report;
