//! Which redirects a client can follow that sends orders.

use reqwest::redirect::Policy;

/// How many redirects are followed.
const MOST: usize = 10;

/// Follows the redirects by which a server says that it did nothing: 307 and 308, at most ten in a row. Others are
/// given back as the response.
///
/// After 301, 302 and 303 an order may be placed, and what follows is another request, a GET. A client that follows
/// them does not tell which of both failed to connect, so that an order could be sent twice.
///
/// ```
/// let client = reqwest::Client::builder().redirect(errors_reqwest::redirects()).build()?;
/// # Ok::<(), reqwest::Error>(())
/// ```
#[must_use]
pub fn redirects() -> Policy {
    Policy::custom(|attempt| match attempt.status().as_u16() {
        307 | 308 if attempt.previous().len() > MOST => attempt.error("too many redirects"),
        307 | 308 => attempt.follow(),
        _ => attempt.stop(),
    })
}
