//! Problem details out of errors, and back.

use axum::body::to_bytes;
use axum::response::IntoResponse as _;
use errors_gen::commercetools::{self, Code};
use errors_gen::http::{StatusCode, header};
use errors_gen::load::{Arena, read_text};
use errors_gen::problem_details::ProblemDetails;
use errors_gen::{
    Advice, Audience, CompiledIn as _, Kind, MaybeListed, ProblemExtensions, ResponseError, Topic, Vendor, omnicart,
};
use serde_json::{Value, from_value, json, to_value};

use crate::corpus;

type Problem = ProblemDetails<ProblemExtensions>;

const DUPLICATE: &str = r#"{"statusCode":400,"message":"A duplicate value 'anna' exists for field 'email'.","errors":[
    {"code":"DuplicateField","message":"A duplicate value 'anna' exists for field 'email'.","field":"email",
     "duplicateValue":"anna"}]}"#;

/// A handler of a gateway.
#[expect(clippy::result_large_err, reason = "handlers of axum return problems as they are")]
fn handle(status: u16, body: &str) -> Result<(), Problem> {
    commercetools::read(status, body).into_result()?;
    Ok(())
}

#[test]
fn an_error_is_a_problem_without_what_is_sensitive() {
    let response = commercetools::read(400, DUPLICATE);
    let problem = Problem::from(&response);
    assert_eq!(
        to_value(&problem).unwrap(),
        json!({
            "type": Code::DuplicateField.link(),
            "title": Code::DuplicateField.meaning(),
            "status": 400,
            "detail": "A duplicate value *** exists for field 'email'.",
            "vendor": "commercetools",
            "code": "DuplicateField",
            "kind": "already_exists",
            "topic": "resource_exists",
            "retry": "after_fix",
            "audience": "developer",
        })
    );
    let owned: ResponseError<Code> = response.into_owned();
    assert_eq!((Problem::from(&owned), Problem::from(owned)), (problem.clone(), problem));
}

#[test]
fn the_id_of_the_request_is_kept() {
    let catalog = r"
vendor: shop
title: Shop
sources: [https://example.com/errors]
reviewed: 2026-11-21
code: text
headers: { request_id: X-Request-Id }
envelopes:
  - { name: list, items: [{ at: '$.errors[*]', code: code }] }
sections:
  - title: All
    codes:
      BUSY:
        status: 503
        kind: unavailable
        topic: service_unavailable
        audience: developer
        meaning: It is busy.
        action: Wait.
        retry: backoff
";
    let arena = Arena::new();
    let shop = Vendor::from(arena.load(&read_text("shop", catalog).unwrap()).unwrap());
    for (id, kept) in [("projects-3f0c7a52", "projects-3f0c7a52"), ("anna@example.com", "***")] {
        let response = shop.read_with_headers(503, |_| Some(id), r#"{"errors":[{"code":"BUSY"}]}"#);
        let problem = Problem::from(&response);
        assert_eq!(problem.extensions.request_id.as_deref(), Some(kept));
        assert_eq!(problem.detail.unwrap(), format!("Shop 503 BUSY (request {kept})"));
    }
}

#[test]
fn what_is_not_listed_is_about_blank() {
    let problem =
        handle(409, r#"{"statusCode":409,"message":"m","errors":[{"code":"New","message":"m"}]}"#).unwrap_err();
    assert_eq!((problem.r#type, problem.title.as_deref()), (None, Some("Conflict")));
    assert_eq!((problem.extensions.code.as_deref(), problem.extensions.topic), (Some("New"), None));
    let problem = handle(400, r#"{"errors":[{"code":"anna@example.com","message":"m"}]}"#).unwrap_err();
    assert_eq!(problem.extensions.code.as_deref(), Some("***"));
    let problem = handle(502, "<html><title>Bad Gateway</title>").unwrap_err();
    assert_eq!(problem.detail.as_deref(), Some("commercetools 502: HTML page: Bad Gateway"));
    assert_eq!(problem.extensions.code, None);
}

#[test]
fn an_error_inside_200_has_the_status_of_its_kind() {
    let body = r#"{"data":null,"errors":[{"message":"m","extensions":{"code":"ResourceNotFound"}}]}"#;
    let problem = handle(200, body).unwrap_err();
    assert_eq!((problem.status, problem.extensions.kind), (Some(StatusCode::NOT_FOUND), Some(Kind::NotFound)));
    let success = Problem::from(&commercetools::read(201, r#"{"id":"anna"}"#));
    assert_eq!((success.status, success.extensions.kind), (Some(StatusCode::CREATED), Some(Kind::Ok)));
    assert_eq!((success.extensions.retry, success.detail.as_deref()), (None, Some("commercetools 201: succeeded")));
}

#[test]
fn problems_are_read_back() {
    for (vendor, bodies) in corpus::all() {
        let vendor = Vendor::by_name(&vendor).unwrap();
        for body in bodies {
            let bytes = body.bytes();
            let problem = Problem::from(&vendor.read(body.status, &bytes));
            let read: Problem = from_value(to_value(&problem).unwrap()).unwrap();
            assert_eq!(read, problem, "{}", body.title);
        }
    }
    let read: Problem = from_value(to_value(handle(400, DUPLICATE).unwrap_err()).unwrap()).unwrap();
    assert_eq!(read.extensions.code_of(), Some(MaybeListed::Listed(Code::DuplicateField)));
    assert_eq!(read.extensions.code_of::<omnicart::Code>(), None, "a code of another vendor");
    assert_eq!((read.extensions.retry, read.extensions.audience), (Some(Advice::AfterFix), Some(Audience::Developer)));
}

#[test]
fn problems_of_others_and_of_later_versions_are_read() {
    let other = json!({ "title": "Out of credit", "status": 403, "balance": 30, "accounts": ["/a/1"] });
    let read: Problem = from_value(other).unwrap();
    assert_eq!((read.status, read.extensions), (Some(StatusCode::FORBIDDEN), ProblemExtensions::default()));
    let later =
        json!({ "vendor": "commercetools", "code": "Later", "kind": "later", "topic": "out_of_stock", "retry": null });
    let read: Problem = from_value(later).unwrap();
    assert_eq!((read.extensions.kind, read.extensions.topic), (None, Some(Topic::OutOfStock)));
    assert_eq!(read.extensions.code_of::<Code>().unwrap().as_str(), "Later");
}

/// What a gateway needs of axum is in the crate `problem_details`.
#[tokio::test]
async fn a_handler_of_axum_returns_problems() {
    let problem = handle(400, DUPLICATE).unwrap_err();
    let expected = to_value(&problem).unwrap();
    let response = ([(header::RETRY_AFTER, "7")], problem).into_response();
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
    assert_eq!(response.headers()[header::RETRY_AFTER], "7");
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&body).unwrap(), expected);
}
