#![doc = include_str!("../README.md")]
//!
//! The examples use the vendors of `errors-gen`, which has all of this crate under its own name.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;

mod adapters;
mod any_code;
mod codes;
pub mod decide;
mod error_code;
#[doc(hidden)]
pub mod generated;
pub mod json;
mod kept_headers;
pub mod log;
mod mask;
#[cfg(feature = "alloc")]
mod maybe_listed;
mod one_line;
mod read;
mod response;
mod status;
mod swar;
/// What generated code is made of. A module, since a crate that hides only the name would still be listed in `errors-gen`.
#[doc(hidden)]
pub mod table {
    pub use errors_tables::*;
}
mod vendor;
pub mod view;
pub mod wording;
#[cfg(feature = "alloc")]
pub mod write;

#[cfg(feature = "http")]
#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
#[doc(no_inline)]
pub use ::http;
#[cfg(feature = "problem-details")]
#[cfg_attr(docsrs, doc(cfg(feature = "problem-details")))]
#[doc(no_inline)]
pub use ::problem_details;
#[cfg(feature = "problem-details")]
#[cfg_attr(docsrs, doc(cfg(feature = "problem-details")))]
pub use adapters::problem_details::ProblemExtensions;
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
pub use adapters::serde::Report;
pub use any_code::AnyCode;
pub use codes::Codes;
#[cfg(feature = "alloc")]
pub use error_code::ParseCodeError;
pub use error_code::{ErrorCode, UnlistedCode};
#[doc(inline)]
pub use errors_tables::{
    Advice, Area, Audience, Effect, Field, Kind, Operation, Outcome, Reason, Retry, StatusRule, TimeUnit, Topic,
    TransportError, Wait, WaitSource, Wording,
};
#[cfg(feature = "alloc")]
pub use maybe_listed::MaybeListed;
pub use read::{Context, Message, RawCode, Unread};
#[cfg(feature = "alloc")]
pub use response::ResponseError;
pub use response::{Element, Elements, ErrorItem, Errors, Guess, Response};
pub use status::Status;
pub use vendor::Vendor;
