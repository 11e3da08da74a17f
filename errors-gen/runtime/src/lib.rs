#![doc = include_str!("../README.md")]
//!
//! The examples use the vendors of `errors-gen`, which has all of this crate under its own name.

#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;

mod any;
mod code;
mod codes;
pub mod decide;
#[doc(hidden)]
pub mod generated;
mod head;
pub mod json;
pub mod log;
mod read;
mod response;
mod status;
mod swar;
mod vendor;
pub mod view;
pub mod wording;
#[cfg(feature = "alloc")]
pub mod write;

pub use any::AnyCode;
#[cfg(feature = "alloc")]
pub use code::ParseCodeError;
pub use code::{ErrorCode, UnlistedCode};
pub use codes::Codes;
#[doc(hidden)]
pub use errors_tables as table;
#[doc(inline)]
pub use errors_tables::{
    Advice, Audience, Effect, Field, Kind, Operation, Retry, StatusRule, TimeUnit, TransportError, Wait, WaitSource,
    Wording,
};
pub use read::{Context, Message, Outcome, RawCode, Reason, Unrecognized};
#[cfg(feature = "alloc")]
pub use response::ResponseError;
pub use response::{Element, Elements, ErrorItem, Errors, Guess, Response};
pub use status::Status;
pub use vendor::Vendor;
