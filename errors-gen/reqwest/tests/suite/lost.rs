//! Connections that fail, and answers that do not come.

use std::time::Duration;

use errors_reqwest::{Intent, redirects};
use reqwest::{Method, Version};

use crate::client::{client, client_over, http, retry};
use crate::server::{Reply, Server, nowhere};

#[tokio::test]
async fn a_connection_that_was_never_made_is_tried_again() {
    for method in [Method::GET, Method::POST, Method::PATCH] {
        let (client, waits) = client_over(http().redirect(redirects()), retry().trust_connect_errors());
        let error = client.request(method, nowhere().await).body("{}").send().await.unwrap_err();
        assert!(error.is_connect(), "{error}");
        assert!(matches!(waits.millis()[..], [200..=400, 400..=800]), "{:?}", waits.millis());
    }
}

#[tokio::test]
async fn without_a_word_on_redirects_no_order_is_sent_again_after_a_failed_connection() {
    for (method, waits_taken) in [(Method::GET, 2), (Method::PUT, 2), (Method::POST, 0), (Method::PATCH, 0)] {
        let (client, waits) = client(retry());
        let error = client.request(method.clone(), nowhere().await).body("{}").send().await.unwrap_err();
        assert!(error.is_connect(), "{error}");
        assert_eq!(waits.taken().len(), waits_taken, "{method}");
    }
}

#[tokio::test]
async fn after_a_lost_connection_only_what_is_safe_is_sent_again() {
    for (method, intent, requests) in [
        (Method::GET, None, 2),
        (Method::PUT, None, 2),
        (Method::POST, None, 1),
        (Method::PATCH, None, 1),
        (Method::POST, Some(Intent::Read), 2),
        (Method::GET, Some(Intent::Write), 1),
    ] {
        let server = Server::new([Reply::Close, Reply::success()]).await;
        let (client, waits) = client(retry());
        let mut request = client.request(method.clone(), server.url("/")).body("{}");
        if let Some(intent) = intent {
            request = request.with_extension(intent);
        }
        let result = request.send().await;
        assert_eq!(result.is_ok(), requests == 2, "{method} {intent:?}");
        assert_eq!((server.requests(), waits.taken().len()), (requests, requests - 1), "{method} {intent:?}");
    }
}

#[tokio::test]
async fn after_a_timeout_only_what_is_safe_is_sent_again() {
    for (method, requests) in [(Method::GET, 3), (Method::POST, 1)] {
        let server = Server::new([Reply::Hang]).await;
        let (client, waits) = client_over(http().timeout(Duration::from_millis(150)), retry());
        let error = client.request(method.clone(), server.url("/")).send().await.unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert_eq!(waits.taken().len(), requests - 1, "{method}");
        assert!(server.requests() <= requests, "{method}");
    }
}

#[tokio::test]
async fn a_body_that_does_not_come_in_time_is_lost() {
    for (method, requests) in [(Method::GET, 2), (Method::POST, 1)] {
        let stalled = Reply::json(200, "{\"id\":").endless();
        let server = Server::new([stalled, Reply::success()]).await;
        let (client, _) = client_over(http().timeout(Duration::from_millis(500)), retry());
        let response = client.request(method.clone(), server.url("/")).send().await.unwrap();
        assert_eq!(server.requests(), requests, "{method}");
        // The part that came is still there, and then why there is no more.
        let error = response.text().await.err();
        assert_eq!(error.map(|error| error.is_timeout()), (requests == 1).then_some(true), "{method}");
    }
}

#[tokio::test]
async fn what_cannot_be_sent_is_not_tried_again() {
    let (client, waits) = client(retry());
    let error = client.get("ftp://127.0.0.1/").send().await.unwrap_err();
    assert!(error.is_builder(), "{error}");
    let server = Server::new([Reply::success()]).await;
    let response = client.get(server.url("/")).version(Version::HTTP_10).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200);
    assert!(waits.taken().is_empty());
}
