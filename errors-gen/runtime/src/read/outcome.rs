//! What a body says about its request.

use core::fmt;

/// What a body says about its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The request failed.
    Failed,
    /// The request succeeded.
    Succeeded,
    /// A part of the request succeeded, another failed.
    Partial,
    /// The body has none of the vendor's envelopes.
    Unrecognized(Unrecognized),
}

/// Why a body has none of the vendor's envelopes, and where this shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unrecognized {
    /// Why.
    pub reason: Reason,
    /// The byte offset from the start of the body as received; `None` if the whole body is meant.
    pub offset: Option<usize>,
}

/// Why a body has none of the vendor's envelopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is empty, blank, not UTF-8 or not JSON.
    NotJson,
    /// It is JSON, but has neither errors nor a sign of success in any of the vendor's envelopes. Or it has 4 GiB or
    /// more, and was not read.
    NotEnvelope,
    /// Arrays and objects are nested more deeply than [`MAX_DEPTH`](crate::json::MAX_DEPTH).
    TooDeep,
}

impl Outcome {
    /// The word that exports and metrics use: `failed`, `succeeded`, `partial`, `unrecognized`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Succeeded => "succeeded",
            Self::Partial => "partial",
            Self::Unrecognized(_) => "unrecognized",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Reason {
    /// The word that exports and metrics use: `not_json`, `not_envelope`, `too_deep`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotJson => "not_json",
            Self::NotEnvelope => "not_envelope",
            Self::TooDeep => "too_deep",
        }
    }
}

impl fmt::Display for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.reason, self.offset) {
            (Reason::NotJson, Some(offset)) => write!(f, "not JSON at byte {offset}"),
            (Reason::NotJson, None) => f.write_str("not JSON"),
            (Reason::NotEnvelope, _) => f.write_str("JSON, but none of the vendor's envelopes"),
            (Reason::TooDeep, Some(offset)) => write!(f, "nested too deeply at byte {offset}"),
            (Reason::TooDeep, None) => f.write_str("nested too deeply"),
        }
    }
}
