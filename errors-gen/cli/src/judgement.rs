//! What became of reading a body, in the words of the catalogs.

use errors_codegen::model::{Outcome, Reason};

/// What a body turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Judgement {
    /// The outcome.
    pub(crate) outcome: Outcome,
    /// Why the body is unrecognized.
    pub(crate) reason: Option<Reason>,
    /// Where in the body the reason shows.
    pub(crate) offset: Option<usize>,
}

impl From<errors_runtime::Outcome> for Judgement {
    fn from(outcome: errors_runtime::Outcome) -> Self {
        let recognized = |outcome| Self { outcome, reason: None, offset: None };
        match outcome {
            errors_runtime::Outcome::Failed => recognized(Outcome::Failed),
            errors_runtime::Outcome::Succeeded => recognized(Outcome::Succeeded),
            errors_runtime::Outcome::Partial => recognized(Outcome::Partial),
            errors_runtime::Outcome::Unrecognized(why) => {
                let reason = match why.reason {
                    errors_runtime::Reason::NotJson => Reason::NotJson,
                    errors_runtime::Reason::NotEnvelope => Reason::NotEnvelope,
                    errors_runtime::Reason::TooDeep => Reason::TooDeep,
                };
                Self { outcome: Outcome::Unrecognized, reason: Some(reason), offset: why.offset }
            }
        }
    }
}

/// The word for an outcome.
pub(crate) fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Failed => "failed",
        Outcome::Succeeded => "succeeded",
        Outcome::Partial => "partial",
        Outcome::Unrecognized => "unrecognized",
    }
}

/// The word for the reason of an unrecognized body.
pub(crate) fn reason_word(reason: Reason) -> &'static str {
    match reason {
        Reason::NotJson => "not_json",
        Reason::NotEnvelope => "not_envelope",
        Reason::TooDeep => "too_deep",
    }
}
