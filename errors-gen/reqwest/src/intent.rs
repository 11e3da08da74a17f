//! What a request does, where its method does not tell.

use errors_runtime::Vendor;
use errors_runtime::decide::Attempt;
use errors_runtime::http::{Extensions, Method};
use reqwest::{Request, Url};

/// What a request does, whatever its method: an extension of the request.
///
/// GraphQL queries and JSON-RPC reads are POSTs, and there are GETs that start something. Without this extension the
/// method tells: GET, HEAD, OPTIONS, TRACE, PUT and DELETE are safe to repeat.
///
/// ```no_run
/// use errors_reqwest::Intent;
///
/// # async fn search(client: reqwest_middleware::ClientWithMiddleware) -> reqwest_middleware::Result<()> {
/// let query = client.post("https://example.com/graphql").body(r#"{"query":"{ products { total } }"}"#);
/// let response = query.with_extension(Intent::Read).send().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Intent {
    /// It only reads, or does the same however often it is sent.
    Read,
    /// It does something each time it is sent. It is safe to repeat only with a key in the header by which the vendor
    /// tells that a request came twice.
    Write,
}

/// What is known of a request once it is sent.
pub(crate) struct Sent {
    /// Whether it can be sent again without doing more than once.
    pub(crate) safe: bool,
    method: Method,
    url: Url,
}

impl Sent {
    pub(crate) fn of(request: &Request, extensions: &Extensions, vendor: Vendor<'_>) -> Self {
        let method = request.method();
        let safe_as = |method| Attempt::from_http_parts(&vendor, method, request.headers()).is_safe_to_repeat();
        let safe = match extensions.get::<Intent>() {
            Some(Intent::Read) => true,
            // No method makes it safe; a key does.
            Some(Intent::Write) => safe_as(&Method::POST),
            None => safe_as(method),
        };
        Self { safe, method: method.clone(), url: request.url().clone() }
    }

    /// Whether an answer from this address is the answer of another request, to which a redirect led.
    pub(crate) fn was_redirected(&self, answered: &Url) -> bool {
        let mut sent = self.url.clone();
        sent.set_fragment(None);
        sent != *answered
    }

    pub(crate) fn is_head(&self) -> bool {
        self.method == Method::HEAD
    }
}
