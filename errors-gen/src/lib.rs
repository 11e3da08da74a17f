//! The error tables of commerce APIs as Rust types.
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;

pub mod table;
mod vocabulary;

pub use vocabulary::{Advice, Audience, Kind, Retry};
