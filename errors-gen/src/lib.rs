//! The error tables of commerce APIs as Rust types.
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;

mod any;
mod code;
pub mod decide;
mod facts;
pub mod json;
#[cfg(feature = "load")]
pub mod load;
pub mod log;
#[cfg(feature = "alloc")]
mod owned;
pub mod read;
mod response;
pub mod table;
mod vocabulary;

pub use any::{AnyCode, AnyErrors, AnyItem, AnyResponse};
#[cfg(feature = "alloc")]
pub use code::ParseCodeError;
pub use code::{ErrorCode, UnlistedCode};
#[cfg(feature = "alloc")]
pub use owned::{AnyError, ResponseError};
pub use read::{Outcome, RawCode, Reading};
pub use response::{ErrorItem, Errors, Response};
pub use vocabulary::{Advice, Audience, Kind, Retry};

#[cfg(feature = "catalogs")]
include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));
