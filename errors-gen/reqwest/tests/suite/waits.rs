//! How often, how long, and until when.

use std::time::Duration;

use errors_gen::decide::Next;
use errors_reqwest::Tried;
use reqwest::Body;

use crate::client::{client, retry};
use crate::server::{Reply, Server};

#[tokio::test]
async fn waits_grow_up_to_the_longest() {
    let server = Server::new([Reply::error("OverCapacity")]).await;
    let retry = retry().attempts(6).backoff(Duration::from_millis(100), Duration::from_millis(400));
    let (client, waits) = client(retry);
    let response = client.get(server.url("/")).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 503);
    let tried = response.extensions().get::<Tried>().unwrap();
    assert_eq!((tried.requests, tried.next), (6, Next::Backoff));
    assert_eq!(server.requests(), 6);
    let waits = waits.millis();
    assert_eq!(waits.len(), 5);
    for (wait, least) in waits.iter().zip([100, 200, 400, 400, 400]) {
        assert!((least..=2 * least).contains(wait), "{waits:?}");
    }
}

#[tokio::test]
async fn what_is_sent_again_at_once_waits_from_the_second_time_on() {
    let server = Server::new([Reply::new(500, "")]).await;
    let (client, waits) = client(retry());
    client.get(server.url("/")).send().await.unwrap();
    assert_eq!(server.requests(), 3);
    assert!(matches!(waits.millis()[..], [200..=400]), "{:?}", waits.millis());
}

#[tokio::test]
async fn there_are_no_more_requests_than_asked_for() {
    for (attempts, requests) in [(0, 1), (1, 1), (2, 2), (5, 5)] {
        let server = Server::new([Reply::error("OverCapacity")]).await;
        let (client, waits) = client(retry().attempts(attempts));
        client.get(server.url("/")).send().await.unwrap();
        assert_eq!((server.requests(), waits.taken().len()), (requests, requests - 1));
    }
}

#[tokio::test]
async fn no_wait_begins_that_would_end_too_late() {
    let later = |seconds: &str| Reply::new(429, "").header("Retry-After", seconds);
    for (reply, expected) in
        [(later("9"), vec![9_000, 9_000, 9_000]), (later("20"), vec![20_000]), (later("31"), vec![])]
    {
        let server = Server::new([reply]).await;
        let (client, waits) = client(retry().attempts(10).within(Duration::from_secs(30)));
        let response = client.post(server.url("/")).send().await.unwrap();
        assert!(matches!(response.extensions().get::<Tried>().unwrap().next, Next::RetryAfter(_)));
        assert_eq!((waits.millis(), server.requests()), (expected.clone(), expected.len() + 1));
    }
    // There is nothing to wait for, so that all of them are sent.
    let server = Server::new([later("0")]).await;
    let (client, waits) = client(retry());
    client.post(server.url("/")).send().await.unwrap();
    assert_eq!((waits.taken().len(), server.requests()), (0, 3));
}

#[tokio::test]
async fn the_clock_waits_where_nothing_else_does() {
    let server = Server::new([Reply::error("ExactLockConflict"), Reply::success()]).await;
    let client = reqwest_middleware::ClientBuilder::new(crate::client::http().build().unwrap()).with(retry()).build();
    let start = std::time::Instant::now();
    client.post(server.url("/")).send().await.unwrap();
    assert!(start.elapsed() >= Duration::from_millis(300));
    assert_eq!(server.requests(), 2);
}

#[tokio::test]
async fn a_stream_is_sent_once() {
    let server = Server::new([Reply::error("OverCapacity"), Reply::success()]).await;
    let (client, waits) = client(retry());
    let stream = Body::wrap(http_body_util::Full::new(bytes::Bytes::from("{}")));
    let response = client.put(server.url("/")).body(stream).send().await.unwrap();
    let tried = response.extensions().get::<Tried>().unwrap();
    assert_eq!((tried.requests, tried.next), (1, Next::Backoff));
    assert_eq!((server.requests(), waits.taken().len(), &*server.seen()[0].body), (1, 0, "{}"));
}
