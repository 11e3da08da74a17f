//! From what came back to what to do next.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use errors_runtime::decide::{Attempt, Next};
use errors_runtime::http::{HeaderMap, StatusCode};
use errors_runtime::{AnyCode, Codes, ErrorCode, Response, ResponseError, Vendor};
use reqwest_middleware::Error;

use crate::intent::Sent;
use crate::received::{self, Content, Received};

/// How many bytes of a body are read where nothing else is said.
const BODY_LIMIT: usize = 1024 * 1024;

/// What to do next, and how long to wait before.
#[derive(Clone, Copy)]
pub(crate) struct Verdict {
    pub(crate) next: Next,
    pub(crate) wait: Option<Duration>,
}

impl Verdict {
    pub(crate) const NOTHING: Self = Self::new(Next::Nothing);

    const fn new(next: Next) -> Self {
        Self { next, wait: None }
    }
}

/// Reads the responses of one vendor.
pub(crate) struct Judge<C> {
    pub(crate) vendor: Vendor<'static>,
    pub(crate) limit: usize,
    read: for<'b> fn(Vendor<'static>, StatusCode, &'b HeaderMap, &'b [u8]) -> Response<'b, C>,
}

impl<C> Judge<C> {
    /// The same, which reads no more than so many bytes of a body.
    pub(crate) fn with_limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }
}

impl<C: ErrorCode> Judge<C> {
    /// For a vendor whose codes are known when the program is compiled.
    pub(crate) fn typed() -> Self {
        Self { vendor: C::VENDOR, limit: BODY_LIMIT, read: typed }
    }
}

impl Judge<AnyCode<'static>> {
    /// For a vendor that is chosen at run time.
    pub(crate) fn of(vendor: Vendor<'static>) -> Self {
        Self { vendor, limit: BODY_LIMIT, read: any }
    }
}

fn typed<'b, C: ErrorCode>(
    _: Vendor<'static>,
    status: StatusCode,
    headers: &'b HeaderMap,
    body: &'b [u8],
) -> Response<'b, C> {
    Response::from_http_parts(status, headers, body)
}

fn any<'b>(
    vendor: Vendor<'static>,
    status: StatusCode,
    headers: &'b HeaderMap,
    body: &'b [u8],
) -> Response<'b, AnyCode<'static>> {
    vendor.read_http_parts(status, headers, body)
}

impl<C: Codes<'static>> Judge<C> {
    /// What to do about a response.
    pub(crate) fn response(&self, sent: &Sent, received: &Received) -> Verdict {
        let succeeded = received.status().is_success();
        let body = match received.content() {
            Content::Whole(body) if succeeded && !received::may_be_json(received.headers(), body) => {
                return Verdict::NOTHING;
            }
            Content::TooLong if succeeded => return Verdict::NOTHING,
            // It was carried out, and what came of it is lost.
            Content::CutOff(_) if succeeded => return Verdict::new(lost(sent.safe)),
            Content::Whole(body) | Content::CutOff(body) => body,
            Content::TooLong => &[][..],
        };
        let attempt = Attempt::new().safe_to_repeat(sent.safe).now(now());
        let decision = (self.read)(self.vendor, received.status(), received.headers(), body).decide(&attempt);
        let next = match decision.next {
            next @ (Next::Nothing | Next::Fix | Next::Never) => next,
            // The request itself was answered with a redirect: nobody knows whether it was carried out before.
            _ if !sent.safe && sent.was_redirected(received.url()) => Next::Verify,
            next => next,
        };
        Verdict { next, wait: decision.wait }
    }

    /// The response as an error that has a body of its own.
    pub(crate) fn error(&self, received: &Received) -> ResponseError<C> {
        let body = match received.content() {
            Content::Whole(body) | Content::CutOff(body) => body,
            Content::TooLong => &[][..],
        };
        (self.read)(self.vendor, received.status(), received.headers(), body).into_owned()
    }
}

/// What to do where there is no response. A failed connection can be that of a redirect's target, after the order was
/// carried out, unless the client's redirects exclude it: `trusted`.
pub(crate) fn failure(sent: &Sent, error: &Error, trusted: bool) -> Verdict {
    Verdict::new(match error {
        // Middleware between this one and the connection has its own reasons.
        Error::Middleware(_) => Next::Fix,
        // It was never sent.
        Error::Reqwest(error) if error.is_builder() => Next::Fix,
        Error::Reqwest(error) if error.is_connect() && trusted => Next::Backoff,
        Error::Reqwest(error) if error.is_redirect() && sent.safe => Next::Fix,
        Error::Reqwest(_) => lost(sent.safe),
    })
}

/// What to do where the answer to a request got lost.
const fn lost(safe: bool) -> Next {
    if safe { Next::Backoff } else { Next::Verify }
}

/// The present in seconds since the start of 1970.
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
