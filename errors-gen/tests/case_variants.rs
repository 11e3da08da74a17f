//! Further variants of bodies whose advice, wait or line is easily got wrong.

use errors_gen::decide::Attempt;
use errors_gen::{CompiledIn as _, Vendor};

/// A vendor, an HTTP status, a method, headers and a body.
type Request<'a> = (&'a str, u16, &'a str, &'a [(&'a str, &'a str)], String);

/// What is to be done after each, and how many milliseconds later.
fn decided(requests: &[Request<'_>], next: &str, wait: Option<u128>) {
    assert!(requests.len() >= 4, "a kind of fault has its body and four more at least");
    for (vendor, status, method, headers, body) in requests {
        let get =
            |name: &str| headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| *value);
        let response = Vendor::by_name(vendor).unwrap().read_with_headers(*status, get, body);
        let decision = response.decide(&Attempt::new().method(method));
        let read = (decision.next.as_str(), decision.wait.map(|wait| wait.as_millis()));
        assert_eq!(read, (next, wait), "{vendor} {status} {method} {body}");
    }
}

fn rest(code: &str) -> String {
    format!(r#"{{"statusCode":400,"message":"m","errors":[{{"code":"{code}","message":"m"}}]}}"#)
}

fn graphql(code: &str) -> String {
    format!(r#"{{"data":null,"errors":[{{"message":"m","extensions":{{"code":"{code}"}}}}]}}"#)
}

fn first(code: &str) -> String {
    format!(r#"{{"errors":[{{"message":"m","code":"{code}"}}],"message":"m","statusCode":400}}"#)
}

fn single(code: &str) -> String {
    format!(r#"{{"code":"{code}","message":"m"}}"#)
}

#[test]
fn an_expired_token_is_renewed() {
    let code = "invalid_token";
    decided(
        &[
            ("commercetools", 401, "GET", &[], rest(code)),
            ("commercetools", 401, "DELETE", &[], first(code)),
            ("commercetools", 401, "POST", &[], single(code)),
            ("commercetools", 200, "POST", &[], graphql(code)),
            ("abicart", 401, "POST", &[], String::new()),
        ],
        "reauthenticate",
        None,
    );
}

#[test]
fn a_wrong_password_is_for_the_customer_to_correct() {
    let code = "invalid_customer_account_credentials";
    decided(
        &[
            ("commercetools", 400, "GET", &[], rest(code)),
            ("commercetools", 400, "POST", &[], first(code)),
            ("commercetools", 401, "POST", &[], single(code)),
            ("commercetools", 200, "POST", &[], graphql(code)),
            ("commercetools", 400, "PUT", &[("Retry-After", "5")], rest(code)),
        ],
        "fix",
        None,
    );
}

#[test]
fn the_catalog_says_how_long_to_wait() {
    let code = "ExactLockConflict";
    decided(
        &[
            ("commercetools", 409, "GET", &[], rest(code)),
            ("commercetools", 409, "PATCH", &[], first(code)),
            ("commercetools", 409, "POST", &[], single(code)),
            ("commercetools", 200, "POST", &[], graphql(code)),
            ("commercetools", 400, "DELETE", &[("Retry-After", "soon")], rest(code)),
        ],
        "retry_after",
        Some(300),
    );
}

#[test]
fn the_response_says_how_long_to_wait() {
    let date = &[("Date", "Tue, 01 Dec 2026 06:00:00 GMT"), ("Retry-After", "Tue, 01 Dec 2026 06:00:07 GMT")][..];
    let seconds = &[("retry-after", "7")][..];
    decided(
        &[
            ("commercetools", 423, "GET", seconds, rest("LockedField")),
            ("commercetools", 423, "POST", date, first("LockedField")),
            ("commercetools", 200, "POST", &[("RETRY-AFTER", " 7 ")], graphql("LockedField")),
            ("commercetools", 409, "POST", seconds, rest("ExactLockConflict")),
            ("bonsai", 429, "GET", seconds, "{}".to_owned()),
        ],
        "retry_after",
        Some(7_000),
    );
}

#[test]
fn the_code_outranks_a_status_that_asks_to_wait() {
    let body = |status: &str| format!(r#"{{"message":"m","code":"TOO_MANY_VERIFY_ATTEMPTS","status":"{status}"}}"#);
    decided(
        &[
            ("dukanext", 429, "GET", &[], body("failed")),
            ("dukanext", 429, "PUT", &[], body("error")),
            ("dukanext", 503, "POST", &[], body("failed")),
            ("dukanext", 200, "PATCH", &[], body("failed")),
            ("dukanext", 429, "POST", &[("Retry-After", "30")], body("failed")),
        ],
        "fix",
        None,
    );
}

/// Whether the line of each holds the first text and not the second.
fn shown(cases: &[(&str, u16, &str, &str, &str)]) {
    for (vendor, status, body, shows, hides) in cases {
        let line = Vendor::by_name(vendor).unwrap().read(*status, *body).to_string();
        assert!(line.contains(shows), "{line} does not show {shows}");
        assert!(hides.is_empty() || !line.contains(hides), "{line} shows {hides}");
    }
}

#[test]
fn pages_and_empty_bodies_are_told_apart() {
    shown(&[
        ("abicart", 502, "<html><head><title>Bad Gateway</title></head>", "Bad Gateway", "<"),
        ("bonsai", 503, "\n<!doctype HTML><TITLE>Sorry</TITLE>", "HTML", "<"),
        ("omnicart", 500, "<html><body>nginx</body></html>", "HTML", "nginx"),
        ("dukanext", 404, "<!DOCTYPE html>\n<html lang=\"en\"><title>Gone</title>", "Gone", "lang"),
        ("commercetools", 200, "<html><title>Sign in</title></html>", "Sign in", "<"),
        ("abicart", 500, "", "empty", "HTML"),
        ("bonsai", 404, "  ", "empty", "HTML"),
        ("omnicart", 409, "\r\n\t", "empty", "HTML"),
        ("dukanext", 200, "", "empty", "HTML"),
        ("commercetools", 503, "\u{feff}", "empty", "HTML"),
    ]);
}

#[test]
fn messages_in_other_words_are_shown_without_what_is_personal() {
    shown(&[
        (
            "commercetools",
            409,
            &single("ConcurrentModification").replace("\"m\"", r#""Version mismatch.""#),
            "Version mismatch",
            "m\"",
        ),
        (
            "commercetools",
            409,
            &first("ConcurrentModification").replace("\"m\"", r#""Changed meanwhile""#),
            "Changed meanwhile",
            "",
        ),
        (
            "commercetools",
            200,
            &graphql("ConcurrentModification").replace("\"m\"", r#""Someone was faster""#),
            "Someone was faster",
            "",
        ),
        ("abicart", 200, r#"{"id":1,"error":{"code":9003,"message":"Nothing there"}}"#, "Nothing there", ""),
        ("dukanext", 409, r#"{"status":"failed","code":"OUT_OF_STOCK","message":"All gone"}"#, "All gone", ""),
        (
            "commercetools",
            400,
            &rest("New").replace("\"m\"", r#""No access for jo@example.org""#),
            "No access for",
            "jo@",
        ),
        ("commercetools", 200, &graphql("New").replace("\"m\"", r#""Call +46701234567 back""#), "Call", "4670"),
        ("abicart", 200, r#"{"id":1,"error":{"code":77,"message":"Hello 'Jo Roe', bye"}}"#, "Hello", "Roe"),
        ("bonsai", 400, r#"{"errors":[{"code":"NEW","title":"Not for jo@example.org"}]}"#, "Not for", "jo@"),
        ("omnicart", 409, r#"{"code":"899999","message":"Token abc123def rejected"}"#, "rejected", "abc123"),
    ]);
}

#[test]
fn quotes_belong_to_the_value_where_the_wording_has_its_own() {
    for (value, escaped) in [("XX", r"XX"), ("\"XX\"", r#"\"XX\""#), ("", ""), ("a b", "a b"), ("it's", "it's")] {
        let message = format!("The value '{escaped}' is not valid for field 'country'. Allowed values are: A.");
        for body in [rest("InvalidField"), first("InvalidField"), single("InvalidField"), graphql("InvalidField")] {
            let body = body.replace("\"m\"", &format!("\"{message}\""));
            let response = Vendor::by_name("commercetools").unwrap().read(400, &body);
            let read = response.parameters().and_then(|all| all.get("invalidValue")).map(|text| text.to_string());
            assert_eq!(read.as_deref(), Some(value), "{body}");
        }
    }
}
