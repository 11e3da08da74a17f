//! Codes in two levels, and rows that mean different things.

use serde_json::{Value, json};

use super::{Ran, run_in};

fn run(arguments: &[&str], input: &str) -> Ran {
    run_in("levels", arguments, input.as_bytes())
}

/// The only error of a body.
fn decoded(status: &str, members: &str) -> Value {
    let body = format!(r#"{{"error": {{{members}}}}}"#);
    let ran = run(&["decode", "kiosk", "--status", status, "--format", "json"], &body);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{ran:?}");
    ran.json()["errors"][0].clone()
}

#[test]
fn decode_has_the_codes_beside_the_code() {
    let error = decoded("402", r#""code": "declined", "reason": "no_funds", "type": "card_error""#);
    assert_eq!((&error["code"], &error["detail_code"]), (&json!("declined"), &json!("no_funds")));
    assert_eq!((&error["parent_code"], &error["known"]), (&json!("card_error"), &json!(true)));
    assert_eq!((&error["kind"], &error["retry"]), (&json!("permission_denied"), &json!("after_fix")));
    // A detail code that nobody lists, and a code that only its parent speaks for.
    let error = decoded("402", r#""code": "new", "reason": "newer", "type": "card_error""#);
    assert_eq!((&error["detail_code"], &error["known"]), (&json!("newer"), &json!(false)));
    assert_eq!((&error["kind"], &error["retry"]), (&json!("invalid_argument"), &json!("after_fix")));
    let error = decoded("402", r#""code": "declined""#);
    assert_eq!((&error["detail_code"], &error["parent_code"]), (&json!(null), &json!(null)));
}

#[test]
fn the_advice_is_that_of_the_finest_that_is_listed() {
    let retry = |status: &str, members: &str| decoded(status, members)["retry"].clone();
    assert_eq!(retry("402", r#""code": "declined", "reason": "later""#), "after_wait");
    assert_eq!(retry("402", r#""code": "card_error", "reason": "later""#), "backoff");
    assert_eq!(retry("500", r#""code": "declined""#), "verify_first");
    assert_eq!(retry("500", r#""code": "declined", "reason": "no_funds""#), "verify_first");
}

#[test]
fn a_person_reads_all_levels() {
    let body = r#"{"error": {"code": "declined", "reason": "no_funds", "type": "brand_new"}}"#;
    let ran = run(&["decode", "kiosk", "--status", "402"], body);
    for expected in ["no_funds", "brand_new, which the catalog does not list", "too little money", "Pay otherwise."] {
        assert!(ran.stdout.contains(expected), "{expected}:\n{}", ran.stdout);
    }
    let ran = run(&["explain", "kiosk", "declined"], "");
    for expected in ["no_funds: There is too little money.", "with HTTP 500: The bank was not reached."] {
        assert!(ran.stdout.contains(expected), "{expected}:\n{}", ran.stdout);
    }
    // One word can mean another thing beside another code.
    let ran = run(&["explain", "kiosk", "later"], "");
    assert_eq!(ran.status, 0, "{ran:?}");
    for expected in ["later beside any code: Later", "later beside declined: DeclinedLater", "after_wait"] {
        assert!(ran.stdout.contains(expected), "{expected}:\n{}", ran.stdout);
    }
}

#[test]
fn exports_list_detail_codes_and_variants() {
    let exported = run(&["export", "kiosk"], "").json();
    let details = exported[0]["detail_codes"].as_array().unwrap();
    let listed: Vec<_> = details.iter().map(|it| (&it["detail_code"], &it["code"], &it["retry"]["advice"])).collect();
    let (later, declined) = (json!("later"), json!("declined"));
    assert_eq!(listed[0], (&later, &json!(null), &json!("backoff")));
    assert_eq!(listed[1], (&json!("no_funds"), &declined, &json!(null)));
    assert_eq!(listed[2], (&later, &declined, &json!("after_wait")));
    let codes = exported[0]["codes"].as_array().unwrap();
    assert_eq!(codes[0].get("variants"), None);
    assert_eq!((&codes[1]["variants"][0]["http"], &codes[1]["variants"][0]["kind"]), (&json!([500]), &json!(null)));
    let page = run(&["export", "kiosk", "--format", "markdown"], "").stdout;
    let blocked = "With `Blocked by {bank}`: The card is blocked. Ask for cash. (aborted; payment_declined; never: ";
    for expected in
        ["## Detail codes", "| `no_funds` | `declined` |", "With 500: The bank was not reached. (verify", blocked]
    {
        assert!(page.contains(expected), "{expected}:\n{page}");
    }
}
