//! Codes, words, responses and errors through serde.

use std::fmt::Debug;

use errors_gen::commercetools::{self, Code};
use errors_gen::decide::{Attempt, Decision};
use errors_gen::{
    Advice, Area, Audience, Codes, CompiledIn as _, Effect, ErrorCode, Kind, MaybeListed, Outcome, Reason, Response,
    Topic, Vendor, abicart, bonsai, dukanext, omnicart,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, from_str, from_value, json, to_string, to_value};

use crate::corpus;

/// All texts in the JSON of a response and of what it leads to, unescaped.
pub(crate) fn texts<'t, C: Codes<'t>>(response: &Response<'_, C>) -> Vec<String> {
    fn collect(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.push(text.clone()),
            Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
            Value::Object(members) => members.iter().for_each(|(name, value)| {
                texts.push(name.clone());
                collect(value, texts);
            }),
            other => texts.push(other.to_string()),
        }
    }
    let mut texts = Vec::new();
    collect(&to_value(response).unwrap(), &mut texts);
    collect(&to_value(response.report(Attempt::new().method("GET"))).unwrap(), &mut texts);
    collect(&to_value(response.clone().into_owned()).unwrap(), &mut texts);
    response.errors().for_each(|error| collect(&to_value(error).unwrap(), &mut texts));
    texts
}

fn words<T: Copy + Debug + PartialEq + Serialize + for<'de> Deserialize<'de>>(
    all: &[T],
    word: impl Fn(T) -> &'static str,
) {
    for &value in all {
        assert_eq!(to_value(value).unwrap(), word(value));
        assert_eq!(from_value::<T>(word(value).into()).unwrap(), value);
    }
    assert!(from_str::<T>("\"no such word\"").is_err() && from_str::<T>("1").is_err());
}

#[test]
fn words_go_both_ways() {
    words(Kind::ALL, Kind::as_str);
    words(Advice::ALL, Advice::as_str);
    words(Effect::ALL, Effect::as_str);
    words(Audience::ALL, Audience::as_str);
    words(Outcome::ALL, Outcome::as_str);
    words(Reason::ALL, Reason::as_str);
    words(Topic::ALL, Topic::as_str);
    words(Area::ALL, Area::as_str);
    let error = from_str::<Audience>("\"nobody\"").unwrap_err().to_string();
    assert!(error.contains("`nobody`") || error.contains("\"nobody\""), "{error}");
    assert!(error.contains("one of `developer`, `merchant`, `customer`"), "{error}");
}

fn codes<C: ErrorCode + Serialize + for<'de> Deserialize<'de>>() {
    for &code in C::ALL {
        let json = to_string(&code).unwrap();
        assert_eq!(json, to_string(code.as_str()).unwrap());
        assert_eq!(from_str::<C>(&json).unwrap(), code);
        let kept: MaybeListed<C> = from_str(&json).unwrap();
        assert_eq!((kept.listed(), to_string(&kept).unwrap()), (Some(code), json));
    }
    for any in C::VENDOR.all_codes() {
        assert_eq!(to_value(any).unwrap(), any.as_str());
    }
}

#[test]
fn codes_go_both_ways_as_the_text_on_the_wire() {
    codes::<abicart::Code>();
    codes::<bonsai::Code>();
    codes::<commercetools::Code>();
    codes::<dukanext::Code>();
    codes::<omnicart::Code>();
}

#[test]
fn unlisted_codes_are_kept_by_a_type_of_their_own() {
    let error = from_str::<Code>("\"BrandNew\"").unwrap_err().to_string();
    assert!(error.starts_with("`BrandNew` is not a listed code"), "{error}");
    let error = from_str::<Code>("\"anna@example.com\"").unwrap_err().to_string();
    assert!(!error.contains("anna"), "{error}");
    let kept: MaybeListed<Code> = from_str("\"BrandNew\"").unwrap();
    assert_eq!((kept.listed(), kept.as_str(), kept.to_string()), (None, "BrandNew", "BrandNew".to_owned()));
    assert_eq!(to_string(&kept).unwrap(), "\"BrandNew\"");
    assert_eq!(format!("{kept:?}"), "Unlisted(8 characters)");
    assert_eq!(MaybeListed::from(Code::General), from_str("\"General\"").unwrap());
    // An escape and digits that were padded are the same code.
    let response = omnicart::read(409, r#"{"code": "12\u0034999"}"#);
    assert_eq!(MaybeListed::<omnicart::Code>::from(response.raw_code().unwrap()).as_str(), "124999");
}

const CONFLICT: &str = r#"{"statusCode":400,"message":"A duplicate value 'anna' exists for field 'email'.","errors":[
    {"code":"DuplicateField","message":"A duplicate value 'anna' exists for field 'email'.","field":"email",
     "duplicateValue":"anna","more":[1.50]},
    {"code":"BrandNew","message":"It is 4711 for 'Zo\u00eb'"}]}"#;

#[test]
fn a_response_has_the_shape_of_decode() {
    let response = commercetools::read(400, CONFLICT);
    let expected = json!({
        "vendor": "commercetools",
        "outcome": "failed",
        "is_error": true,
        "reason": null,
        "offset": null,
        "http_status": 400,
        "request_id": null,
        "envelope": "rest",
        "primary": 0,
        "errors": [
            {
                "code": "DuplicateField", "known": true, "detail_code": null, "parent_code": null,
                "name": "DuplicateField", "note": false, "kind": "already_exists", "topic": "resource_exists", "retry": "after_fix",
                "audience": "developer", "message": "A duplicate value *** exists for field 'email'.", "status": null,
                "id": null, "field": null, "params": { "duplicateValue": "***", "field": "***" },
                "detail": { "field": "email", "duplicateValue": "***" }, "extra": null
            },
            {
                "code": "BrandNew", "known": false, "detail_code": null, "parent_code": null, "name": null,
                "note": false, "kind": null, "topic": null, "retry": null, "audience": null,
                "message": "It is *** for ***", "status": null, "id": null, "field": null, "params": null,
                "detail": null, "extra": null
            }
        ],
        "elements": null,
        "transport": null,
        "context": { "statusCode": 400, "message": "***" },
        "kind": "already_exists",
        "decision": { "next": "fix", "wait_ms": null, "because": response.retry().reason, "basis": "code" },
        "guess": null,
        "display": "commercetools 400 DuplicateField: A duplicate value *** exists for field 'email'."
    });
    assert_eq!(to_value(&response).unwrap(), expected);
    assert_eq!(to_value(response.clone().into_owned()).unwrap(), expected);
    assert_eq!(to_value(response.primary().unwrap()).unwrap(), expected["errors"][0]);
    assert_eq!(to_value(commercetools::VENDOR.read(400, CONFLICT)).unwrap(), expected);
    // In the order of the contract.
    let text = to_string(&response).unwrap();
    let order =
        ["\"vendor\"", "\"is_error\"", "\"http_status\"", "\"errors\"", "\"context\"", "\"decision\"", "\"display\""];
    assert!(order.windows(2).all(|pair| text.find(pair[0]) < text.find(pair[1])), "{text}");
}

#[test]
fn unmasked_it_has_all() {
    let response = commercetools::read(400, CONFLICT);
    let all = to_value(response.report(Attempt::new().method("GET")).unmasked()).unwrap();
    assert_eq!(all["errors"][0]["params"], json!({ "duplicateValue": "anna", "field": "email" }));
    assert_eq!(all["errors"][0]["detail"], json!({ "field": "email", "duplicateValue": "anna" }));
    assert_eq!(all["errors"][0]["extra"], json!({ "more": [1.5] }));
    assert_eq!(all["errors"][1]["message"], "It is 4711 for 'Zo\u{eb}'");
    assert_eq!(all["display"], response.to_string());
    let body = r#"{"errors":[{"code":"BrandNew","message":"m","a":1,"a":1e999,"b":-7,"c":12345678901234567890123,"d":{"e":null}}]}"#;
    let all = to_value(commercetools::read(400, body).report(Attempt::new()).unmasked()).unwrap();
    let extra = json!({ "a": "1e999", "b": -7, "c": "12345678901234567890123", "d": { "e": null } });
    assert_eq!(all["errors"][0]["extra"], extra);
}

#[test]
fn batches_transport_and_cut_off_bodies_are_told() {
    let body = r#"[{"id":1,"result":7},{"id":"anna","error":{"code":9001,"message":"x"}}]"#;
    let batch = to_value(abicart::read(200, body)).unwrap();
    assert_eq!(batch["elements"][0], json!({ "outcome": "succeeded", "id": 1, "errors": [] }));
    assert_eq!(batch["elements"][1], json!({ "outcome": "failed", "id": "***", "errors": [0] }));
    let gateway = to_value(omnicart::read(503, "<html>")).unwrap();
    assert_eq!(gateway["transport"], json!({ "http": 503, "name": "ServiceUnavailable" }));
    assert_eq!((&gateway["reason"], &gateway["offset"]), (&json!("not_json"), &json!(0)));
    let cut = r#"{"statusCode":409,"message":"m","errors":[{"code":"ConcurrentModification","mess"#;
    assert_eq!(to_value(commercetools::read(409, cut)).unwrap()["guess"], "ConcurrentModification");
}

#[test]
fn decisions_and_labels() {
    let decision: Decision<'_> = omnicart::read(429, "").decide(&Attempt::new().method("POST").retry_after("7"));
    assert_eq!(
        to_value(decision).unwrap(),
        json!({ "next": "retry_after", "wait_ms": 7000, "because": decision.because, "basis": "status" })
    );
    let label = omnicart::read(409, r#"{"code": "124101"}"#).label();
    assert_eq!(to_value(label).unwrap(), "omnicart.already_exists.124101");
}

#[test]
fn every_body_can_be_told() {
    for (vendor, bodies) in corpus::all() {
        let vendor = Vendor::by_name(&vendor).unwrap();
        for body in bodies {
            let bytes = body.bytes();
            let response = vendor.read(body.status, &bytes);
            let told = to_value(&response).unwrap();
            assert_eq!(told["outcome"], response.outcome().as_str());
            assert_eq!(told["is_error"], response.is_error());
            assert_eq!(told["errors"].as_array().unwrap().len(), response.errors().count());
            assert_eq!(told["display"], response.to_string());
            assert!(!texts(&response).is_empty());
            to_value(response.report(Attempt::new()).unmasked()).unwrap();
        }
    }
}
