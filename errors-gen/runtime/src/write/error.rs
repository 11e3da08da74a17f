//! Why a body cannot be written.

use alloc::string::String;
use core::fmt;

use crate::wording::RenderError;

/// Why a body cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WriteError {
    /// The vendor has no envelope with this name.
    UnknownEnvelope {
        /// The name.
        name: String,
    },
    /// No error was given, and no member that means success.
    Nothing,
    /// The message of an error cannot be rendered from its parameters.
    Message {
        /// The index of the error.
        error: usize,
        /// Why.
        why: RenderError,
    },
    /// The body was written, but reading it would not yield the given errors, in any of the vendor's envelopes.
    ReadsOtherwise {
        /// The requested envelope; without one, the first that was tried.
        envelope: String,
        /// What differs.
        difference: String,
    },
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownEnvelope { name } => write!(f, "the vendor has no envelope `{name}`"),
            Self::Nothing => f.write_str("there is nothing to write: give an error, or a member that means success"),
            Self::Message { error, why } => write!(f, "the message of error {error} cannot be written: {why}"),
            Self::ReadsOtherwise { envelope, difference } => {
                write!(f, "in the envelope `{envelope}` the body would not read as what was asked for: {difference}")
            }
        }
    }
}

impl core::error::Error for WriteError {}
