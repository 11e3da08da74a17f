//! Where fields stand, and what counts as there.

use errors_gen::commercetools::{self, Code, Detail};
use errors_gen::json::{Json, Text};
use errors_gen::view::{FieldError, List, Value};
use errors_gen::{bonsai, omnicart};

use super::object;

/// One error of a REST response.
fn rest(item: &str) -> String {
    format!(r#"{{"statusCode": 400, "message": "m", "errors": [{item}]}}"#)
}

#[test]
fn absent_null_repeated_and_escaped_members() {
    let field = |members: &str| {
        let body = rest(&format!(r#"{{"code": "DuplicateField", "message": "m"{members}}}"#));
        match commercetools::read(400, &body).detail() {
            Some(Detail::DuplicateField(detail)) => detail.field().map(|field| field.map(|field| field.to_string())),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(field(""), Ok(None));
    assert_eq!(field(r#", "field": null"#), Ok(None));
    assert_eq!(field(r#", "Field": "a""#), Ok(None));
    assert_eq!(field(r#", "field": "a", "field": "b""#), Ok(Some("b".to_owned())));
    assert_eq!(field(r#", "field": "a", "field": null"#), Ok(None));
    assert_eq!(field(r#", "\u0066ield": "\u00e9""#), Ok(Some("é".to_owned())));
    assert_eq!(field(r#", "field": ["a"]"#).unwrap_err().to_string(), "`field`: expected a string, found a list");
}

#[test]
fn fields_of_graphql_stand_in_the_extensions() {
    let body = r#"{"data": null, "errors": [{"message": "m", "path": ["a"], "field": "not this",
        "extensions": {"code": "InvalidField", "field": "isActive", "invalidValue": "maybe", "hint": 1}}]}"#;
    let response = commercetools::read(200, body);
    let Some(Detail::InvalidField(detail)) = response.detail() else { panic!("{response}") };
    assert_eq!(detail.field().unwrap().unwrap(), "isActive");
    assert!(matches!(detail.invalid_value().unwrap().unwrap().value(), Value::String(text) if text == "maybe"));
    assert!(detail.allowed_values().unwrap().is_none());
    // The code stands in the extensions as well, and is not among what is left.
    assert_eq!(detail.extra().map(|(name, _)| name.to_string()).collect::<Vec<_>>(), ["hint"]);
    assert_eq!(format!("{detail:?}"), r#"InvalidField { field: "isActive", invalidValue: ***, .. }"#);
}

#[test]
fn extensions_that_are_not_there_leave_the_fields_in_the_item() {
    let field = |extensions: &str| {
        let item = format!(r#"{{"code": "InvalidField", "message": "m", "field": "outside"{extensions}}}"#);
        match commercetools::read(400, &rest(&item)).detail() {
            Some(Detail::InvalidField(detail)) => detail.field().unwrap().map(|field| field.to_string()),
            other => panic!("{other:?}"),
        }
    };
    for nothing in
        ["", r#", "extensions": null"#, r#", "extensions": [ ]"#, r#", "extensions": {}, "extensions": null"#]
    {
        assert_eq!(field(nothing).as_deref(), Some("outside"), "{nothing}");
    }
    assert_eq!(field(r#", "extensions": {"field": "inside"}"#).as_deref(), Some("inside"));
    assert_eq!(field(r#", "extensions": null, "extensions": {"field": "inside"}"#).as_deref(), Some("inside"));
    for nothing_inside in [r#", "extensions": {}"#, r#", "extensions": "outside""#, r#", "extensions": [1]"#] {
        assert_eq!(field(nothing_inside), None, "{nothing_inside}");
    }
}

#[test]
fn nested_errors_say_the_whole_way() {
    let body = rest(
        r#"{"code": "ExtensionBadResponse", "message": "m", "extensionErrors": [{"code": "a"}, {"code": 7, "extensionId": "x"}, 8],
            "localizedMessage": {"en": "A", "de-DE": false, "it's": 1}}"#,
    );
    let response = commercetools::read(400, &body);
    let Some(Detail::ExtensionBadResponse(detail)) = response.detail() else { panic!("{response}") };
    let errors: Vec<Result<_, FieldError>> = detail.extension_errors().unwrap().unwrap().iter().collect();
    assert_eq!(errors[0].unwrap().code().unwrap().unwrap(), "a");
    let second = errors[1].unwrap();
    assert_eq!(second.code().unwrap_err().path(), "extensionErrors[1].code");
    assert_eq!(second.extension_id().unwrap().unwrap(), "x");
    assert_eq!(errors[2].unwrap_err().to_string(), "`extensionErrors[2]`: expected an object, found a number");
    let message = detail.localized_message().unwrap().unwrap();
    assert_eq!(message.get("en").unwrap().unwrap(), "A");
    assert_eq!(message.get("de-DE").unwrap_err().path(), "localizedMessage.de-DE");
    assert_eq!(message.get("it's").unwrap_err().path(), r"localizedMessage['it\'s']");
}

#[test]
fn integers_fit_64_bits_and_have_no_fraction() {
    let version = |number: &str| {
        let body =
            rest(&format!(r#"{{"code": "ConcurrentModification", "message": "m", "currentVersion": {number}}}"#));
        match commercetools::read(409, &body).detail() {
            Some(Detail::ConcurrentModification(detail)) => detail.current_version(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(version("5"), Ok(Some(5)));
    assert_eq!(version("-9223372036854775808"), Ok(Some(i64::MIN)));
    // Numbers in quotes read as numbers.
    assert_eq!(version(r#""5""#), Ok(Some(5)));
    assert_eq!(version(r#""-9223372036854775808""#), Ok(Some(i64::MIN)));
    for other in ["9223372036854775808", "5.0", "5e0", "1e999", r#""5.0""#, r#""five""#, r#""""#, r#"" 5""#, r#""[5]""#]
    {
        let error = version(other).unwrap_err();
        assert_eq!((error.expected(), error.value()), ("a 64-bit integer", Some(other)));
    }
}

#[test]
fn what_can_be_secret_is_not_shown() {
    let body = rest(
        r#"{"code": "AssociateMissingPermission", "message": "m", "associate": {"typeId": 1, "id": "jane"}, "businessUnit": "b",
            "permissions": ["P"], "more": "m"}"#,
    );
    let response = commercetools::read(400, &body);
    let Some(Detail::AssociateMissingPermission(detail)) = response.detail() else { panic!("{response}") };
    let associate = detail.associate().unwrap().unwrap();
    assert_eq!(associate.id().unwrap().unwrap(), "jane");
    let error = associate.type_id().unwrap_err();
    assert_eq!(error.to_string(), "`associate.typeId`: expected a string, found a number");
    assert_eq!(error.value(), None);
    assert_eq!(
        format!("{detail:?} {associate:?}"),
        r#"AssociateMissingPermission { associate: ***, businessUnit: "b", permissions: Json(a list, 5 bytes), .. } ResourceIdentifier { typeId: ***, id: *** }"#
    );
}

#[test]
fn other_codes_give_what_is_there() {
    let body = rest(r#"{"code": "NotListed", "message": "m", "retryAfter": 5, "code2": [1]}"#);
    let response = commercetools::read(400, &body);
    let Some(Detail::Other(detail)) = response.detail() else { panic!("{response}") };
    assert_eq!(detail.fields().read::<i64>("retryAfter"), Ok(Some(5)));
    let extra: Vec<_> = detail.extra().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(extra, ["retryAfter=5", "code2=[1]"]);
    assert_eq!(detail.fields().iter().count(), 4);

    let response = commercetools::read(400, r#"{"code": "SyntaxError", "message": "m"}"#);
    assert_eq!(response.code(), Some(Code::SyntaxError));
    assert!(matches!(response.detail(), Some(Detail::Other(_))));
    assert!(commercetools::read(500, "").detail().is_none());
}

#[test]
fn what_is_told_in_another_way_is_no_extra() {
    // The parts of an item; of a top-level item also its list of further items and what the envelope keeps.
    let body = r#"{"errors": [{"id": "1", "status": 400, "code": "X", "title": "t", "detail": "d", "links": []}]}"#;
    let extra: Vec<_> = bonsai::read(400, body).detail().map(|detail| format!("{detail:?}")).into_iter().collect();
    assert_eq!(extra, ["Other(Other { detail: ***, .. })"]);
    let bonsai::Detail::Other(detail) = bonsai::read(400, body).detail().unwrap() else { panic!() };
    assert_eq!(detail.extra().map(|(name, _)| name.raw()).collect::<Vec<_>>(), ["links"]);
    // What stands around the object with the fields is as little lost.
    let body = r#"{"errors": [{"message": "m", "path": ["a"], "hint": 1, "extensions": {"code": "X", "field": "f"}}]}"#;
    let commercetools::Detail::Other(detail) = commercetools::read(400, body).detail().unwrap() else { panic!() };
    assert_eq!(detail.extra().map(|(name, _)| name.raw()).collect::<Vec<_>>(), ["hint", "field"]);
    let body = r#"{"code": "199999", "message": "m", "debug": [], "new": 1, "new": 2}"#;
    let omnicart::Detail::Other(detail) = omnicart::read(400, body).detail().unwrap() else { panic!() };
    assert_eq!(detail.extra().map(|(name, _)| name.raw()).collect::<Vec<_>>(), ["new", "new"]);
}

#[test]
fn errors_stay_short_and_on_one_line() {
    let name = "n\u{202e}\n".repeat(100);
    let text = format!("{{{:?}: [\"{}\"]}}", name, "\u{9b}x".repeat(100)).replace("\\u{202e}", "\u{202e}");
    let list = object(&text).iter().next().unwrap().1;
    assert_eq!(list.kind().to_string(), "a list");
    let error = object(&text).read::<Text<'_>>(&name).unwrap_err();
    assert!(error.to_string().len() < 160, "{error}");
    assert!(!error.to_string().contains(['\n', '\u{202e}', '\u{9b}']), "{error}");
    assert!(error.path().ends_with('…') && error.value().unwrap().ends_with('…'));
    assert!(size_of::<FieldError>() <= 120);
}

#[test]
fn errors_go_anywhere() {
    fn read(body: &str) -> Result<usize, Box<dyn std::error::Error + Send + Sync + 'static>> {
        let fields = object(body);
        let all: Vec<Text<'_>> =
            fields.read::<List<'_, Text<'_>>>("a")?.into_iter().flatten().collect::<Result<_, _>>()?;
        Ok(all.len())
    }
    assert_eq!(read(r#"{"a": ["b", "c"]}"#).unwrap(), 2);
    assert_eq!(read(r#"{"a": ["b", null]}"#).unwrap_err().to_string(), "`a[1]`: expected a string, found null");
    assert_eq!(read("{}").unwrap(), 0);
    assert_eq!(object("[1]").read::<i64>("a"), Ok(None));
    assert_eq!(object(r#"{"a": null}"#).read::<Json<'_>>("a").unwrap().unwrap().as_str(), "null");
}
