//! The names of a vendor's HTTP headers that matter for errors.

/// The names of the headers that matter for errors, each list in order of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headers<'t> {
    /// Response headers that say how long to wait, in addition to `Retry-After`.
    pub wait: &'t [&'t str],
    /// Response headers with the id of the request.
    pub request_id: &'t [&'t str],
    /// Response headers that say whether the request can be sent again.
    pub retry_verdict: &'t [&'t str],
    /// Request headers with an idempotency key, by which the vendor recognizes a request that was sent twice.
    pub idempotency_key: &'t [&'t str],
    /// Response headers that say how long to wait, but only for some codes.
    pub code_waits: &'t [&'t str],
}

impl Headers<'_> {
    /// No headers.
    pub const NONE: Self =
        Self { wait: &[], request_id: &[], retry_verdict: &[], idempotency_key: &[], code_waits: &[] };

    /// The maximum length of `code_waits`.
    pub const MOST_CODE_WAITS: usize = 4;
}
