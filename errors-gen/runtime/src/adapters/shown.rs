//! The code and the message of an error as `Display` shows them.

use alloc::string::String;
use core::fmt;

use crate::log::line;
use crate::mask::MASK;
use crate::one_line::OneLine;
use crate::{Codes, ErrorItem};

/// The code, masked unless it is listed or looks like a code; `None` if the error has none.
pub(super) fn code<'t, C: Codes<'t>>(error: &ErrorItem<'_, C>) -> Option<String> {
    let (raw, listed) = (error.raw_code()?, error.code().is_some());
    if error.is_of_success() && !listed {
        return Some(MASK.into());
    }
    Some(masked(|out| line::code(raw, listed, &line::marked(error, true), out)))
}

/// The message, masked; `None` if the error has none.
#[cfg(feature = "problem-details")]
pub(super) fn message<'t, C: Codes<'t>>(error: &ErrorItem<'_, C>) -> Option<String> {
    error.message()?;
    Some(masked(|out| line::message(error, true, &line::marked(error, true), out)))
}

/// A text on one line; a mask if it cannot be written.
fn masked(write: impl FnOnce(&mut OneLine<&mut String>) -> fmt::Result) -> String {
    let mut text = String::new();
    let mut out = OneLine { to: &mut text, quoted: false };
    if write(&mut out).is_err() {
        return MASK.into();
    }
    text
}

/// The id of a request, masked unless it looks like one.
#[cfg(feature = "problem-details")]
pub(super) fn request_id(id: &str) -> String {
    let mut text = String::new();
    if crate::mask::write_unlisted(id, &mut text).is_err() { MASK.into() } else { text }
}
