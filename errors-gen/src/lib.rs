//! The error tables of commerce APIs as Rust types.
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;

#[cfg(feature = "load")]
pub mod load;
pub mod table;
mod vocabulary;

pub use vocabulary::{Advice, Audience, Kind, Retry};
