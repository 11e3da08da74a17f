//! Orders against a server on loopback that answers like commercetools.

use std::future;

use checkout::{Failure, Order, Shop};
use errors_gen::Effect;
use errors_gen::commercetools::{Code, VENDOR};
use errors_gen::write::{BodyBuilder, MockResponse, NewError, every_error};
use errors_reqwest::Retry;
use wiremock::matchers::{body_partial_json, header, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

/// A shop at a server, without the waits between requests.
fn shop(server: &MockServer) -> Shop {
    let retry = Retry::new().attempts(3).sleep_with(|_| future::ready(()));
    Shop::new(server.uri(), reqwest::Client::builder().no_proxy(), retry).unwrap()
}

fn template(mock: MockResponse<'_>) -> ResponseTemplate {
    let template = ResponseTemplate::new(mock.status).set_body_string(mock.body);
    mock.headers.into_iter().fold(template, |template, (name, value)| template.insert_header(name, value.as_str()))
}

fn error(code: Code) -> ResponseTemplate {
    let body = BodyBuilder::new(&VENDOR).error(NewError::new(code).message("m")).build().unwrap();
    ResponseTemplate::new(body.status.unwrap()).set_body_raw(body.json, "application/json")
}

fn placed() -> ResponseTemplate {
    ResponseTemplate::new(201).set_body_raw(r#"{"id":"o-1","version":1}"#, "application/json")
}

#[tokio::test]
async fn an_order_is_placed() {
    let server = MockServer::start().await;
    let order = Mock::given(path("/orders")).and(body_partial_json(serde_json::json!({ "version": 4 })));
    order.respond_with(placed()).expect(1).mount(&server).await;
    assert_eq!(shop(&server).order("c-1", 4).await.unwrap(), Order { id: "o-1".to_owned() });
}

#[tokio::test]
async fn no_documented_error_passes_for_an_order_or_is_sent_twice_blindly() {
    let (server, mut seen) = (MockServer::start().await, 0);
    for mock in every_error(&VENDOR) {
        // Without a code, nobody knows what became of the order.
        let harmless = mock.code.is_some_and(|code| code.retry().effect == Effect::None);
        let shown = format!("{mock:?}");
        server.reset().await;
        Mock::given(path("/orders")).respond_with(template(mock)).mount(&server).await;
        let failure = shop(&server).order("c-1", 4).await.unwrap_err();
        let orders =
            server.received_requests().await.unwrap().iter().filter(|request| request.url.path() == "/orders").count();
        assert!(orders == 1 || harmless, "{orders} orders after {shown}: {failure}");
        seen += 1;
    }
    assert!(seen >= Code::ALL.len(), "{seen}");
}

#[tokio::test]
async fn a_new_token_is_fetched_once() {
    let server = MockServer::start().await;
    let token = ResponseTemplate::new(200).set_body_raw(r#"{"access_token":"t-2"}"#, "application/json");
    Mock::given(path("/oauth/token")).respond_with(token).expect(1).mount(&server).await;
    Mock::given(path("/orders"))
        .and(header("Authorization", "Bearer t-2"))
        .respond_with(placed())
        .expect(1)
        .mount(&server)
        .await;
    Mock::given(path("/orders")).respond_with(error(Code::InvalidToken)).mount(&server).await;
    assert!(shop(&server).order("c-1", 4).await.is_ok());
}

#[tokio::test]
async fn each_failure_goes_to_who_can_do_something() {
    let server = MockServer::start().await;
    for (code, expected) in [
        (Code::OutOfStock, "Some of the items are sold out."),
        (Code::OverCapacity, "perhaps ordered: commercetools 503 OverCapacity: m"),
        (Code::InsufficientScope, "not ordered: commercetools 403 insufficient_scope: m"),
    ] {
        server.reset().await;
        Mock::given(path("/orders")).respond_with(error(code)).mount(&server).await;
        let failure = shop(&server).order("c-1", 4).await.unwrap_err();
        assert_eq!(failure.to_string(), expected);
        assert_eq!(matches!(failure, Failure::Verify(_)), code.retry().effect != Effect::None, "{code}");
    }
}
