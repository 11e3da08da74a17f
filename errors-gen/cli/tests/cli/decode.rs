use serde_json::json;

use super::{run, run_in, run_with};

const BODY: &str = r#"{"code": 124102, "message": "customerId 7 \u001b[31m",
    "cart": {"total": 1.50, "big": 12345678901234567890123, "odd": "\ud800"},
    "debug": [{"code": "199999"}, {"message": "only this"}, 7]}"#;

#[test]
fn the_json_is_what_other_tools_rely_on() {
    let ran = run_with(BODY, &["decode", "shop", "--status", "409", "--operation", "initiate", "--format", "json"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    // Lone surrogates are beyond what a value can hold.
    let decoded: serde_json::Value = serde_json::from_str(&ran.stdout.replace(r"\ud800", "")).unwrap();
    // Of an unlisted code the structure tells the kind.
    let unlisted = |code: Option<&str>, message: Option<&str>| {
        json!({ "code": code, "known": false, "detail_code": null, "parent_code": null, "name": null, "note": false, "kind": code.map(|_| "unknown"), "topic": code.map(|_| "internal_error"), "retry": null, "audience": null, "message": message,
            "status": null, "id": null, "field": null, "params": null, "detail": null, "extra": null })
    };
    let expected = json!({
        "vendor": "shop",
        "outcome": "failed",
        "is_error": true,
        "reason": null,
        "offset": null,
        "http_status": 409,
        "request_id": null,
        "envelope": "standard",
        "primary": 0,
        "errors": [
            {
                "code": "124102",
                "known": true, "detail_code": null, "parent_code": null,
                "name": "TimerAlreadyActive",
                "note": false,
                "kind": "already_exists",
                "topic": "state_conflict",
                "retry": "after_wait",
                "audience": "developer",
                "message": "customerId 7 \u{1b}[31m",
                "status": null,
                "id": null,
                "field": null,
                "params": null,
                "detail": null,
                "extra": null,
            },
            unlisted(Some("199999"), None),
            unlisted(None, Some("only this")),
        ],
        "elements": null,
        "transport": null,
        "context": { "cart": { "total": 1.5, "big": 12_345_678_901_234_567_890_123_f64, "odd": "" } },
        "kind": "already_exists",
        "decision": {
            "next": "refresh",
            "wait_ms": null,
            "because": "The HTTP status says that the resource is not in the state that the request expects.",
            "basis": "status",
        },
        "guess": null,
        "display": "The Shop 409 124102: customerId 7 ***",
    });
    assert_eq!(decoded, expected);
    let order = [
        "\"vendor\"",
        "\"outcome\"",
        "\"reason\"",
        "\"http_status\"",
        "\"errors\"",
        "\"transport\"",
        "\"context\"",
        "\"display\"",
    ];
    assert!(order.map(|member| ran.stdout.find(member)).is_sorted(), "{}", ran.stdout);
    // Values stand as they came.
    assert!(ran.stdout.contains(r#"{"total":1.50,"big":12345678901234567890123,"odd":"\ud800"}"#), "{}", ran.stdout);
    assert_eq!(ran.stdout.lines().count(), 1);
}

#[test]
fn the_request_and_the_headers_decide() {
    let decode = |arguments: &[&str]| {
        let all = [&["decode", "shop", "--status", "503", "--format", "json"], arguments].concat();
        run_with("", &all).json()
    };
    let next = |arguments: &[&str]| {
        let decision = &decode(arguments)["decision"];
        (decision["next"].as_str().unwrap().to_owned(), decision["wait_ms"].as_u64())
    };
    assert_eq!(next(&[]), ("backoff".to_owned(), None), "a GET where nothing is said");
    assert_eq!(next(&["--method", "POST"]), ("verify".to_owned(), None));
    assert_eq!(next(&["--method", "put"]), ("backoff".to_owned(), None));
    assert_eq!(next(&["--header", "retry-after: 7"]), ("retry_after".to_owned(), Some(7_000)));
    let date = ["--header", "Date: Sun, 06 Nov 1994 08:49:30 GMT"];
    let at = ["--header", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"];
    assert_eq!(next(&[date, at].concat()), ("retry_after".to_owned(), Some(7_000)));
    assert_eq!(next(&["--method", "POST", "--header", "Retry-After:7"]), ("verify".to_owned(), Some(7_000)));
    assert_eq!(decode(&["--header", "X-Request-Id: abc"])["request_id"], "abc");
    let text =
        run_with("", &["decode", "shop", "--status", "503", "--header", "x-request-id: abc", "--method", "POST"]);
    assert!(
        text.stdout.contains("request     abc\n")
            && text.stdout.contains("send again  only after checking that it took no effect (verify): "),
        "{}",
        text.stdout
    );
    for wrong in ["Retry-After", ": 5", "Retry After: 5"] {
        assert_eq!(run_with("", &["decode", "shop", "--header", wrong]).status, 2, "{wrong}");
    }
}

#[test]
fn messages_are_taken_apart_by_their_wordings() {
    let params =
        |body: &str| run_with(body, &["decode", "shop", "--format", "json"]).json()["errors"][0]["params"].clone();
    let message = r#"customerId caf\u00e9 \"1\" is linked to itemId  | in cartId  | in cartId 3"#;
    assert_eq!(
        params(&format!(r#"{{"code": "124102", "message": "{message}"}}"#)),
        json!({ "0": "café \"1\"", "1": "", "2": " | in cartId 3" })
    );
    assert_eq!(params(r#"{"code": "124102", "message": "customerId 1"}"#), json!(null));
    assert_eq!(params(r#"{"code": "124102"}"#), json!(null));
    assert_eq!(params(&format!(r#"{{"code": "124199", "message": "{message}"}}"#)), json!(null));

    let ran = run_with(format!(r#"{{"code": "124102", "message": "{message}"}}"#), &["decode", "shop"]);
    assert!(ran.stdout.contains("parameter   0: café \"1\" [sensitive]\n"), "{}", ran.stdout);
}

#[test]
fn what_is_not_recognized_exits_with_1_and_says_why() {
    let ran = run_with("<html>", &["decode", "shop", "--format", "json"]);
    assert_eq!(ran.status, 1);
    let decoded = ran.json();
    assert_eq!((&decoded["outcome"], &decoded["reason"]), (&json!("unrecognized"), &json!("not_json")));
    assert_eq!((&decoded["offset"], &decoded["envelope"]), (&json!(0), &json!(null)));
    assert_eq!((&decoded["primary"], &decoded["errors"]), (&json!(null), &json!([])));

    let decoded = run_with("{}", &["decode", "shop", "--format", "json", "-"]).json();
    assert_eq!((&decoded["reason"], &decoded["offset"]), (&json!("not_envelope"), &json!(null)));

    let decoded = run_with(vec![b'['; 100_000], &["decode", "shop", "--format", "json"]).json();
    assert_eq!(decoded["reason"], "too_deep");
}

#[test]
fn a_documented_status_without_a_code_is_named() {
    let ran = run_with("", &["decode", "shop", "--status", "503", "--format", "json"]);
    assert_eq!(ran.status, 1);
    let decoded = ran.json();
    assert_eq!((&decoded["outcome"], &decoded["reason"]), (&json!("failed"), &json!("empty")));
    assert_eq!(decoded["transport"], json!({ "http": 503, "name": "ServiceUnavailable" }));
    let ran = run_with("", &["decode", "shop", "--status", "503"]);
    assert!(ran.stdout.contains("HTTP 503 ServiceUnavailable"), "{}", ran.stdout);
    assert!(ran.stdout.contains("yes, waiting longer each time (backoff): The outage passes"), "{}", ran.stdout);
}

#[test]
fn a_person_is_told_what_it_means() {
    let ran = run_with(BODY, &["decode", "shop", "--operation", "modify"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    for expected in [
        "The Shop: failed",
        "error 1 of 3, the primary one",
        "124102 TimerAlreadyActive",
        r"customerId 7 \u{1b}[31m",
        "The customer already has a running timer.",
        "after_wait: The timer ends by itself.",
        "does not list this code for modify",
        "199999, which the catalog does not list",
        "outcome = failed",
    ] {
        assert!(ran.stdout.contains(expected), "{expected}:\n{}", ran.stdout);
    }
    assert!(!ran.stdout.contains('\u{1b}'), "{:?}", ran.stdout);
}

#[test]
fn success_is_recognized() {
    let ran = run_with(r#"{"code": 0}"#, &["decode", "shop", "--format", "json"]);
    assert_eq!(ran.status, 0);
    let decoded = ran.json();
    assert_eq!((&decoded["outcome"], &decoded["primary"]), (&json!("succeeded"), &json!(null)));
    assert_eq!(decoded["errors"][0]["code"], "000000");
}

#[test]
fn a_body_can_stand_in_a_file() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let ran = run(&["decode", "shop", "--format", "json", file]);
    assert_eq!((ran.status, &ran.json()["reason"]), (1, &json!("not_json")));
}

#[test]
fn documented_fields_and_other_members_stand_apart() {
    // The catalogs of the workspace, which have types, GraphQL and fields of every error.
    let with_all = |body: &str, arguments: &[&str]| run_in("../../../../catalogs", arguments, body.as_bytes());
    let body = r#"{"statusCode": 400, "message": "m", "errors": [
        {"code": "DuplicateField", "message": "m", "field": 7, "duplicateValue": null, "hint": "a", "hint": "b"},
        {"code": "SyntaxError", "message": "m"},
        {"code": "NotListed", "message": "m", "field": "x"}]}"#;
    let decoded = with_all(body, &["decode", "commercetools", "--format", "json"]).json();
    let errors = &decoded["errors"];
    assert_eq!(errors[0]["detail"], json!({ "field": 7, "duplicateValue": null }));
    assert_eq!(errors[0]["extra"], json!({ "hint": "b" }));
    assert_eq!((&errors[1]["detail"], &errors[1]["extra"]), (&json!(null), &json!(null)));
    assert_eq!((&errors[2]["detail"], &errors[2]["extra"]), (&json!(null), &json!({ "field": "x" })));

    let body = r#"{"data": null, "errors": [{"message": "m", "path": ["a"], "extensions": {"code": "InvalidField", "field": "a", "x": [1.0]}}]}"#;
    let ran = with_all(body, &["decode", "commercetools", "--format", "json"]);
    assert!(ran.stdout.contains(r#""detail":{"field":"a"},"extra":{"x":[1.0]}"#), "{}", ran.stdout);

    // Every error of Bonsai may have a detail, also one whose code is not listed.
    let body = r#"{"errors": [{"id": "1", "status": 400, "code": "NEW", "title": "t", "detail": ["x"]}]}"#;
    let ran = with_all(body, &["decode", "bonsai", "--format", "json"]);
    assert!(
        ran.stdout.contains(r#""id":"1","field":null,"params":null,"detail":{"detail":["x"]},"extra":null"#),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_body_beyond_the_limit_is_refused_before_it_is_read_to_its_end() {
    let ran = run_with(vec![b' '; (64 << 20) + 1], &["decode", "shop", "-"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("longer than 64 MiB"), "{}", ran.stderr);
}
