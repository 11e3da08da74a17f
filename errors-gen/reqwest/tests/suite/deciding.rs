//! For everything that can be decided: what is sent how often, and after how long.

use std::time::Duration;

use errors_gen::commercetools;
use errors_gen::decide::Next;
use errors_gen::load::{Arena, read_text};
use errors_gen::write::NewError;
use errors_gen::{Vendor, omnicart};
use errors_reqwest::{Intent, Retry, Tried};
use reqwest::Method;

use crate::client::{client, retry};
use crate::server::{Reply, Server};

/// What is done after a reply.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Then {
    /// It is sent again after so many milliseconds: at least the first, at most the second.
    Again(u64, u64),
    /// It is not, and this is left to do.
    Not(Next),
}

const AT_ONCE: Then = Then::Again(0, 0);
const BACKOFF: Then = Then::Again(200, 400);

const fn after(millis: u64) -> Then {
    Then::Again(millis, millis)
}

impl Then {
    /// Checks that what was seen is what is wanted: a jittered wait lies between the least and the most.
    fn check(self, wanted: Self, name: &str) {
        match (self, wanted) {
            (Self::Again(seen, _), Self::Again(least, most)) => {
                assert!((least..=most).contains(&seen), "{name}: after {seen} ms, not {wanted:?}");
            }
            _ => assert_eq!(self, wanted, "{name}"),
        }
    }
}

/// What is done after this reply, where the next one is a success.
async fn then(reply: Reply, method: Method, intent: Option<Intent>) -> Then {
    let server = Server::new([reply, Reply::success()]).await;
    let (client, waits) = client(retry());
    let mut request = client.request(method, server.url("/orders")).body("{}");
    if let Some(intent) = intent {
        request = request.with_extension(intent);
    }
    let response = request.send().await.unwrap();
    let tried = *response.extensions().get::<Tried>().unwrap();
    assert_eq!(server.requests(), tried.requests as usize);
    let waits = waits.taken();
    match tried.requests {
        1 => {
            assert!(waits.is_empty());
            Then::Not(tried.next)
        }
        2 => {
            assert_eq!((tried.next, response.status().as_u16()), (Next::Nothing, 200));
            let seen = server.seen();
            assert_eq!((&seen[0].method, &seen[0].body), (&seen[1].method, &seen[1].body));
            let millis = waits.iter().sum::<Duration>().as_millis().try_into().unwrap();
            after(millis)
        }
        more => panic!("{more} requests"),
    }
}

#[tokio::test]
async fn every_decision() {
    let failed = Then::Not;
    for (name, reply, read, order) in [
        ("a success", Reply::success(), failed(Next::Nothing), failed(Next::Nothing)),
        ("created", Reply::json(201, r#"{"id":"o-1"}"#), failed(Next::Nothing), failed(Next::Nothing)),
        ("a failure of unknown effect", Reply::new(500, ""), AT_ONCE, failed(Next::Verify)),
        ("overload", Reply::error("OverCapacity"), BACKOFF, failed(Next::Verify)),
        ("overload inside 200", Reply::graphql("OverCapacity"), BACKOFF, failed(Next::Verify)),
        ("an earlier request is pending", Reply::error("PendingOperation"), BACKOFF, BACKOFF),
        ("a gateway's page", Reply::new(503, "<html>"), BACKOFF, failed(Next::Verify)),
        ("a lock, by status", Reply::new(423, ""), BACKOFF, BACKOFF),
        ("a rate limit", Reply::new(429, ""), BACKOFF, BACKOFF),
        ("a rate limit with a time", Reply::new(429, "").header("Retry-After", "7"), after(7_000), after(7_000)),
        (
            "a rate limit with a date",
            Reply::new(429, "")
                .header("Date", "Sun, 06 Nov 1994 08:49:30 GMT")
                .header("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"),
            after(7_000),
            after(7_000),
        ),
        ("a lock of 300 ms, by the catalog", Reply::error("ExactLockConflict"), after(300), after(300)),
        ("the same inside 200", Reply::graphql("ExactLockConflict"), after(300), after(300)),
        ("a version conflict", Reply::error("ConcurrentModification"), failed(Next::Refresh), failed(Next::Refresh)),
        ("an expired token", Reply::error("invalid_token"), failed(Next::Reauthenticate), failed(Next::Reauthenticate)),
        ("wrong input", Reply::error("InvalidInput"), failed(Next::Fix), failed(Next::Fix)),
        ("wrong input inside 200", Reply::graphql("InvalidInput"), failed(Next::Fix), failed(Next::Fix)),
        ("what was removed", Reply::error("FeatureRemoved"), failed(Next::Never), failed(Next::Never)),
        ("what is gone, by status", Reply::new(410, ""), failed(Next::Never), failed(Next::Never)),
        ("an unlisted code", Reply::json(500, UNLISTED), AT_ONCE, failed(Next::Verify)),
        ("cut off", Reply::json(200, "{\"id\":").cut_off(), BACKOFF, failed(Next::Verify)),
        ("an error, cut off", Reply::json(503, "{\"sta").cut_off(), BACKOFF, failed(Next::Verify)),
    ] {
        for method in [Method::GET, Method::PUT, Method::DELETE] {
            then(reply.clone(), method, None).await.check(read, name);
        }
        then(reply.clone(), Method::POST, None).await.check(order, name);
        then(reply.clone(), Method::POST, Some(Intent::Read)).await.check(read, name);
        then(reply.clone(), Method::GET, Some(Intent::Write)).await.check(order, name);
    }
}

const UNLISTED: &str = r#"{"statusCode":500,"message":"m","errors":[{"code":"BrandNew","message":"m"}]}"#;

const SHOP: &str = "
vendor: shop
title: Shop
sources: [https://example.com/errors]
reviewed: 2026-11-21
code: text
headers: { retry_verdict: Should-Retry, idempotency_key: Request-Key }
envelopes:
  - { name: list, items: [{ at: \"$.errors[*]\", code: code }] }
defaults: { kind: unavailable, topic: service_unavailable, audience: developer, action: A., status: 503 }
sections:
  - title: All
    codes:
      BUSY: { name: Busy, meaning: M., retry: backoff }
";

/// A vendor that is read at run time, and lives as long as the program.
pub(crate) fn shop() -> Vendor<'static> {
    let arena = Box::leak(Box::new(Arena::new()));
    Vendor::from(arena.load(&read_text("shop", SHOP).unwrap()).unwrap())
}

#[tokio::test]
async fn a_key_of_the_vendor_makes_an_order_safe() {
    let shop = shop();
    let busy = Reply::of(shop, NewError::new("BUSY"));
    for (header, intent, requests) in [
        (None, None, 1),
        (Some("Idempotency-Key"), None, 1),
        (Some("Request-Key"), None, 2),
        // What is sent twice does more, but not with a key.
        (Some("request-key"), Some(Intent::Write), 2),
        (None, Some(Intent::Write), 1),
        (None, Some(Intent::Read), 2),
    ] {
        let server = Server::new([busy.clone(), Reply::success()]).await;
        let (client, waits) = client(Retry::of(shop));
        let mut request = client.post(server.url("/orders")).body("{}");
        if let Some(header) = header {
            request = request.header(header, "k-1");
        }
        if let Some(intent) = intent {
            request = request.with_extension(intent);
        }
        request.send().await.unwrap();
        assert_eq!(server.requests(), requests, "{header:?} {intent:?}");
        assert_eq!(waits.taken().len(), requests - 1);
        let keys = server.seen().iter().filter(|seen| header.is_some_and(|name| seen.headers[name] == "k-1")).count();
        assert_eq!(keys, if header.is_some() { requests } else { 0 });
    }
}

#[tokio::test]
async fn a_verdict_of_the_vendor_outranks_the_catalog() {
    let shop = shop();
    for (verdict, requests) in [("true", 2), ("false", 1)] {
        let busy = Reply::of(shop, NewError::new("BUSY")).header("Should-Retry", verdict);
        let server = Server::new([busy, Reply::success()]).await;
        client(Retry::of(shop)).0.get(server.url("/")).send().await.unwrap();
        assert_eq!(server.requests(), requests, "{verdict}");
    }
}

#[tokio::test]
async fn codes_of_other_vendors_are_not_looked_for() {
    // To OmniCart this is JSON of no envelope.
    let reply = Reply::error("ExactLockConflict");
    let server = Server::new([reply, Reply::success()]).await;
    let (client, waits) = client(Retry::<omnicart::Code>::new());
    let response = client.get(server.url("/")).send().await.unwrap();
    assert_eq!((response.status().as_u16(), server.requests(), waits.taken().len()), (409, 1, 0));
    // One that is chosen at run time is the same as its type.
    let server = Server::new([Reply::error("ExactLockConflict"), Reply::success()]).await;
    let (client, waits) = crate::client::client(Retry::of(commercetools::VENDOR));
    client.post(server.url("/")).send().await.unwrap();
    assert_eq!(waits.millis(), [300]);
}
