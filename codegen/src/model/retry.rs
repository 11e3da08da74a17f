//! Whether and how to send a request again, and the headers that say so.

use std::fmt;

use errors_tables::{Advice, Effect, TimeUnit, WaitSource};

/// Retry advice with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Retry {
    /// What to do.
    pub advice: Advice,
    /// Why.
    pub reason: String,
    /// Whether the vendor's page gives this advice; otherwise it is the judgement of the catalog's authors.
    pub stated: bool,
    /// Whether the request took effect.
    pub effect: Effect,
    /// How long to wait before the request is sent again.
    pub wait: Option<Wait>,
}

/// How long to wait, or which part of a response says so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Wait {
    /// This many milliseconds.
    Millis(u64),
    /// The time that a part of the response says.
    Said {
        /// The kind of that part.
        by: WaitSource,
        /// The name of the header, field or parameter.
        name: String,
        /// The unit of its number.
        unit: TimeUnit,
    },
}

impl fmt::Display for Wait {
    /// Writes it as [`errors_tables::Wait`] does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Millis(millis) => errors_tables::Wait::Millis(millis),
            Self::Said { by, ref name, unit } => errors_tables::Wait::Said { by, name, unit },
        }
        .fmt(f)
    }
}

/// Which advice, apart from the retry advice, is from the vendor's page; the rest is the judgement of the catalog's
/// authors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stated {
    /// Who can do something about it.
    pub audience: bool,
    /// What to do about it.
    pub action: bool,
}

/// The names of the headers that matter for all errors, each list in order of preference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers {
    /// Response headers that say how long to wait, in addition to `Retry-After`.
    pub wait: Vec<String>,
    /// Response headers with the id of the request.
    pub request_id: Vec<String>,
    /// Response headers that say whether the request can be sent again.
    pub retry_verdict: Vec<String>,
    /// Request headers with an idempotency key, by which the vendor recognizes a request that was sent twice.
    pub idempotency_key: Vec<String>,
}
