#![doc = include_str!("../README.md")]
//!
//! The examples use the vendors of `errors-gen`, which has all of this crate under its own name.

#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;

mod any;
mod code;
pub mod decide;
mod facts;
mod hint;
pub mod json;
#[cfg(feature = "load")]
pub mod load;
pub mod log;
#[cfg(feature = "alloc")]
mod owned;
pub mod read;
mod response;
mod swar;
mod vendor;
pub mod view;
pub mod wording;
#[cfg(feature = "alloc")]
pub mod write;

pub use any::{AnyCode, AnyErrors, AnyItem, AnyResponse};
#[cfg(feature = "alloc")]
pub use code::ParseCodeError;
pub use code::{ErrorCode, UnlistedCode};
#[doc(inline)]
pub use errors_tables as table;
#[doc(inline)]
pub use errors_tables::{Advice, Audience, Kind, Retry};
#[cfg(feature = "alloc")]
pub use owned::{AnyError, ResponseError};
pub use read::{Outcome, RawCode, Reading};
pub use response::{ErrorItem, Errors, Response};
pub use vendor::Vendor;
