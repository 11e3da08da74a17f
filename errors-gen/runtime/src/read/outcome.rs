//! What became of a request whose body is none of the vendor's envelopes.

use core::fmt;

use crate::table::Successes;
use crate::{Outcome, Reason};

/// Why a body has none of the vendor's envelopes, and where this shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unread {
    /// Why.
    pub reason: Reason,
    /// The offset of the first fault in bytes, counted from the first byte received; `None` where the body as a whole is
    /// meant.
    pub offset: Option<usize>,
}

impl Unread {
    /// The body as a whole is meant.
    pub(super) const fn whole(reason: Reason) -> Self {
        Self { reason, offset: None }
    }

    /// What became of the request, by the HTTP status.
    pub(super) const fn outcome(self, status: Option<u16>, successes: Successes) -> Outcome {
        let any = matches!(successes, Successes::Any);
        match (status, self.reason) {
            (Some(204 | 205 | 304), Reason::Empty) => Outcome::Succeeded,
            (Some(200..=299), Reason::Empty | Reason::NotEnvelope) if any => Outcome::Succeeded,
            (Some(400..), _) => Outcome::Failed,
            _ => Outcome::Unrecognized,
        }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.reason {
            Reason::Empty => "empty",
            Reason::NotEnvelope => "JSON, but none of the vendor's envelopes",
            Reason::TooDeep => "nested too deeply",
            _ => "not JSON",
        })?;
        self.offset.map_or(Ok(()), |offset| write!(f, " at byte {offset}"))
    }
}
