//! Responses as errors that outlive their bodies.

use std::error::Error;

use errors_gen::Vendor;
use errors_gen::{CompiledIn as _, Outcome, ResponseError, bonsai, commercetools, omnicart};

const CONFLICT: &str = r#"{"statusCode":409,"message":"m","errors":[{"code":"NoSuchCode","message":"Busy"}]}"#;

fn fails(status: u16, body: &[u8]) -> Result<Vec<u8>, ResponseError<commercetools::Code>> {
    commercetools::read(status, body).into_result()?;
    Ok(body.to_vec())
}

#[derive(Debug, thiserror::Error)]
enum ShopError {
    #[error("the cart could not be updated")]
    Cart(#[from] ResponseError<commercetools::Code>),
    #[error(transparent)]
    Any(#[from] ResponseError),
}

fn wrapped(body: &str) -> Result<(), ShopError> {
    fails(409, body.as_bytes())?;
    Ok(())
}

fn boxed(body: &str) -> Result<(), Box<dyn Error + Send + Sync>> {
    Vendor::by_name("commercetools").ok_or("no such vendor")?.read(409, body).into_result()?;
    Ok(())
}

fn any_way(body: &str) -> anyhow::Result<()> {
    fails(409, body.as_bytes())?;
    Ok(())
}

#[test]
fn errors_travel_and_still_say_everything() {
    let line = "commercetools 409 NoSuchCode: Busy";
    let error = wrapped(CONFLICT).unwrap_err();
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some(line));
    let error = any_way(CONFLICT).unwrap_err();
    assert_eq!(error.to_string(), line);
    let owned = error.downcast_ref::<ResponseError<commercetools::Code>>().unwrap();
    assert!(owned.response().is("NoSuchCode"));
    assert_eq!((owned.status(), owned.code(), owned.body()), (Some(409), None, CONFLICT.as_bytes()));
    let error = boxed(CONFLICT).unwrap_err();
    assert_eq!(error.to_string(), line);
    assert_eq!(error.downcast_ref::<ResponseError>().unwrap().vendor().name(), "commercetools");
    let error = ShopError::from(error.downcast_ref::<ResponseError>().unwrap().clone());
    assert_eq!(error.to_string(), line);
}

#[test]
fn they_go_to_other_threads() {
    fn sendable<T: Send + Sync + Clone + Error + 'static>() {}
    sendable::<ResponseError<omnicart::Code>>();
    sendable::<ResponseError>();
    assert!(size_of::<ResponseError>() <= 5 * size_of::<usize>());
    let error = omnicart::read(503, "").into_owned();
    let line = std::thread::spawn(move || error.to_string()).join().unwrap();
    assert!(line.starts_with("OmniCart 503 ServiceUnavailable: "), "{line}");
}

#[test]
fn only_what_failed_or_was_not_recognized_is_an_error() {
    // Catalogs describe errors: other JSON with a status of success is a resource.
    assert!(fails(200, br#"{"id": "7f", "version": 1}"#).is_ok());
    assert!(fails(200, b"").is_ok() && fails(304, b" ").is_ok());
    assert!(fails(200, b"<html>").is_err(), "some gateway answered");
    assert!(fails(200, &[b'['; 5_000]).is_err());
    assert!(fails(404, br#"{"id": "7f"}"#).is_err());
    assert!(fails(500, b"").is_err());
    assert!(commercetools::read(None, r#"{"id": "7f"}"#).into_result().is_err(), "nothing tells that all is well");
    // An error inside HTTP 200 is one.
    assert!(fails(200, br#"{"errors": [{"code": "General", "message": "m"}]}"#).is_err());

    let partial = r#"{"data": {"total": 0}, "errors": [{"code": "PRODUCT_UNAVAILABLE", "title": "t"}]}"#;
    let error = bonsai::read(200, partial).into_result().unwrap_err();
    assert_eq!(error.response().outcome(), Outcome::Partial);
    assert_eq!(error.code(), Some(bonsai::Code::ProductUnavailable));
    assert_eq!(&*error.into_body(), partial.as_bytes());

    let succeeded = omnicart::read(200, r#"{"code": "001001"}"#).into_owned();
    assert_eq!(succeeded.to_string(), "OmniCart 200: succeeded");
    assert!(omnicart::read(200, r#"{"code": "001001"}"#).into_result().is_ok());
}

#[test]
fn debug_is_for_people() {
    let error = fails(409, CONFLICT.as_bytes()).unwrap_err();
    assert_eq!(
        format!("{error:?}"),
        r#"ResponseError { vendor: "commercetools", status: Some(409), outcome: Failed, envelope: Some("rest"), "#
            .to_owned()
            + r#"errors: [Error { code: Some("NoSuchCode"), message: "Busy" }], body: 82 bytes }"#
    );
    let error = Vendor::by_name("commercetools").unwrap().read(409, CONFLICT).into_owned();
    assert!(format!("{error:?}").starts_with("ResponseError { vendor: "));
}
