//! However an error is written, its fields read as another parser reads them.

use errors_gen::commercetools::{self, Detail, types::Reference};
use errors_gen::json::{Json, Text};
use errors_gen::view::FieldError;
use errors_gen::{bonsai, commercetools::detail::MatchingPriceNotFound};
use proptest::prelude::*;
use serde_json::Value;

/// A member: its name may be escaped, its value may be of any type, and it may come twice.
fn member(names: &'static [&'static str]) -> impl Strategy<Value = String> {
    let value = prop::sample::select(vec![
        r#""text""#,
        r#""a \"text\" with {braces}, [brackets] and a backslash \\""#,
        r#""""#,
        r#""\u0041\n""#,
        "null",
        "true",
        "400",
        "-1.5E+3",
        "[]",
        r#"[ "]", {"id": "}"}, [[]] ]"#,
        "{ }",
        r#"{"typeId":"channel","id":"c-1"}"#,
        r#"{ "id" : "c-2" , "typeId" : 7 , "\u0069d" : "c-3" }"#,
    ]);
    let space = prop::sample::select(vec!["", "", " ", "\r\n\t"]);
    (prop::sample::select(names), value, space)
        .prop_map(|(name, value, space)| format!("{space}\"{name}\"{space}:{space}{value}{space}"))
}

/// An item with this code and other members, which stand before or behind it.
fn item(code: &'static str, names: &'static [&'static str]) -> impl Strategy<Value = String> {
    let code = format!("\"code\":\"{code}\"");
    (prop::collection::vec(member(names), 0..8), any::<prop::sample::Index>()).prop_map(move |(mut members, at)| {
        members.insert(at.index(members.len() + 1), code.clone());
        format!("{{{}}}", members.join(","))
    })
}

/// A body in which an item is among those that are kept, and one in which it is not.
fn bodies(item: &str) -> [String; 2] {
    [format!(r#"{{"errors":[{item}]}}"#), format!(r#"{{"errors":[{}{item}]}}"#, "{\"code\":\"X\"},".repeat(7))]
}

/// What the other parser makes of an item, and of a member of it.
fn parsed(item: &str) -> Value {
    serde_json::from_str(item).unwrap_or_else(|error| panic!("{error}: {item}"))
}

fn text(read: Result<Option<Text<'_>>, FieldError>, value: &Value) {
    let read = read.map(|text| text.map(|text| text.to_string())).map_err(|_| value.clone());
    let expected = match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text.clone())),
        other => Err(other.clone()),
    };
    assert_eq!(read, expected);
}

fn reference(read: Result<Option<Reference<'_>>, FieldError>, value: &Value) {
    match read {
        Err(_) => assert!(!value.is_null() && !value.is_object(), "{value}"),
        Ok(None) => assert!(value.is_null(), "{value}"),
        Ok(Some(read)) => {
            assert!(value.is_object(), "{value}");
            text(read.type_id(), &value["typeId"]);
            text(read.id(), &value["id"]);
        }
    }
}

fn price(read: MatchingPriceNotFound<'_>, value: &Value) {
    text(read.product_id(), &value["productId"]);
    text(read.currency(), &value["currency"]);
    text(read.country(), &value["country"]);
    reference(read.channel(), &value["channel"]);
    reference(read.customer_group(), &value["customerGroup"]);
    assert_eq!(read.variant_id().ok().flatten(), value["variantId"].as_i64());
}

proptest! {
    #[test]
    fn documented_fields(item in item("MatchingPriceNotFound", &[
        "message", "productId", "variantId", "currency", "country", "channel", "customerGroup", "x", "other members",
        r"m\u0065ssage", r"product\u0049d", r"\u0063hannel", r"c\\ode",
    ])) {
        let value = parsed(&item);
        for body in bodies(&item) {
            let response = commercetools::read(400, &body);
            let error = response.errors().last().expect("an item");
            let Detail::MatchingPriceNotFound(read) = error.detail() else { panic!("{item}") };
            price(read, &value);
        }
    }

    #[test]
    fn fields_in_an_object_of_their_own(item in item("MatchingPriceNotFound", &[
        "message", "extensions", r"\u0065xtensions", "extension", "channel",
    ])) {
        let value = parsed(&item);
        let fields = if value["extensions"].is_object() { &value["extensions"] } else { &value };
        for body in bodies(&item) {
            let response = commercetools::read(400, &body);
            let error = response.errors().last().expect("an item");
            // What is there at all, but is no object, has no fields.
            let elsewhere = !value["extensions"].is_null() && value["extensions"] != Value::Array(Vec::new());
            let expected = if elsewhere { &value["extensions"] } else { fields };
            assert_eq!(parsed(error.fields().json().as_str()), *expected);
            let Detail::MatchingPriceNotFound(read) = error.detail() else { panic!("{item}") };
            if expected.is_object() {
                price(read, expected);
            }
        }
    }

    #[test]
    fn status_and_id(item in item("VARIANT_DOES_NOT_EXIST", &[
        "title", "status", "id", "x", "detail", r"i\u0064", r"\u0073tatus", r"t\u0069tle", "identity",
    ])) {
        let value = parsed(&item);
        // Null and an empty list count as nothing at all.
        let there = |value: &Value| !value.is_null() && *value != Value::Array(Vec::new());
        for body in bodies(&item) {
            let response = bonsai::read(200, &body);
            let error = response.errors().last().expect("an item");
            assert_eq!(error.id().map(|id| parsed(id.as_str())), Some(value["id"].clone()).filter(there));
            let status = match &value["status"] {
                Value::Number(status) => status.as_u64().and_then(|status| u16::try_from(status).ok()),
                _ => None,
            };
            assert_eq!(error.status(), status, "{}", error.json());
            assert_eq!(error.id().and_then(Json::text).map(|id| id.to_string()), value["id"].as_str().map(str::to_owned));
        }
    }
}
