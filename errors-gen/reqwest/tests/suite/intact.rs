//! What comes back is what was sent.

use std::time::Duration;

use errors_reqwest::Tried;
use reqwest::{Response, Version};

use crate::client::{client, http, retry};
use crate::server::{Reply, Server};

/// All that can be seen of a response: its head, then its body, and how that ends.
async fn all_of(mut response: Response) -> (String, Vec<u8>, bool) {
    let mut headers = response.headers().clone();
    headers.remove("date");
    let head = format!(
        "{} {:?} {} {headers:?} {:?} {:?}",
        response.status(),
        response.version(),
        response.url(),
        response.content_length(),
        response.remote_addr(),
    );
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            end => return (head, body, end.is_ok()),
        }
    }
}

#[tokio::test]
async fn status_headers_version_address_and_body_are_intact() {
    let long = format!(r#"{{"items":"{}"}}"#, "x".repeat(5_000));
    for (name, reply) in [
        ("a success", Reply::success()),
        ("a success in chunks", Reply::success().in_chunks(3)),
        ("an error", Reply::error("InvalidInput").header("X-Request-Id", "r-1").header("X-Request-Id", "r-2")),
        ("an error in chunks", Reply::error("InvalidInput").in_chunks(7)),
        ("nothing", Reply::new(204, "")),
        ("not modified", Reply::new(304, "")),
        ("no JSON", Reply::new(200, "%PDF-1.7").header("Content-Type", "application/pdf")),
        ("no type", Reply::new(200, "%PDF-1.7")),
        ("a page", Reply::new(404, "<html>")),
        ("a redirect", Reply::new(302, "moved")),
        ("a success that is too long", Reply::json(200, long.clone())),
        ("a success that is too long, in chunks", Reply::json(200, long.clone()).in_chunks(700)),
        ("an error that is too long", Reply::json(404, long.clone())),
        ("an error that is too long, in chunks", Reply::json(404, long.clone()).in_chunks(700)),
        ("a body of the limit", Reply::json(404, "x".repeat(1_000))),
        ("a body of the limit, in chunks", Reply::json(404, "x".repeat(1_000)).in_chunks(500)),
        ("a success, cut off", Reply::json(200, "{\"id\":").cut_off()),
        ("a success of a told length, cut off", Reply::json(200, "{\"id\":").header("Content-Length", "20").cut_off()),
        ("an error, cut off", Reply::json(404, "{\"message\":\"No").in_chunks(4).cut_off()),
        ("an error that is too long, cut off", Reply::json(404, long).in_chunks(999).cut_off()),
    ] {
        let server = Server::new([reply]).await;
        let plain = all_of(http().build().unwrap().post(server.url("/a?b=|c")).send().await.unwrap()).await;
        let (client, _) = client(retry().body_limit(1_000));
        let response = client.post(server.url("/a?b=|c")).send().await.unwrap();
        assert_eq!(response.version(), Version::HTTP_11);
        assert_eq!(response.extensions().get::<Tried>().unwrap().requests, 1, "{name}");
        assert_eq!(all_of(response).await, plain, "{name}");
        assert_eq!(server.requests(), 2, "{name}");
    }
}

#[tokio::test]
async fn a_head_has_no_body() {
    let server = Server::new([Reply::json(200, "{}"), Reply::new(503, ""), Reply::json(200, "{}")]).await;
    let (client, waits) = client(retry());
    for requests in [1, 2] {
        let response = client.head(server.url("/")).send().await.unwrap();
        assert_eq!(response.status().as_u16(), 200);
        assert_eq!(response.headers()["content-length"], "2");
        assert_eq!(response.extensions().get::<Tried>().unwrap().requests, requests);
    }
    assert_eq!(waits.taken().len(), 1);
}

#[tokio::test]
async fn what_is_not_needed_is_not_waited_for() {
    let limit = 1_000;
    for (name, reply) in [
        ("events", Reply::new(200, "data: 1\n\n").header("Content-Type", "text/event-stream")),
        ("a long list", Reply::json(200, format!("[{}", "1,".repeat(limit)))),
        ("a long error", Reply::json(400, format!("[{}", "1,".repeat(limit)))),
    ] {
        let server = Server::new([reply.endless()]).await;
        let (client, _) = client(retry().body_limit(limit));
        let sent = client.get(server.url("/")).send();
        let mut response = tokio::time::timeout(Duration::from_secs(10), sent).await.expect(name).unwrap();
        assert!(response.chunk().await.unwrap().is_some(), "{name}");
    }
}

#[tokio::test]
async fn a_long_body_is_decided_by_its_head() {
    let long = "x".repeat(5_000);
    for (status, method, requests) in
        [(503, "GET", 2), (503, "POST", 1), (429, "POST", 2), (400, "GET", 1), (200, "GET", 1)]
    {
        let reply = Reply::json(status, long.clone()).header("Retry-After", "2");
        let server = Server::new([reply, Reply::success()]).await;
        let (client, waits) = client(retry().body_limit(4_999));
        client.request(method.parse().unwrap(), server.url("/")).send().await.unwrap();
        assert_eq!(server.requests(), requests, "{status} {method}");
        assert_eq!(waits.millis(), vec![2_000; requests - 1], "{status} {method}");
    }
}
