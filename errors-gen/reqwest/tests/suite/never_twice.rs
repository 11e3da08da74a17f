//! An order whose effect is unknown is never sent twice, whatever comes in whatever order.

use std::future;
use std::time::Duration;

use errors_reqwest::{Intent, redirects};
use proptest::prelude::*;
use proptest::sample::select;
use reqwest::Method;

use crate::client::{client_over, http, retry};
use crate::server::{Reply, Server};

/// What a server answers to an order, and whether it may have placed it by then.
fn answers() -> Vec<(Reply, bool)> {
    let (nothing_done, may_be_done) = (false, true);
    vec![
        (Reply::error("ExactLockConflict"), nothing_done),
        (Reply::graphql("ExactLockConflict"), nothing_done),
        (Reply::error("PendingOperation"), nothing_done),
        (Reply::error("invalid_token"), nothing_done),
        (Reply::error("ConcurrentModification"), nothing_done),
        (Reply::error("InvalidInput"), nothing_done),
        (Reply::error("LockedField"), nothing_done),
        (Reply::new(429, ""), nothing_done),
        (Reply::new(429, "<html>").header("Retry-After", "1"), nothing_done),
        (Reply::new(423, "").in_chunks(1), nothing_done),
        (Reply::success(), may_be_done),
        (Reply::json(201, r#"{"id":"o-1"}"#).in_chunks(4), may_be_done),
        (Reply::new(204, ""), may_be_done),
        (Reply::new(200, "placed").header("Content-Type", "text/plain"), may_be_done),
        (Reply::json(200, "<html>"), may_be_done),
        (Reply::json(200, r#"{"id":"#).cut_off(), may_be_done),
        (Reply::json(200, format!(r#"{{"items":"{}"}}"#, "x".repeat(2_000))), may_be_done),
        (Reply::error("OverCapacity"), may_be_done),
        (Reply::error("OverCapacity").header("Retry-After", "1"), may_be_done),
        (Reply::graphql("OverCapacity"), may_be_done),
        (Reply::error("BadGateway"), may_be_done),
        (Reply::error("OverCapacity").cut_off(), may_be_done),
        (Reply::json(503, "x".repeat(2_000)).header("Retry-After", "1"), may_be_done),
        (Reply::json(500, r#"{"statusCode":500,"errors":[{"code":"BrandNew","message":"m"}]}"#), may_be_done),
        (Reply::new(500, ""), may_be_done),
        (Reply::new(502, "<html>"), may_be_done),
        (Reply::new(503, "").header("Retry-After", "2"), may_be_done),
        (Reply::new(504, ""), may_be_done),
        (Reply::new(599, ""), may_be_done),
        (Reply::new(303, "").header("Location", "http://127.0.0.1:1/"), may_be_done),
        (Reply::Close, may_be_done),
    ]
}

/// How many orders may have been placed when these answers come, the last one again and again.
async fn placed(answers: &[(Reply, bool)], request: (Method, Option<Intent>), timeout: Duration) -> usize {
    let server = Server::new(answers.iter().map(|(reply, _)| reply.clone())).await;
    let retry = retry()
        .attempts(8)
        .trust_connect_errors()
        .within(Duration::from_secs(3_600))
        .body_limit(1_000)
        .reauthenticate_with(|request, _| future::ready(Ok(Some(request))))
        .refresh_with(|request, _| future::ready(Ok(Some(request))));
    let (client, _) = client_over(http().redirect(redirects()).timeout(timeout), retry);
    let (method, intent) = request;
    let mut request = client.request(method, server.url("/orders")).body("{}");
    if let Some(intent) = intent {
        request = request.with_extension(intent);
    }
    // What becomes of it is for other tests.
    let _ = request.send().await;
    let last = answers.len() - 1;
    (0..server.requests()).filter(|number| answers[*number.min(&last)].1).count()
}

fn in_runtime<T>(task: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(task)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_is_placed_twice(
        answers in proptest::collection::vec(select(answers()), 1..8),
        order in select(vec![
            (Method::POST, None),
            (Method::PATCH, None),
            (Method::POST, Some(Intent::Write)),
            (Method::PUT, Some(Intent::Write)),
        ]),
    ) {
        let placed = in_runtime(placed(&answers, order, Duration::from_secs(20)));
        prop_assert!(placed <= 1, "{placed} orders");
    }
}

#[tokio::test]
async fn no_order_is_placed_twice_where_the_answer_does_not_come() {
    for first in [Reply::Hang, Reply::error("OverCapacity").endless(), Reply::json(200, "{").endless()] {
        for before in [None, Some(Reply::error("ExactLockConflict"))] {
            let answers = before.map(|reply| (reply, false)).into_iter();
            let answers: Vec<_> = answers.chain([(first.clone(), true)]).collect();
            let placed = placed(&answers, (Method::POST, None), Duration::from_millis(400)).await;
            assert!(placed <= 1, "{answers:?}");
        }
    }
}

#[tokio::test]
async fn the_same_answers_do_place_a_safe_request_twice() {
    // Else the tests above would hold of a client that sends nothing again.
    let answers = [(Reply::error("OverCapacity"), true), (Reply::Close, true), (Reply::success(), true)];
    assert_eq!(placed(&answers, (Method::PUT, None), Duration::from_secs(20)).await, 3);
    assert_eq!(placed(&answers, (Method::POST, Some(Intent::Read)), Duration::from_secs(20)).await, 3);
}
