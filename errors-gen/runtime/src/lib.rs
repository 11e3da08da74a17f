//! What generated error tables run on.
//!
//! `errors-codegen` turns catalogs into enums and tables of plain borrowed data; this crate reads bodies with them, takes
//! typed details and messages out of them, and says what they advise. `errors-gen` is this crate with the catalogs of five
//! vendors compiled in. Depend on `errors-runtime` alone to compile catalogs of your own, or to load them at run time.

#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;

mod any;
mod code;
pub mod decide;
mod facts;
mod integer;
pub mod json;
#[cfg(feature = "load")]
pub mod load;
pub mod log;
#[cfg(feature = "alloc")]
mod owned;
pub mod read;
mod response;
mod swar;
pub mod table;
pub mod view;
mod vocabulary;
pub mod wording;
#[cfg(feature = "alloc")]
pub mod write;

pub use any::{AnyCode, AnyErrors, AnyItem, AnyResponse};
#[cfg(feature = "alloc")]
pub use code::ParseCodeError;
pub use code::{ErrorCode, UnlistedCode};
#[cfg(feature = "alloc")]
pub use owned::{AnyError, ResponseError};
pub use read::{Outcome, RawCode, Reading};
pub use response::{ErrorItem, Errors, Response};
pub use vocabulary::{Advice, Audience, Kind, Retry};
