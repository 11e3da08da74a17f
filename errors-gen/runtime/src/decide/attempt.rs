//! The request that a response answers.

use core::time::Duration;

use super::RetryAfter;

/// The methods that can be repeated without doing more than once (RFC 9110, section 9.2.2).
const REPEATABLE: [&str; 6] = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"];

/// What is known of the request that a response answers, and of the response's headers.
///
/// Nothing needs to be said. What is not known counts as the worse case: a request whose method is not known is not safe
/// to repeat.
///
/// ```
/// use errors_gen::decide::Attempt;
///
/// assert!(Attempt::new().method("put").is_safe_to_repeat());
/// assert!(!Attempt::new().method("POST").is_safe_to_repeat());
/// assert!(Attempt::new().method("POST").idempotency_key(true).is_safe_to_repeat());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Attempt<'a> {
    method: Option<&'a str>,
    idempotency_key: bool,
    safe_to_repeat: Option<bool>,
    retry_after: Option<&'a str>,
    now: Option<u64>,
}

impl<'a> Attempt<'a> {
    /// A request of which nothing is known.
    #[must_use]
    pub const fn new() -> Self {
        Self { method: None, idempotency_key: false, safe_to_repeat: None, retry_after: None, now: None }
    }

    /// The HTTP method, in upper or lower case. GET, HEAD, OPTIONS, TRACE, PUT and DELETE are safe to repeat.
    #[must_use]
    pub const fn method(self, method: &'a str) -> Self {
        Self { method: Some(method), ..self }
    }

    /// Whether the request had a key by which the vendor tells that it came twice: it is then safe to repeat.
    #[must_use]
    pub const fn idempotency_key(self, present: bool) -> Self {
        Self { idempotency_key: present, ..self }
    }

    /// Whether the request is safe to repeat, whatever its method: a search sent with POST is, an update that names the
    /// version it changes is, a PUT that sends an e-mail is not.
    #[must_use]
    pub const fn safe_to_repeat(self, safe: bool) -> Self {
        Self { safe_to_repeat: Some(safe), ..self }
    }

    /// The value of the response's `Retry-After` header, seconds or a date. What cannot be read is left aside.
    #[must_use]
    pub const fn retry_after(self, value: &'a str) -> Self {
        Self { retry_after: Some(value), ..self }
    }

    /// The present, in seconds since the start of 1970: what a date in `Retry-After` is compared with. Where the clocks
    /// may differ, the response's own `Date` header is better than the local clock.
    #[must_use]
    pub const fn now(self, seconds: u64) -> Self {
        Self { now: Some(seconds), ..self }
    }

    /// Whether the request can be sent again without doing more than once.
    #[must_use]
    pub fn is_safe_to_repeat(&self) -> bool {
        let by_method =
            || self.method.is_some_and(|method| REPEATABLE.iter().any(|it| it.eq_ignore_ascii_case(method)));
        self.safe_to_repeat.unwrap_or_else(|| self.idempotency_key || by_method())
    }

    /// How long the response asks to wait.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        RetryAfter::parse(self.retry_after?, self.now)?.wait(self.now)
    }
}
