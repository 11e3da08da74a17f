//! What a response tells of the requests before it.

use errors_runtime::decide::Next;

/// What became of a request: an extension of the response.
///
/// ```no_run
/// use errors_gen::decide::Next;
/// use errors_reqwest::Tried;
///
/// # async fn order(client: reqwest_middleware::ClientWithMiddleware) -> reqwest_middleware::Result<()> {
/// let response = client.post("https://example.com/orders").body("{}").send().await?;
/// if response.extensions().get::<Tried>().is_some_and(|tried| tried.next == Next::Verify) {
///     // Look whether there is an order now before it is placed again.
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tried {
    /// How many requests were sent.
    pub requests: u32,
    /// What is left to do: [`Next::Nothing`] after a success; a [`Next`] that sends again where there were enough
    /// requests, or no time was left, or the request could not be copied.
    pub next: Next,
}
