//! Responses, requests, statuses and written bodies of the crate `http`.

use core::time::Duration;

use errors_gen::commercetools::{self, Code};
use errors_gen::decide::{Attempt, Next};
use errors_gen::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use errors_gen::load::{Arena, read_text};
use errors_gen::write::{BodyBuilder, NewError};
use errors_gen::{AnyCode, CompiledIn as _, Kind, Outcome, Status, Vendor, omnicart};

const OVER_CAPACITY: &str =
    r#"{"statusCode":503,"message":"Not now.","errors":[{"code":"OverCapacity","message":"Not now."}]}"#;

const SHOP: &str = "
vendor: shop
title: Shop
sources: [https://example.com/errors]
reviewed: 2026-11-21
code: text
headers: { request_id: [Trace-Id, X-Request-Id], retry_verdict: Should-Retry, idempotency_key: [Request-Key, Other-Key] }
envelopes:
  - { name: list, items: [{ at: \"$.errors[*]\", code: code }] }
defaults: { kind: unavailable, topic: service_unavailable, audience: developer, action: A., status: 503 }
sections:
  - title: All
    codes:
      BUSY: { name: Busy, meaning: M., retry: backoff }
";

fn with_shop(test: impl FnOnce(Vendor<'_>)) {
    let arena = Arena::new();
    test(Vendor::from(arena.load(&read_text("shop", SHOP).unwrap()).unwrap()));
}

#[test]
fn a_status_is_taken_where_one_goes_in() {
    assert_eq!(Status::from(StatusCode::CONFLICT), Status::from(409));
    let response = omnicart::read(StatusCode::CONFLICT, r#"{"code": "124102"}"#);
    assert_eq!(response.status(), Some(409));
    for status in 100..=999 {
        assert_eq!(Status::from(StatusCode::from_u16(status).unwrap()).get(), Some(status));
    }
}

#[test]
fn a_response_is_read_with_status_and_headers() {
    let get = Attempt::new().method("GET");
    let answer = Response::builder().status(503).header("retry-after", "7").body(OVER_CAPACITY).unwrap();
    let typed = commercetools::Response::from_http(&answer);
    assert_eq!((typed.status(), typed.code()), (Some(503), Some(Code::OverCapacity)));
    assert_eq!(typed.decide(&get).next, Next::RetryAfter(Duration::from_secs(7)));
    let any = commercetools::VENDOR.read_http(&answer);
    assert_eq!(any.code().and_then(AnyCode::typed), Some(Code::OverCapacity));
    assert_eq!(any.decide(&get), typed.decide(&get));
    // Bytes, a vector, and nothing at all are bodies too.
    let vector = answer.map(|body| body.as_bytes().to_vec());
    assert_eq!(commercetools::Response::from_http(&vector).code(), Some(Code::OverCapacity));
    let empty = Response::builder().status(204).body([0_u8; 0]).unwrap();
    assert_eq!(commercetools::Response::from_http(&empty).status(), Some(204));
}

#[test]
fn headers_of_the_vendor_are_found_in_any_case() {
    with_shop(|shop| {
        let answer = Response::builder()
            .status(200)
            .header("x-request-id", "r-17")
            .header("SHOULD-RETRY", "false")
            .body(r#"{"errors":[{"code":"BUSY"}]}"#)
            .unwrap();
        let response = shop.read_http(&answer);
        assert_eq!(response.request_id(), Some("r-17"));
        assert_eq!(response.outcome(), Outcome::Failed);
        assert_eq!(response.decide(&Attempt::new().method("GET")).next, Next::Never);
        // The first of the names that is there counts, and of a header that comes twice the first value.
        let mut headers = HeaderMap::new();
        headers.append("Trace-Id", HeaderValue::from_static("t-1"));
        headers.append("Trace-Id", HeaderValue::from_static("t-2"));
        headers.append("X-Request-Id", HeaderValue::from_static("r-17"));
        assert_eq!(shop.read_http_parts(StatusCode::OK, &headers, "").request_id(), Some("t-1"));
        // One that is not text is as good as absent.
        headers.insert("Trace-Id", HeaderValue::from_bytes(&[0xFF, b'x']).unwrap());
        assert_eq!(shop.read_http_parts(StatusCode::OK, &headers, "").request_id(), Some("r-17"));
    });
}

#[test]
fn a_request_tells_whether_it_may_be_repeated() {
    let safe = |vendor: &Vendor<'_>, method: Method, headers: &HeaderMap| {
        Attempt::from_http_parts(vendor, &method, headers).is_safe_to_repeat()
    };
    with_shop(|shop| {
        let none = HeaderMap::new();
        for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::TRACE, Method::PUT, Method::DELETE] {
            assert!(safe(&shop, method, &none));
        }
        for method in [Method::POST, Method::PATCH, Method::from_bytes(b"SEARCH").unwrap()] {
            assert!(!safe(&shop, method, &none));
        }
        for (name, value, expected) in [
            ("request-key", "k1", true),
            ("OTHER-KEY", "k1", true),
            ("request-key", "", false),
            ("request-key", "  ", false),
            // The key of another vendor.
            ("idempotency-key", "k1", false),
        ] {
            let request = Request::post("/orders").header(name, value).body("{}").unwrap();
            let attempt = Attempt::from_http(&shop, &request);
            assert_eq!(attempt.is_safe_to_repeat(), expected, "{name}: {value}");
            // With `backoff` it is open whether the order was taken.
            let answer = Response::builder().status(503).body(r#"{"errors":[{"code":"BUSY"}]}"#).unwrap();
            let next = shop.read_http(&answer).decide(&attempt).next;
            assert_eq!(next, if expected { Next::Backoff } else { Next::Verify });
        }
        // What the caller says outranks both.
        let query = Request::post("/graphql").body("{}").unwrap();
        assert!(Attempt::from_http(&shop, &query).safe_to_repeat(true).is_safe_to_repeat());
    });
    let order = Request::post("/orders").header("Request-Key", "k1").body("{}").unwrap();
    assert!(!Attempt::from_http(&commercetools::VENDOR, &order).is_safe_to_repeat());
}

#[test]
fn kinds_are_statuses_by_the_grpc_table() {
    let expected = [
        (Kind::Ok, 200),
        (Kind::Cancelled, 499),
        (Kind::Unknown, 500),
        (Kind::InvalidArgument, 400),
        (Kind::DeadlineExceeded, 504),
        (Kind::NotFound, 404),
        (Kind::AlreadyExists, 409),
        (Kind::PermissionDenied, 403),
        (Kind::ResourceExhausted, 429),
        (Kind::FailedPrecondition, 400),
        (Kind::Aborted, 409),
        (Kind::OutOfRange, 400),
        (Kind::Unimplemented, 501),
        (Kind::Internal, 500),
        (Kind::Unavailable, 503),
        (Kind::DataLoss, 500),
        (Kind::Unauthenticated, 401),
    ];
    assert!(expected.iter().map(|(kind, _)| kind).eq(Kind::ALL));
    for (kind, status) in expected {
        assert_eq!(StatusCode::from(kind).as_u16(), status, "{kind}");
        // Back and forth again leads to the same status.
        assert_eq!(StatusCode::from(Kind::from(StatusCode::from(kind))).as_u16(), status, "{kind}");
    }
    for (status, kind) in [(201, Kind::Ok), (100, Kind::Unknown), (304, Kind::FailedPrecondition), (700, Kind::Unknown)]
    {
        assert_eq!(Kind::from(StatusCode::from_u16(status).unwrap()), kind);
    }
}

#[test]
fn a_written_body_is_a_response() {
    for vendor in Vendor::ALL {
        let mut written = 0;
        for code in vendor.all_codes() {
            let error = NewError::new(code.as_str()).message("A message.");
            let Ok(body) = BodyBuilder::new(vendor).error(error).build() else { continue };
            let (status, json) = (body.status, body.json.clone());
            let answer = Response::try_from(body).unwrap();
            assert_eq!(answer.status().as_u16(), status.unwrap_or(200), "{code:?}");
            assert_eq!(answer.body(), &json);
            assert_eq!(answer.headers()["content-type"], "application/json");
            let read = vendor.read_http(&answer);
            assert!(read.is(code.as_str()) || read.errors().any(|error| error.code() == Some(code)), "{code:?}");
            written += 1;
        }
        assert!(written * 2 > vendor.all_codes().len(), "{}: {written}", vendor.name());
    }
    let error = NewError::new(Code::OverCapacity).message("Not now.");
    let body = BodyBuilder::new(&commercetools::VENDOR).error(error).status(1_000).build().unwrap();
    assert_eq!(Response::try_from(body).unwrap_err().to_string(), "invalid status code");
}
