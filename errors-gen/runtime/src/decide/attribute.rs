//! The four things that can be asked of every response, and where each comes from.

use crate::table::{Advised, TransportError};
use crate::{Advice, Audience, Codes, Kind, Retry};

use super::StatusAdvice;

/// One of the things that can be asked.
pub(crate) trait Attribute<'t>: Copy {
    /// The answer for a success.
    const SUCCESS: Self;
    /// The answer where nothing is known.
    const NOTHING: Self;

    fn of_code(code: impl Codes<'t>) -> Self;
    fn of_structure(advised: &Advised<'t>) -> Option<Self>;
    fn of_transport(error: &TransportError<'t>) -> Self;
    fn of_status(advice: &StatusAdvice) -> Self;
}

impl<'t> Attribute<'t> for Kind {
    const SUCCESS: Self = Self::Ok;
    const NOTHING: Self = Self::Unknown;

    fn of_code(code: impl Codes<'t>) -> Self {
        code.kind()
    }
    fn of_structure(advised: &Advised<'t>) -> Option<Self> {
        advised.kind
    }
    fn of_transport(error: &TransportError<'t>) -> Self {
        error.kind
    }
    fn of_status(advice: &StatusAdvice) -> Self {
        advice.kind
    }
}

impl<'t> Attribute<'t> for Retry<'t> {
    const SUCCESS: Self = Self { advice: Advice::Never, reason: "The request succeeded.", stated: false };
    const NOTHING: Self = Retry::UNKNOWN;

    fn of_code(code: impl Codes<'t>) -> Self {
        code.retry()
    }
    fn of_structure(advised: &Advised<'t>) -> Option<Self> {
        advised.retry
    }
    fn of_transport(error: &TransportError<'t>) -> Self {
        error.retry
    }
    fn of_status(advice: &StatusAdvice) -> Self {
        advice.retry
    }
}

impl<'t> Attribute<'t> for Audience {
    const SUCCESS: Self = Self::Developer;
    const NOTHING: Self = Self::Developer;

    fn of_code(code: impl Codes<'t>) -> Self {
        code.audience()
    }
    fn of_structure(advised: &Advised<'t>) -> Option<Self> {
        advised.audience
    }
    fn of_transport(error: &TransportError<'t>) -> Self {
        error.audience
    }
    fn of_status(advice: &StatusAdvice) -> Self {
        advice.audience
    }
}

/// What to do.
impl<'t> Attribute<'t> for &'t str {
    const SUCCESS: Self = "Nothing: the request succeeded.";
    const NOTHING: Self = "Look at the response itself: nothing that is documented tells what to do.";

    fn of_code(code: impl Codes<'t>) -> Self {
        code.action()
    }
    /// The structure advises, but it does not say what to do.
    fn of_structure(_: &Advised<'t>) -> Option<Self> {
        None
    }
    fn of_transport(error: &TransportError<'t>) -> Self {
        error.action
    }
    fn of_status(advice: &StatusAdvice) -> Self {
        advice.action
    }
}
