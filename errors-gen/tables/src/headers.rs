//! The headers of a vendor that say something about an error.

/// The names of the headers that say something for every vendor's error alike, each in order of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headers<'t> {
    /// Those that say how long to wait, beside `Retry-After`.
    pub wait: &'t [&'t str],
    /// Those that hold the id of the request.
    pub request_id: &'t [&'t str],
    /// Those that say whether the request can be sent again.
    pub retry_verdict: &'t [&'t str],
    /// Those of a request by which the vendor tells that it came twice.
    pub idempotency_key: &'t [&'t str],
    /// Those that only some codes have their wait in.
    pub code_waits: &'t [&'t str],
}

impl Headers<'_> {
    /// None at all.
    pub const NONE: Self =
        Self { wait: &[], request_id: &[], retry_verdict: &[], idempotency_key: &[], code_waits: &[] };

    /// How many headers of `code_waits` there can be.
    pub const MOST_CODE_WAITS: usize = 4;
}
