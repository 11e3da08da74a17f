//! Any vendor, chosen at run time: what gateways and tools use.
//!
//! It starts from a [`Vendor`](crate::Vendor): one that is compiled in, by its name, or one whose catalog was loaded.

mod code;
mod response;

pub use code::AnyCode;
pub use response::{AnyErrors, AnyItem, AnyResponse};
