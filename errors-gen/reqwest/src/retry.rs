//! The middleware that sends requests again.

mod run;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use backon::ExponentialBuilder;
use errors_runtime::http::Extensions;
use errors_runtime::{AnyCode, Codes, ErrorCode, ResponseError, Vendor};
use reqwest::{Request, Response};
use reqwest_middleware::{Middleware, Next, Result};

use self::run::Run;
use crate::hook::{Hook, Sleeper, tokio_sleeper};
use crate::judge::Judge;

/// Middleware that reads a vendor's errors, decides, waits, and sends the request again where that is safe.
///
/// `C` is the vendor's `Code`; [`Retry::of`] takes a vendor that is chosen at run time. Where it stands among other
/// middleware matters: what adds an idempotency key belongs before it, what signs or logs each request after it.
///
/// ```no_run
/// use std::time::Duration;
///
/// use errors_gen::commercetools::Code;
/// use errors_reqwest::Retry;
/// use reqwest_middleware::ClientBuilder;
///
/// # fn client() -> Result<reqwest_middleware::ClientWithMiddleware, reqwest::Error> {
/// let http = reqwest::Client::builder().timeout(Duration::from_secs(10)).redirect(errors_reqwest::redirects()).build()?;
/// let client = ClientBuilder::new(http)
///     .with(Retry::<Code>::new().trust_connect_errors().attempts(5).within(Duration::from_secs(60)))
///     .build();
/// # Ok(client)
/// # }
/// ```
pub struct Retry<C: Codes<'static> = AnyCode<'static>> {
    judge: Judge<C>,
    attempts: u32,
    within: Duration,
    connect_errors_trusted: bool,
    backoff: ExponentialBuilder,
    renew: Option<Hook<C>>,
    refresh: Option<Hook<C>>,
    sleeper: Sleeper,
}

impl<C: ErrorCode> Retry<C> {
    /// For the vendor of these codes: at most 4 requests within 30 seconds.
    #[must_use]
    pub fn new() -> Self {
        Self::with(Judge::typed())
    }
}

impl<C: ErrorCode> Default for Retry<C> {
    fn default() -> Self {
        Self::new()
    }
}

impl Retry {
    /// For a vendor that is chosen at run time: at most 4 requests within 30 seconds.
    #[must_use]
    pub fn of(vendor: Vendor<'static>) -> Self {
        Self::with(Judge::of(vendor))
    }
}

impl<C: Codes<'static>> Retry<C> {
    fn with(judge: Judge<C>) -> Self {
        Self {
            judge,
            attempts: 4,
            within: Duration::from_secs(30),
            connect_errors_trusted: false,
            backoff: backoff(Duration::from_millis(200), Duration::from_secs(10)),
            renew: None,
            refresh: None,
            sleeper: tokio_sleeper(),
        }
    }

    /// How many requests are sent at most, the first one among them.
    #[must_use]
    pub fn attempts(self, attempts: u32) -> Self {
        Self { attempts, ..self }
    }

    /// How long after the first request another one may be sent. A wait that would end later is not begun: the response
    /// is given back at once. A request that is under way is not broken off, which is what the client's timeouts are
    /// for.
    #[must_use]
    pub fn within(self, total: Duration) -> Self {
        Self { within: total, ..self }
    }

    /// Also sends orders again whose connection was never made; else only what is safe to repeat.
    ///
    /// Right only for a client whose redirects are [`redirects`](crate::redirects) or
    /// [`Policy::none`](reqwest::redirect::Policy::none). Another client can follow a redirect after the order was placed, and
    /// report the failed connection to its target as if the order had never been sent.
    #[must_use]
    pub fn trust_connect_errors(self) -> Self {
        Self { connect_errors_trusted: true, ..self }
    }

    /// The waits where nobody says how long they are: `first`, then twice as long each time, up to `longest`; to each
    /// comes a random time of up to its own length. 200 ms and 10 s where nothing is said.
    #[must_use]
    pub fn backoff(self, first: Duration, longest: Duration) -> Self {
        Self { backoff: backoff(first, longest), ..self }
    }

    /// How many bytes of a body are read to decide, 1 MiB where nothing is said. A longer body is handed on as it came;
    /// the HTTP status and the headers alone decide then.
    #[must_use]
    pub fn body_limit(self, bytes: usize) -> Self {
        Self { judge: self.judge.with_limit(bytes), ..self }
    }

    /// What renews the credentials: from a copy of the request, and its error, to the request that is sent instead. It
    /// is asked at most once for each request, after any wait that the response asks for. `None` gives up: the response
    /// is given back.
    ///
    /// ```no_run
    /// use errors_gen::commercetools::Code;
    /// use errors_gen::http::HeaderValue;
    /// use errors_reqwest::Retry;
    ///
    /// # async fn new_token() -> reqwest_middleware::Result<HeaderValue> { Ok(HeaderValue::from_static("Bearer t")) }
    /// let retry = Retry::<Code>::new().reauthenticate_with(|mut request, _error| async move {
    ///     request.headers_mut().insert("Authorization", new_token().await?);
    ///     Ok(Some(request))
    /// });
    /// ```
    #[must_use]
    pub fn reauthenticate_with<H, F>(self, hook: H) -> Self
    where
        H: Fn(Request, ResponseError<C>) -> F + Send + Sync + 'static,
        F: Future<Output = Result<Option<Request>>> + Send + 'static,
    {
        Self { renew: Some(Arc::new(move |request, error| Box::pin(hook(request, error)))), ..self }
    }

    /// What reads the resource again and makes the change on what is there now, for optimistic locking: from a copy of
    /// the request, and its error, to the request that is sent instead. It is asked after any wait that the response
    /// asks for. `None` gives up: the response is given back.
    ///
    /// ```no_run
    /// use errors_gen::commercetools::{self, Code, Detail};
    /// use errors_reqwest::Retry;
    ///
    /// let retry = Retry::<Code>::new().refresh_with(|mut request, error| async move {
    ///     let Some(Detail::ConcurrentModification(conflict)) = error.response().detail() else { return Ok(None) };
    ///     let Ok(Some(version)) = conflict.current_version() else { return Ok(None) };
    ///     // Setting an address does not depend on what else was changed meanwhile.
    ///     *request.body_mut() = Some(format!(r#"{{"version":{version},"actions":[]}}"#).into());
    ///     Ok(Some(request))
    /// });
    /// ```
    #[must_use]
    pub fn refresh_with<H, F>(self, hook: H) -> Self
    where
        H: Fn(Request, ResponseError<C>) -> F + Send + Sync + 'static,
        F: Future<Output = Result<Option<Request>>> + Send + 'static,
    {
        Self { refresh: Some(Arc::new(move |request, error| Box::pin(hook(request, error)))), ..self }
    }

    /// What waits between two requests: tokio's clock where nothing is said. For tests, and for other clocks.
    #[must_use]
    pub fn sleep_with<S, F>(self, sleep: S) -> Self
    where
        S: Fn(Duration) -> F + Send + Sync + 'static,
        F: Future<Output = ()> + Send + 'static,
    {
        Self { sleeper: Arc::new(move |wait| Box::pin(sleep(wait))), ..self }
    }
}

fn backoff(first: Duration, longest: Duration) -> ExponentialBuilder {
    let longest = longest.max(first);
    ExponentialBuilder::new().with_min_delay(first).with_max_delay(longest).with_jitter().without_max_times()
}

#[async_trait]
impl<C: Codes<'static> + Send + Sync + 'static> Middleware for Retry<C> {
    async fn handle(&self, request: Request, extensions: &mut Extensions, next: Next<'_>) -> Result<Response> {
        Run::new(self).send_all(request, extensions, next).await
    }
}
