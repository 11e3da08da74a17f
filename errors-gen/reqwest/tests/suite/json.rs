//! Values, and errors that tell why there is none.

use errors_gen::commercetools::Code;
use errors_reqwest::{Error, ResponseExt as _};
use serde::Deserialize;

use crate::client::{client, retry};
use crate::server::{Reply, Server, nowhere};

#[derive(Debug, Deserialize, PartialEq)]
struct Order {
    id: String,
}

async fn order(reply: Reply) -> Result<Order, Error<Code>> {
    let server = Server::new([reply]).await;
    client(retry()).0.post(server.url("/orders")).send().await?.json_or_error::<Code, Order>().await
}

#[tokio::test]
async fn a_success_is_the_value() {
    let order_1 = Order { id: "o-1".into() };
    assert_eq!(order(Reply::success()).await.unwrap(), order_1);
    assert_eq!(order(Reply::json(200, "\u{feff}{\"id\":\"o-1\"}")).await.unwrap(), order_1);
    let server = Server::new([Reply::new(204, "")]).await;
    let deleted = client(retry()).0.delete(server.url("/")).send().await.unwrap();
    deleted.json_or_error::<Code, ()>().await.unwrap();
}

#[tokio::test]
async fn an_error_is_the_vendors() {
    for reply in [Reply::error("InvalidInput"), Reply::graphql("InvalidInput")] {
        let error = order(reply).await.unwrap_err();
        assert_eq!(error.code(), Some(Code::InvalidInput));
        assert!(error.to_string().ends_with("InvalidInput: Not now."), "{error}");
    }
    // With its headers.
    let error = order(Reply::new(503, "<html>").header("Retry-After", "9")).await.unwrap_err();
    let vendor = error.vendor().unwrap();
    assert_eq!((vendor.status(), vendor.code()), (Some(503), None));
    let wait = vendor.decide(&errors_gen::decide::Attempt::new().method("GET")).wait;
    assert_eq!(wait.map(|wait| wait.as_secs()), Some(9));
}

#[tokio::test]
async fn other_errors_say_what_is_wrong() {
    let error = order(Reply::json(200, r#"{"id":7, "mail":"anna@example.com"}"#)).await.unwrap_err();
    assert!(matches!(error, Error::Body(_)), "{error}");
    assert_eq!(error.to_string(), "the body does not fit at line 1 column 7");
    let error = order(Reply::json(200, "{\"id\":").cut_off()).await.unwrap_err();
    assert!(matches!(error, Error::Request(_)), "{error}");
    let sent = client(retry()).0.get(nowhere().await).send().await;
    let error = Error::<Code>::from(sent.unwrap_err());
    assert!(matches!(&error, Error::Request(error) if error.is_connect()), "{error}");
    assert_eq!(error.code(), None);
}
