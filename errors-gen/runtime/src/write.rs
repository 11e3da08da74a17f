//! Writes bodies of a vendor, for mock servers, proxies and tests.
//!
//! A body is written in one of the vendor's envelopes and then read back: reading a [`Body`] always yields the
//! requested errors, or [`BodyBuilder::build`] returns an error.
//!
//! ```
//! use errors_gen::commercetools::{self, Code};
//! use errors_gen::write::{BodyBuilder, NewError};
//!
//! let error = NewError::new(Code::ConcurrentModification)
//!     .parameter("resourceId", "6d0b1a2e")
//!     .parameter("expectedVersion", "4")
//!     .parameter("currentVersion", "5")
//!     .field("currentVersion", 5);
//! let body = BodyBuilder::new(&commercetools::VENDOR).error(error).build().unwrap();
//! assert_eq!(body.status, Some(409));
//! let response = commercetools::read(body.status, &body.json);
//! assert_eq!(response.code(), Some(Code::ConcurrentModification));
//! assert_eq!(response.parameters().unwrap().get("currentVersion").unwrap(), "5");
//! ```

mod build;
mod error;
mod mock;
mod object;
mod sample;
mod tree;

pub use build::{Body, BodyBuilder};
pub use error::WriteError;
pub use mock::{MockResponse, every_code, every_error};
pub use tree::NewJson;

use alloc::string::String;
use alloc::vec::Vec;

/// An error to write into a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewError {
    code: Option<String>,
    detail_code: Option<String>,
    parent_code: Option<String>,
    message: Option<String>,
    parameters: Vec<(String, String)>,
    status: Option<u16>,
    id: Option<NewJson>,
    fields: Vec<(String, NewJson)>,
}

impl NewError {
    /// An error with this code: one of the vendor's `Code`, or any text.
    #[must_use]
    pub fn new(code: impl AsRef<str>) -> Self {
        Self { code: Some(code.as_ref().into()), ..Self::without_code() }
    }

    /// An error without a code.
    #[must_use]
    pub const fn without_code() -> Self {
        Self {
            code: None,
            detail_code: None,
            parent_code: None,
            message: None,
            parameters: Vec::new(),
            status: None,
            id: None,
            fields: Vec::new(),
        }
    }

    /// The detail code, which refines the code, if the vendor's items have one.
    #[must_use]
    pub fn detail_code(mut self, code: impl Into<String>) -> Self {
        self.detail_code = Some(code.into());
        self
    }

    /// The parent code, which is less specific than the code, if the vendor's items have one.
    #[must_use]
    pub fn parent_code(mut self, code: impl Into<String>) -> Self {
        self.parent_code = Some(code.into());
        self
    }

    /// The message, whatever the code's wordings are. Without it, the message is rendered from the code's wordings and
    /// the [parameters](Self::parameter).
    #[must_use]
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// A parameter of the message, under its name in the code's wording.
    #[must_use]
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    /// The item's own HTTP status, if the vendor's items have one. By default, the documented item status of the code,
    /// else its documented status.
    #[must_use]
    pub const fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// The item's identifier, if the vendor's items have one, such as the id of the call in JSON-RPC.
    #[must_use]
    pub fn id(mut self, id: impl Into<NewJson>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// A field, documented or not.
    #[must_use]
    pub fn field(mut self, name: impl Into<String>, value: impl Into<NewJson>) -> Self {
        self.fields.push((name.into(), value.into()));
        self
    }
}
