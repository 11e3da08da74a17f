//! Values of one of several types.

use errors_gen::abicart::{self, types::Data};
use errors_gen::bonsai::{self, types::ErrorDetail};
use errors_gen::json::Text;
use errors_gen::view::FieldError;

/// A text that `Debug` shows.
fn shown(text: Result<Option<Text<'_>>, FieldError>) -> Result<Option<String>, FieldError> {
    text.map(|text| text.map(|text| text.to_string()))
}

/// Which of the types a detail of Bonsai is, and a value out of it.
fn bonsai(code: &str, detail: &str) -> String {
    let body = format!(r#"{{"errors": [{{"code": "{code}", "title": "t", "detail": {detail}}}]}}"#);
    let response = bonsai::read(400, &body);
    let Some(bonsai::Detail::Other(other)) = response.detail() else { panic!("{response}") };
    match other.detail().unwrap() {
        Some(ErrorDetail::Variant(variant)) => format!("variant {:?}", shown(variant.public_id())),
        Some(ErrorDetail::Province(province)) => format!("province {:?}", shown(province.province())),
        Some(ErrorDetail::VariantList(variants)) => format!("{} variants", variants.len()),
        Some(ErrorDetail::ValidationIssueList(issues)) => {
            format!("issue {:?}", issues.iter().next().map(|issue| shown(issue.unwrap().message())))
        }
        Some(ErrorDetail::String(text)) => format!("text {text}"),
        Some(ErrorDetail::Other(json)) => format!("other {json}"),
        Some(_) => panic!("a type that is not listed"),
        None => "none".to_owned(),
    }
}

#[test]
fn details_of_unlisted_codes_are_told_apart_by_what_they_hold() {
    for (detail, read) in [
        (r#"{"variantId": "1", "publicId": "p"}"#, r#"variant Ok(Some("p"))"#),
        (r#"{"public_id": "p"}"#, r#"variant Ok(Some("p"))"#),
        (r#"{"productId": "p", "public_id": null}"#, r#"variant Ok(Some("p"))"#),
        (r#"{"publicId": "a", "productId": "b"}"#, r#"variant Ok(Some("a"))"#),
        (r#"{"province": "ZZ", "countryCode": "CA"}"#, r#"province Ok(Some("ZZ"))"#),
        (r#"{"code": "GetTaxError"}"#, r#"other {"code": "GetTaxError"}"#),
        (r#"[{"publicId": "p"}, 7]"#, "2 variants"),
        (r#"[{"message": "m", "path": []}]"#, r#"issue Some(Ok(Some("m")))"#),
        ("[]", "0 variants"),
        ("[7]", "other [7]"),
        (r#""Gr\u00f6\u00dfe""#, "text Größe"),
        ("7", "other 7"),
        ("false", "other false"),
        ("null", "none"),
    ] {
        assert_eq!(bonsai("NOT_LISTED", detail), read, "{detail}");
    }
}

#[test]
fn a_listed_code_has_its_own_type() {
    let body = r#"{"errors": [{"code": "PROVINCE_UNRECOGNIZED", "detail": {"publicId": "p"}}]}"#;
    let Some(bonsai::Detail::ProvinceUnrecognized(view)) = bonsai::read(400, body).detail() else { panic!() };
    let province = view.detail().unwrap().unwrap();
    assert!(province.province().unwrap().is_none());
    assert_eq!(province.fields().get("publicId").unwrap().as_str(), r#""p""#);
}

#[test]
fn data_is_text_or_violations_or_anything() {
    let read = |data: &str| {
        let body = format!(
            r#"{{"jsonrpc": "2.0", "id": 1, "error": {{"code": -32602, "message": "Invalid params", "data": {data}}}}}"#
        );
        let response = abicart::read(None, &body);
        let Some(abicart::Detail::InvalidParams(detail)) = response.detail() else { panic!("{response}") };
        match detail.data().unwrap() {
            Some(Data::String(text)) => text.to_string(),
            Some(Data::ViolationList(violations)) => violations
                .iter()
                .map(|violation| {
                    violation
                        .and_then(abicart::types::Violation::pointer)
                        .map(|pointer| pointer.unwrap_or_default().to_string())
                })
                .map(|pointer| pointer.unwrap_or_else(|error| format!("{}?", error.path())))
                .collect::<Vec<_>>()
                .join(" "),
            other => format!("{other:?}"),
        }
    };
    assert_eq!(read(r#""Too few""#), "Too few");
    assert_eq!(read(r#"[{"message": "m", "pointer": "/a"}, {"pointer": 7}, "x"]"#), "/a data[1].pointer? data[2]?");
    // The only list among the types: it is meant to be one of violations, whatever it holds.
    assert_eq!(read("[7]"), "data[0]?");
    assert_eq!(read(r#"{"a": 1}"#), "Some(Other(Json(an object, 8 bytes)))");
    assert_eq!(read("null"), "None");
}
