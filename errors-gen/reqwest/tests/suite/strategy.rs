//! The strategy for `reqwest-retry`.

use std::time::Duration;

use errors_gen::commercetools::Code;
use errors_reqwest::{ByCatalog, ReadErrors};
use reqwest::Method;
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use reqwest_retry::RetryTransientMiddleware;
use reqwest_retry::policies::ExponentialBackoff;

use crate::client::http;
use crate::server::{Reply, Server, nowhere};

fn client() -> ClientWithMiddleware {
    let millis = Duration::from_millis;
    let policy = ExponentialBackoff::builder().retry_bounds(millis(1), millis(2)).build_with_max_retries(3);
    ClientBuilder::new(http().build().unwrap())
        .with(RetryTransientMiddleware::new_with_policy_and_strategy(policy, ByCatalog))
        .with(ReadErrors::<Code>::new())
        .build()
}

#[tokio::test]
async fn what_is_sent_again_is_decided_by_the_catalog() {
    for (reply, read, order) in [
        (Reply::success(), 1, 1),
        (Reply::error("OverCapacity"), 2, 1),
        (Reply::graphql("OverCapacity"), 2, 1),
        (Reply::error("ExactLockConflict"), 2, 2),
        (Reply::error("InvalidInput"), 1, 1),
        (Reply::error("invalid_token"), 1, 1),
        (Reply::new(500, ""), 2, 1),
        (Reply::new(200, "text").header("Content-Type", "text/plain"), 1, 1),
        // Which request failed cannot be seen.
        (Reply::Close, 1, 1),
    ] {
        for (method, requests) in [(Method::GET, read), (Method::POST, order)] {
            let server = Server::new([reply.clone(), Reply::success()]).await;
            let response = client().request(method.clone(), server.url("/")).body("{}").send().await;
            assert_eq!(server.requests(), requests, "{method} {reply:?}");
            if let Ok(response) = response {
                assert!(!response.bytes().await.unwrap().is_empty() || requests == 1);
            }
        }
    }
    assert!(client().post(nowhere().await).send().await.is_err());
    // Whether a redirect led to the connection that failed cannot be seen either.
    let server = Server::new([Reply::new(303, "").header("Location", nowhere().await)]).await;
    assert!(client().post(server.url("/")).body("{}").send().await.is_err());
    assert_eq!(server.requests(), 1);
}
