//! The two parts for the crate `reqwest-retry`.

use async_trait::async_trait;
use errors_runtime::http::Extensions;
use errors_runtime::{AnyCode, Codes, ErrorCode, Vendor};
use reqwest::{Request, Response};
use reqwest_middleware::{Error, Middleware, Next, Result};
use reqwest_retry::{Retryable, RetryableStrategy};

use crate::intent::Sent;
use crate::judge::Judge;
use crate::received::{self, Received};
use crate::tried::Tried;

/// Middleware that reads a vendor's errors and leaves what to do in the response's extensions, as [`Tried`].
///
/// A strategy of `reqwest-retry` can neither read a body nor see the request. So this stands behind its middleware:
///
/// ```no_run
/// use errors_gen::commercetools::Code;
/// use errors_reqwest::{ByCatalog, ReadErrors};
/// use reqwest_middleware::ClientBuilder;
/// use reqwest_retry::{RetryTransientMiddleware, policies::ExponentialBackoff};
///
/// let policy = ExponentialBackoff::builder().build_with_max_retries(3);
/// let client = ClientBuilder::new(reqwest::Client::new())
///     .with(RetryTransientMiddleware::new_with_policy_and_strategy(policy, ByCatalog))
///     .with(ReadErrors::<Code>::new())
///     .build();
/// ```
pub struct ReadErrors<C = AnyCode<'static>> {
    judge: Judge<C>,
}

impl<C: ErrorCode> ReadErrors<C> {
    /// For the vendor of these codes.
    #[must_use]
    pub fn new() -> Self {
        Self { judge: Judge::typed() }
    }
}

impl<C: ErrorCode> Default for ReadErrors<C> {
    fn default() -> Self {
        Self::new()
    }
}

impl ReadErrors {
    /// For a vendor that is chosen at run time.
    #[must_use]
    pub fn of(vendor: Vendor<'static>) -> Self {
        Self { judge: Judge::of(vendor) }
    }
}

impl<C> ReadErrors<C> {
    /// As [`Retry::body_limit`](crate::Retry::body_limit).
    #[must_use]
    pub fn body_limit(self, bytes: usize) -> Self {
        Self { judge: self.judge.with_limit(bytes) }
    }
}

#[async_trait]
impl<C: Codes<'static> + Send + Sync + 'static> Middleware for ReadErrors<C> {
    async fn handle(&self, request: Request, extensions: &mut Extensions, next: Next<'_>) -> Result<Response> {
        let sent = Sent::of(&request, extensions, self.judge.vendor);
        let response = next.run(request, extensions).await?;
        if !received::is_to_be_read(&response, sent.is_head()) {
            return Ok(response);
        }
        let received = Received::new(response, self.judge.limit).await;
        let next = self.judge.response(&sent, &received).next;
        let mut response = received.into_response();
        response.extensions_mut().insert(Tried { requests: 1, next });
        Ok(response)
    }
}

/// A strategy for `reqwest-retry` by what [`ReadErrors`] decides. Its policy waits, whatever the response says of
/// waiting; renewed credentials and optimistic locking are left to the caller.
///
/// It does not see which request failed, nor whether a redirect led to the connection that did. So where there is no
/// response, nothing is sent again.
#[derive(Clone, Copy, Debug, Default)]
pub struct ByCatalog;

impl RetryableStrategy for ByCatalog {
    fn handle(&self, result: &std::result::Result<Response, Error>) -> Option<Retryable> {
        match result {
            Ok(response) => match response.extensions().get::<Tried>()?.next {
                errors_runtime::decide::Next::Nothing => None,
                next if next.sends_again() => Some(Retryable::Transient),
                _ => Some(Retryable::Fatal),
            },
            Err(_) => Some(Retryable::Fatal),
        }
    }
}
