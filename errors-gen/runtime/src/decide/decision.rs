//! From advice and the request to what to do next.

use core::fmt;
use core::time::Duration;

use super::{Attempt, Based, Basis, StatusAdvice};
use crate::{Advice, Codes, Outcome, Response};

/// What to do with the request next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Next {
    /// Nothing: it succeeded.
    Nothing,
    /// Send the same request again.
    Retry,
    /// Send the same request again, waiting longer each time.
    Backoff,
    /// Send the same request again after a while; nobody says how long it is.
    Wait,
    /// Send the same request again, but not before this time is over.
    RetryAfter(Duration),
    /// Check whether the request took effect. Only if it did not, send it again.
    Verify,
    /// Read the resource again, redo the change on what is there now, then send that.
    Refresh,
    /// Renew the credentials, then send the same request once.
    Reauthenticate,
    /// Something must change first: the request, the account or the configuration.
    Fix,
    /// Do not send it again.
    Never,
}

impl Next {
    /// Whether the same request can be sent again without a look at anything else.
    #[must_use]
    pub const fn sends_again(self) -> bool {
        matches!(self, Self::Retry | Self::Backoff | Self::Wait | Self::RetryAfter(_))
    }

    /// The word that exports and metrics use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Retry => "retry",
            Self::Backoff => "backoff",
            Self::Wait => "wait",
            Self::RetryAfter(_) => "retry_after",
            Self::Verify => "verify",
            Self::Refresh => "refresh",
            Self::Reauthenticate => "reauthenticate",
            Self::Fix => "fix",
            Self::Never => "never",
        }
    }
}

impl fmt::Display for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What to do next, and why.
///
/// | advice | safe to repeat | not safe to repeat |
/// |---|---|---|
/// | `backoff` | [`Backoff`](Next::Backoff) | [`Verify`](Next::Verify) |
/// | `verify_first` | [`Retry`](Next::Retry) | [`Verify`](Next::Verify) |
/// | `after_wait` | [`Wait`](Next::Wait) | [`Wait`](Next::Wait); [`Verify`](Next::Verify) where some of the request succeeded |
/// | `after_refresh`, `reauthenticate`, `after_fix`, `never` | [`Refresh`](Next::Refresh), [`Reauthenticate`](Next::Reauthenticate), [`Fix`](Next::Fix), [`Never`](Next::Never) | the same |
///
/// With HTTP status 429 or 503 a `Retry-After` is taken into account: what would be sent again is sent
/// [after that time](Next::RetryAfter), and such a header outranks advice that rests on a class or on
/// nothing at all, as it was written for this very response. It does not outrank what the catalog says of a listed code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Decision<'t> {
    /// What to do.
    pub next: Next,
    /// How long the response asks to wait before anything is sent, also where something else has to be done first.
    pub wait: Option<Duration>,
    /// Why.
    pub because: &'t str,
    /// What it rests on.
    pub basis: Basis,
}

impl fmt::Display for Decision<'_> {
    /// One line: `retry_after 120 s: ... (status)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.next.as_str())?;
        if let Some(wait) = self.wait {
            write!(f, " {} s", wait.as_secs())?;
        }
        write!(f, ": {} ({})", self.because, self.basis)
    }
}

impl<'t, C: Codes<'t>> Response<'_, C> {
    /// What to do next with the request that this answers.
    ///
    /// ```
    /// use errors_gen::commercetools;
    /// use errors_gen::decide::{Attempt, Next};
    ///
    /// let body = r#"{"statusCode":503,"message":"Service unavailable","errors":[]}"#;
    /// let response = commercetools::read(503, body);
    /// let read = Attempt::new().method("GET");
    /// assert_eq!(response.decide(&read).next, Next::Backoff);
    /// let order = Attempt::new().method("POST");
    /// assert_eq!(response.decide(&order).next, Next::Verify);
    /// ```
    #[must_use]
    pub fn decide(&self, attempt: &Attempt<'_>) -> Decision<'t> {
        let (is_error, mut retry) = (self.is_error(), self.retry());
        let limited = self.status().filter(|status| is_error && matches!(status, 429 | 503));
        let wait = limited.and_then(|_| attempt.wait());
        if let Some(advice) = limited.filter(|_| wait.is_some()).and_then(StatusAdvice::of)
            && matches!(retry.basis, Basis::Class | Basis::Nothing)
        {
            retry = Based { value: advice.retry, basis: Basis::Status };
        }
        let safe = attempt.is_safe_to_repeat();
        let next = match retry.advice {
            _ if !is_error => Next::Nothing,
            Advice::Backoff | Advice::VerifyFirst if !safe => Next::Verify,
            Advice::AfterWait if !safe && self.outcome() == Outcome::Partial => Next::Verify,
            Advice::Backoff => Next::Backoff,
            Advice::VerifyFirst => Next::Retry,
            Advice::AfterWait => Next::Wait,
            Advice::AfterRefresh => Next::Refresh,
            Advice::Reauthenticate => Next::Reauthenticate,
            Advice::AfterFix => Next::Fix,
            // Never, and what this version does not know.
            _ => Next::Never,
        };
        let next = match wait {
            Some(wait) if next.sends_again() => Next::RetryAfter(wait),
            _ => next,
        };
        Decision { next, wait, because: retry.reason, basis: retry.basis }
    }
}
