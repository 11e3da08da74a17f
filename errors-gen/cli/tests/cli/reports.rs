//! `Response::report` of the runtime, in a program, against what `decode --format json` writes.

use std::fs;
use std::path::PathBuf;

use errors_codegen::load::{Arena, read_directory};
use errors_runtime::Vendor;
use errors_runtime::decide::Attempt;
use errors_runtime::write::{BodyBuilder, NewError};
use serde::Deserialize;
use serde_json::{Value, json, to_value};

use super::run_in;

#[derive(Deserialize)]
struct Request {
    http_status: Option<u16>,
    body: Option<String>,
}

/// Bodies with what is decoded in a way of its own: duplicate keys, numbers, members that no catalog documents.
const ODD: [(Option<u16>, &str); 8] = [
    (
        Some(400),
        r#"{"errors":[{"code":"New","a":1,"b":-0,"a":[1.50,{"c":null}],"d":"\u00e9"}],"code":"199998","b":-7}"#,
    ),
    (Some(400), r#"{"code":"124102","message":"anna@example.com","debug":[{"code":"999999","x":{"y":1}}]}"#),
    (Some(409), r#"{"statusCode":409,"message":"m","errors":[{"code":"ConcurrentModification","mess"#),
    (Some(200), r#"[{"id":1,"result":7},{"id":"anna","error":{"code":9001,"message":"anna"}}]"#),
    (Some(200), "\u{feff} {\"status\":\"failed\",\"code\":null,\"message\":7} "),
    (Some(502), "<html><title>502 Bad Gateway</title>"),
    (Some(204), ""),
    (None, "null"),
];

/// The bodies to compare: those of the other tests, one for each code that can be written, and odd ones.
fn bodies(vendor: Vendor<'_>) -> Vec<(Option<u16>, String)> {
    let requests = format!("tests/decoded/{}.requests.jsonl", vendor.name());
    let requests = fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(requests)).unwrap_or_default();
    let requests = requests.lines().map(|line| serde_json::from_str::<Request>(line).unwrap());
    let mut all: Vec<_> = requests.filter_map(|request| Some((request.http_status, request.body?))).collect();
    for code in vendor.all_codes() {
        let error = NewError::new(code.as_str()).message("Not 'anna' of 4711");
        let written = BodyBuilder::new(&vendor).error(error).build();
        all.extend(written.into_iter().map(|body| (body.status, body.json)));
    }
    all.extend(ODD.map(|(status, body)| (status, body.to_owned())));
    all
}

#[test]
fn a_report_is_what_decode_writes() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../catalogs");
    let mut count = 0;
    for catalog in read_directory(&folder).unwrap() {
        let arena = Arena::new();
        let vendor = Vendor::from(arena.load(&catalog).unwrap());
        let name = vendor.name();
        let bodies = bodies(vendor);
        let line = |(status, body): &(Option<u16>, String)| {
            json!({ "http_status": status, "method": "POST", "body": body }).to_string()
        };
        let lines = bodies.iter().map(line).collect::<Vec<_>>().join("\n");
        let ran = run_in("../../../../catalogs", &["decode", "--lines", name], lines.as_bytes());
        let decoded = ran.json_lines();
        assert_eq!((ran.status, decoded.len()), (0, bodies.len()), "{name}");
        for ((status, body), decoded) in bodies.iter().zip(&decoded) {
            let response = vendor.read(*status, body);
            let report = response.report(Attempt::new().method("POST"));
            assert_eq!(&to_value(report.clone().unmasked()).unwrap(), decoded, "{name}: {body}");
            let masked = to_value(report).unwrap();
            assert_eq!(keys(&masked), keys(decoded), "{name}: {body}");
            masked_alike(&masked, decoded, !response.is_error(), &format!("{name}: {body}"));
            count += 1;
        }
    }
    assert!(count > 300, "{count}");
}

/// The keys of an object in their order.
fn keys(value: &Value) -> Vec<&str> {
    value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect()
}

/// Asserts that a masked value has the shape of the whole one, and that its text is that of the whole one or masked. A
/// success hides its texts, and so do members that are not documented.
fn masked_alike(masked: &Value, whole: &Value, success: bool, about: &str) {
    match (masked, whole) {
        _ if masked == whole => {}
        (Value::String(text), Value::Null) => assert_eq!(text, "***", "{about}"),
        (Value::String(text), Value::String(_) | Value::Number(_)) => assert!(text.contains("***"), "{about}: {text}"),
        (Value::String(text), Value::Array(_) | Value::Object(_) | Value::Bool(_)) => {
            assert!(text == "***" || text.starts_with("Json("), "{about}: {text}");
        }
        (Value::Array(masked), Value::Array(whole)) => {
            assert_eq!(masked.len(), whole.len(), "{about}");
            masked.iter().zip(whole).for_each(|(masked, whole)| masked_alike(masked, whole, success, about));
        }
        (Value::Object(masked), Value::Object(whole)) => {
            let success = success || masked.get("kind").is_some_and(|kind| kind == "ok");
            for (key, masked) in masked {
                let whole = whole.get(key).unwrap_or_else(|| panic!("{about}: {key}"));
                let hidden = success && (masked.is_null() || *masked == json!({}));
                if !(hidden || key == "extra" && masked.is_null()) {
                    masked_alike(masked, whole, success, about);
                }
            }
        }
        _ => panic!("{about}: {masked} is not {whole}"),
    }
}
