//! The request that a response answers.

/// The idempotent methods (RFC 9110, section 9.2.2).
const REPEATABLE: [&str; 6] = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"];

/// What is known about the request that a response answers, and about the response's headers.
///
/// Everything is optional. For what is not known, the worse case is assumed: a request whose method is not known is not
/// safe to repeat.
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
    sent_headers: &'a [&'a str],
}

impl<'a> Attempt<'a> {
    /// A request about which nothing is known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            method: None,
            idempotency_key: false,
            safe_to_repeat: None,
            retry_after: None,
            now: None,
            sent_headers: &[],
        }
    }

    /// The HTTP method, in upper or lower case. GET, HEAD, OPTIONS, TRACE, PUT and DELETE are safe to repeat.
    #[must_use]
    pub const fn method(self, method: &'a str) -> Self {
        Self { method: Some(method), ..self }
    }

    /// Whether the request had an idempotency key, by which the vendor recognizes a repeated request. It is then safe
    /// to repeat.
    #[must_use]
    pub const fn idempotency_key(self, present: bool) -> Self {
        Self { idempotency_key: present, ..self }
    }

    /// The names of the request's headers, in any case. If the vendor's header for an idempotency key is among them,
    /// the request is safe to repeat.
    #[must_use]
    pub const fn sent_headers(self, names: &'a [&'a str]) -> Self {
        Self { sent_headers: names, ..self }
    }

    /// Whether the request is safe to repeat, regardless of its method. A search sent with POST and an update of a
    /// given version are safe; a PUT that sends an e-mail is not.
    #[must_use]
    pub const fn safe_to_repeat(self, safe: bool) -> Self {
        Self { safe_to_repeat: Some(safe), ..self }
    }

    /// The value of the response's `Retry-After` header, seconds or a date, if the response was read without its
    /// headers. A malformed value is ignored.
    #[must_use]
    pub const fn retry_after(self, value: &'a str) -> Self {
        Self { retry_after: Some(value), ..self }
    }

    /// The current time, in seconds since the start of 1970. Dates and times are compared with it if the response has
    /// no `Date` header.
    #[must_use]
    pub const fn now(self, seconds: u64) -> Self {
        Self { now: Some(seconds), ..self }
    }

    pub(super) const fn retry_after_value(&self) -> Option<&'a str> {
        self.retry_after
    }

    pub(super) const fn now_seconds(&self) -> Option<u64> {
        self.now
    }

    /// As [`is_safe_to_repeat`](Self::is_safe_to_repeat), for a vendor with these headers for idempotency keys.
    pub(super) fn is_safe_with(&self, keys: &[&str]) -> bool {
        let is_key = |sent: &&str| keys.iter().any(|key| key.eq_ignore_ascii_case(sent));
        let sent = self.sent_headers.iter().any(is_key);
        Self { idempotency_key: self.idempotency_key || sent, ..*self }.is_safe_to_repeat()
    }

    /// Whether the request is safe to repeat, as far as this is known without the vendor's headers for idempotency
    /// keys.
    #[must_use]
    pub fn is_safe_to_repeat(&self) -> bool {
        let by_method =
            || self.method.is_some_and(|method| REPEATABLE.iter().any(|it| it.eq_ignore_ascii_case(method)));
        self.safe_to_repeat.unwrap_or_else(|| self.idempotency_key || by_method())
    }
}
