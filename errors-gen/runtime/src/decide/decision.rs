//! Decides what to do next, by the advice and the request.

use core::fmt;
use core::time::Duration;

use super::{Attempt, Basis};
use crate::{Advice, Codes, Effect, Outcome, Response};

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
    /// Send the same request again after some time; it is not known how long.
    Wait,
    /// Send the same request again, but not before this time has passed.
    RetryAfter(Duration),
    /// Check whether the request took effect. Only if it did not, send it again.
    Verify,
    /// Read the resource again, redo the change on what is there now, then send that.
    Refresh,
    /// Renew the credentials, then send the same request once.
    Reauthenticate,
    /// Something must change first: the request, the account or the configuration. If a part of it succeeded, send only
    /// the rest again.
    Fix,
    /// Do not send it again.
    Never,
}

impl Next {
    /// Whether the same request can be sent again without doing anything else first.
    #[must_use]
    pub const fn sends_again(self) -> bool {
        matches!(self, Self::Retry | Self::Backoff | Self::Wait | Self::RetryAfter(_))
    }

    /// What to do by advice and effect. `safe`: the request is safe to repeat. `partial`: a part of it succeeded.
    const fn of(advice: Advice, effect: Effect, safe: bool, partial: bool) -> Self {
        match advice {
            Advice::Never => Self::Never,
            _ if !safe && matches!(effect, Effect::Done) => Self::Never,
            _ if !safe && matches!(effect, Effect::Unknown) => Self::Verify,
            Advice::AfterFix => Self::Fix,
            _ if !safe && partial => Self::Verify,
            Advice::VerifyFirst if !safe => Self::Verify,
            Advice::VerifyFirst => Self::Retry,
            Advice::Backoff => Self::Backoff,
            Advice::AfterWait => Self::Wait,
            Advice::AfterRefresh => Self::Refresh,
            Advice::Reauthenticate => Self::Reauthenticate,
            // Advice that this version does not know.
            _ => Self::Never,
        }
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

/// What to do next, and why. It follows from the advice, the effect and the request:
///
/// | advice | safe to repeat | not safe, no effect | not safe, no effect, partial |
/// |---|---|---|---|
/// | `backoff` | [`Backoff`](Next::Backoff) | [`Backoff`](Next::Backoff) | [`Verify`](Next::Verify) |
/// | `after_wait` | [`Wait`](Next::Wait) | [`Wait`](Next::Wait) | [`Verify`](Next::Verify) |
/// | `verify_first` | [`Retry`](Next::Retry) | [`Verify`](Next::Verify) | [`Verify`](Next::Verify) |
/// | `after_refresh` | [`Refresh`](Next::Refresh) | [`Refresh`](Next::Refresh) | [`Verify`](Next::Verify) |
/// | `reauthenticate` | [`Reauthenticate`](Next::Reauthenticate) | [`Reauthenticate`](Next::Reauthenticate) | [`Verify`](Next::Verify) |
/// | `after_fix` | [`Fix`](Next::Fix) | [`Fix`](Next::Fix) | [`Fix`](Next::Fix) |
/// | `never` | [`Never`](Next::Never) | [`Never`](Next::Never) | [`Never`](Next::Never) |
///
/// - A success is [`Nothing`](Next::Nothing).
/// - For a request that is [safe to repeat](Attempt), only the advice counts, whatever the effect, and even if a part
///   of it succeeded.
/// - For a request that is not, the effect `done` means [`Never`](Next::Never) and the effect `unknown` means
///   [`Verify`](Next::Verify), whatever the advice, unless it is `never`.
/// - If one of the sources below says how long to wait, [`Retry`](Next::Retry), [`Backoff`](Next::Backoff) and
///   [`Wait`](Next::Wait) become [`RetryAfter`](Next::RetryAfter), whatever the HTTP status. [`Verify`](Next::Verify),
///   [`Refresh`](Next::Refresh) and [`Reauthenticate`](Next::Reauthenticate) stay, and [`wait`](Self::wait) has the
///   time.
///
/// The wait is the longest time in the response: in `Retry-After`, in the vendor's own headers, and in the fields of
/// errors or the parameters of messages that the catalog names. Dates and times are relative to the response's `Date`,
/// or without one to [`Attempt::now`]. If the response has none, the wait is the longest time in the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Decision<'t> {
    /// What to do.
    pub next: Next,
    /// How long to wait before the request is sent, even if something else has to be done first.
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
            match wait.as_millis() {
                millis if millis % 1_000 == 0 => write!(f, " {} s", millis / 1_000)?,
                millis => write!(f, " {millis} ms")?,
            }
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
        let mut retry = self.retry();
        let mut next = Next::Nothing;
        if self.is_error() {
            let safe = attempt.is_safe_with(self.reading().reader().headers.idempotency_key);
            let partial = self.outcome() == Outcome::Partial;
            next = Next::of(retry.advice, retry.effect, safe, partial);
            // The error with the hardest advice is not the reason if another one may have taken effect.
            if next != Next::of(retry.advice, Effect::None, safe, partial) && retry.basis != Basis::Header {
                retry = self.hardest_with(retry.effect).unwrap_or(retry);
            }
        }
        let wait = match next {
            Next::Nothing | Next::Fix | Next::Never => None,
            _ => self.wait(attempt),
        };
        let next = wait.filter(|_| next.sends_again()).map_or(next, Next::RetryAfter);
        Decision { next, wait, because: retry.reason, basis: retry.basis }
    }
}
