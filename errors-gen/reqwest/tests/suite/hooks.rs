//! Renewed credentials and changes that are made again.

use std::future;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use errors_gen::commercetools::{self, Code, Detail};
use errors_gen::decide::Next;
use errors_gen::http::HeaderValue;
use errors_gen::write::NewError;
use errors_reqwest::{Retry, Tried};
use reqwest::Response;
use reqwest_middleware::Error;

use crate::client::{client, retry};
use crate::server::{Reply, Server};

/// Renews the token, and counts how often.
fn renewing(retry: Retry<Code>) -> (Retry<Code>, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let retry = retry.reauthenticate_with(move |mut request, error| {
        let number = counted.fetch_add(1, Ordering::SeqCst) + 1;
        assert_eq!(error.code(), Some(Code::InvalidToken));
        let token = HeaderValue::from_str(&format!("Bearer {number}")).unwrap();
        request.headers_mut().insert("Authorization", token);
        future::ready(Ok(Some(request)))
    });
    (retry, count)
}

fn tried(response: &Response) -> (u32, Next) {
    let tried = response.extensions().get::<Tried>().unwrap();
    (tried.requests, tried.next)
}

#[tokio::test]
async fn credentials_are_renewed_once() {
    let server = Server::new([Reply::error("invalid_token"), Reply::error("PendingOperation"), Reply::success()]).await;
    let (retry, renewed) = renewing(retry());
    let (client, waits) = client(retry);
    let order = client.post(server.url("/")).header("Authorization", "Bearer 0").body("{}");
    assert_eq!(tried(&order.send().await.unwrap()), (3, Next::Nothing));
    // What is sent later has the new ones.
    let tokens: Vec<_> = server.seen().iter().map(|seen| seen.headers["authorization"].clone()).collect();
    assert_eq!(tokens, ["Bearer 0", "Bearer 1", "Bearer 1"]);
    assert_eq!((renewed.load(Ordering::SeqCst), waits.taken().len()), (1, 1));
}

#[tokio::test]
async fn credentials_that_stay_rejected_are_given_up() {
    let server = Server::new([Reply::error("invalid_token")]).await;
    let (retry, renewed) = renewing(retry().attempts(9));
    let response = client(retry).0.get(server.url("/")).send().await.unwrap();
    assert_eq!((response.status().as_u16(), tried(&response)), (401, (2, Next::Reauthenticate)));
    assert_eq!(renewed.load(Ordering::SeqCst), 1);
    // Each request has its own renewal, and one that may be sent only once has none.
    let (retry, renewed) = renewing(crate::client::retry().attempts(1));
    let (client, _) = client(retry);
    assert_eq!(tried(&client.get(server.url("/")).send().await.unwrap()), (1, Next::Reauthenticate));
    assert_eq!(renewed.load(Ordering::SeqCst), 0);
}

fn conflict(current: i64) -> Reply {
    let error = NewError::new("ConcurrentModification").message("Version mismatch.").field("currentVersion", current);
    Reply::of(commercetools::VENDOR, error)
}

#[tokio::test]
async fn a_change_is_made_on_what_is_there_now() {
    let server = Server::new([conflict(5), conflict(6), Reply::success()]).await;
    let retry = retry().refresh_with(|mut request, error| async move {
        let Some(Detail::ConcurrentModification(conflict)) = error.response().detail() else { return Ok(None) };
        let Ok(Some(version)) = conflict.current_version() else { return Ok(None) };
        *request.body_mut() = Some(format!(r#"{{"version":{version}}}"#).into());
        Ok(Some(request))
    });
    let (client, waits) = client(retry);
    let response = client.post(server.url("/")).body(r#"{"version":4}"#).send().await.unwrap();
    assert_eq!((response.status().as_u16(), tried(&response)), (200, (3, Next::Nothing)));
    let bodies: Vec<_> = server.seen().into_iter().map(|seen| seen.body).collect();
    assert_eq!(bodies, [r#"{"version":4}"#, r#"{"version":5}"#, r#"{"version":6}"#]);
    assert!(waits.taken().is_empty());
}

#[tokio::test]
async fn a_hook_can_give_up_or_fail() {
    let server = Server::new([conflict(5)]).await;
    let response = client(retry().refresh_with(|_, _| future::ready(Ok(None)))).0.post(server.url("/")).send().await;
    let response = response.unwrap();
    assert_eq!((response.status().as_u16(), tried(&response)), (409, (1, Next::Refresh)));
    assert!(response.text().await.unwrap().contains("ConcurrentModification"));

    let failing = retry().refresh_with(|_, _| future::ready(Err(Error::middleware(std::fmt::Error))));
    let error = client(failing).0.post(server.url("/")).send().await.unwrap_err();
    assert!(error.is_middleware(), "{error}");
    assert_eq!(server.requests(), 2);
}

#[tokio::test]
async fn hooks_come_after_the_wait_and_get_the_headers() {
    let server = Server::new([conflict(5).header("Retry-After", "3"), Reply::success()]).await;
    let retry = retry().refresh_with(|request, error| {
        assert_eq!(error.status(), Some(409));
        assert!(error.decide(&errors_gen::decide::Attempt::new()).wait.is_some());
        future::ready(Ok(Some(request)))
    });
    let (client, waits) = client(retry);
    client.post(server.url("/")).send().await.unwrap();
    assert_eq!(waits.millis(), [3_000]);
}
