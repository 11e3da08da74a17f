//! Whether and how to send a request again, and what headers say about it.

use std::fmt;

use errors_tables::{Advice, Effect, TimeUnit, WaitSource};

/// Retry advice with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Retry {
    /// What to do.
    pub advice: Advice,
    /// Why.
    pub reason: String,
    /// Whether the vendor's page says so; otherwise it is the catalog's judgement.
    pub stated: bool,
    /// Whether the request took effect.
    pub effect: Effect,
    /// How long to wait before the request is sent again.
    pub wait: Option<Wait>,
}

/// How long to wait, or where a response says so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Wait {
    /// This many milliseconds.
    Millis(u64),
    /// What a part of the response says.
    Said {
        /// Which part.
        by: WaitSource,
        /// The name of the header, field or parameter.
        name: String,
        /// What a number without a unit counts.
        unit: TimeUnit,
    },
}

impl fmt::Display for Wait {
    /// As that of [`errors_tables::Wait`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Millis(millis) => errors_tables::Wait::Millis(millis),
            Self::Said { by, ref name, unit } => errors_tables::Wait::Said { by, name, unit },
        }
        .fmt(f)
    }
}

/// What the vendor's page says itself beside the retry advice; otherwise it is the catalog's judgement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stated {
    /// Who can do something about it.
    pub audience: bool,
    /// What to do about it.
    pub action: bool,
}

/// The names of the headers that say something for every error alike, each in order of preference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers {
    /// Those that say how long to wait, beside `Retry-After`.
    pub wait: Vec<String>,
    /// Those that hold the id of the request.
    pub request_id: Vec<String>,
    /// Those that say whether the request can be sent again.
    pub retry_verdict: Vec<String>,
    /// Those of a request by which the vendor tells that it came twice.
    pub idempotency_key: Vec<String>,
}
