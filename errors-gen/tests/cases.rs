//! Bodies that are easily taken for something else, each kind with variants: other vendors, orders of members, methods,
//! statuses and batches.

use errors_gen::decide::Attempt;
use errors_gen::{CompiledIn as _, Kind, Outcome, Response, Vendor};

use Outcome::{Failed, Partial, Succeeded, Unrecognized};

fn read<'b>(vendor: &str, status: impl Into<errors_gen::Status>, body: &'b str) -> Response<'b> {
    Vendor::by_name(vendor).unwrap().read(status, body)
}

/// The codes of all errors.
fn codes(response: &Response<'_>) -> Vec<Option<String>> {
    response.errors().map(|error| error.raw_code().map(|code| code.to_string())).collect()
}

/// The messages of all errors.
fn messages(response: &Response<'_>) -> Vec<Option<String>> {
    response.errors().map(|error| error.message().map(|message| message.to_string())).collect()
}

/// What to do after a request with this method and these headers of the response.
fn next(vendor: &str, status: u16, method: &str, headers: &[(&str, &str)], body: &str) -> (&'static str, Option<u128>) {
    let get = |name: &str| headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| *value);
    let response = Vendor::by_name(vendor).unwrap().read_with_headers(status, get, body);
    let decision = response.decide(&Attempt::new().method(method));
    (decision.next.as_str(), decision.wait.map(|wait| wait.as_millis()))
}

/// A vendor, an HTTP status, a body, and the outcome.
type Case<'a> = (&'a str, Option<u16>, &'a str, Outcome);

fn outcomes(cases: &[Case<'_>]) {
    for (vendor, status, body, expected) in cases {
        let response = read(vendor, *status, body);
        assert_eq!(response.outcome(), *expected, "{vendor} {status:?} {body}");
        assert_eq!(response.is_error(), *expected != Succeeded, "{vendor} {status:?} {body}");
        assert!(response.is_error() || response.primary().is_none(), "{vendor} {status:?} {body}");
    }
}

#[test]
fn resources_with_a_code_are_no_errors() {
    outcomes(&[
        ("commercetools", Some(200), r#"{"id":"d-7","version":4,"code":"WINTER20","isActive":false}"#, Succeeded),
        ("commercetools", Some(201), r#"{"code":"VIP","id":"d-8","version":1,"message":"For regulars"}"#, Succeeded),
        ("commercetools", Some(200), r#"{"extensions":{"code":"x"},"id":"t-1"}"#, Succeeded),
        ("commercetools", Some(200), r#"{"error":"none","id":"j-1"}"#, Succeeded),
        ("commercetools", Some(200), r#"{"statusCode":200,"message":"fine"}"#, Succeeded),
        ("commercetools", Some(302), r#"{"code":"WINTER20"}"#, Unrecognized),
        ("commercetools", Some(404), r#"{"code":"WINTER20","version":4}"#, Failed),
        ("commercetools", None, r#"{"version":4,"code":"ConcurrentModification"}"#, Failed),
        ("dukanext", Some(200), r#"{"status":"success","data":{"coupon":{"code":"SAVE10"}}}"#, Succeeded),
        ("omnicart", Some(200), r#"{"data":{"code":"124102"},"code":"001001"}"#, Succeeded),
        ("abicart", Some(200), r#"{"id":3,"result":{"error":{"code":9001},"code":1006}}"#, Succeeded),
        ("bonsai", Some(200), r#"{"data":{"discount":{"code":"TAX_ERROR","title":"t"}}}"#, Succeeded),
    ]);
    let display = read("commercetools", 200, r#"{"code":"WINTER20","id":"d-7"}"#).to_string();
    assert!(!display.contains("WINTER20"), "{display}");
}

#[test]
fn answers_without_result_and_error_are_errors() {
    outcomes(&[
        ("abicart", Some(200), r#"{"id":41,"jsonrpc":"2.0"}"#, Unrecognized),
        ("abicart", Some(200), r#"{"id":41,"results":{}}"#, Unrecognized),
        ("abicart", Some(200), r#"{"error":null,"id":41}"#, Unrecognized),
        ("abicart", None, "{}", Unrecognized),
        ("abicart", Some(500), r#"{"jsonrpc":"2.0","id":41}"#, Failed),
        ("bonsai", Some(200), r#"{"meta":{}}"#, Unrecognized),
        ("bonsai", Some(200), r#"{"data":null}"#, Unrecognized),
        ("omnicart", Some(200), r#"{"timestamp":"2026-03-14T09:26:53Z"}"#, Unrecognized),
        ("dukanext", Some(200), r#"{"data":{}}"#, Unrecognized),
    ]);
    for body in [r#"{"id":41,"jsonrpc":"2.0"}"#, "{}", "[]", "[{},{}]"] {
        assert_eq!(codes(&read("abicart", 200, body)), [], "{body}");
    }
}

#[test]
fn graphql_that_answers_neither_data_nor_errors_fails() {
    outcomes(&[
        ("commercetools", Some(200), r#"{"data":null,"errors":null}"#, Failed),
        ("commercetools", Some(200), r#"{"errors":[],"data":null}"#, Failed),
        ("commercetools", Some(200), r#"{"data":null,"errors":{}}"#, Failed),
        ("commercetools", None, r#"{"errors":null,"data":null}"#, Failed),
        ("commercetools", Some(500), r#"{"errors":null,"data":null}"#, Failed),
        ("commercetools", Some(200), r#"{"data":{},"errors":null}"#, Succeeded),
        ("bonsai", Some(200), r#"{"data":null,"errors":null}"#, Unrecognized),
    ]);
}

#[test]
fn an_empty_code_is_no_code() {
    for (vendor, body) in [
        ("commercetools", r#"{"statusCode":400,"message":"m","errors":[{"code":"","message":"m"}]}"#),
        ("commercetools", r#"{"errors":[{"message":"m","code":"","locations":[]}]}"#),
        ("bonsai", r#"{"errors":[{"title":"t","code":""}]}"#),
        ("bonsai", r#"{"data":{},"errors":{"code":"","title":"t"}}"#),
        ("abicart", r#"{"error":{"code":""},"id":1}"#),
        ("abicart", r#"[{"error":{"message":"m","code":""},"id":1}]"#),
        ("dukanext", r#"{"status":"failed","code":""}"#),
        ("omnicart", r#"{"message":"m","code":""}"#),
    ] {
        let response = read(vendor, 400, body);
        assert!(response.is_error() && response.to_string().contains("400 without a code"), "{response}");
        assert_eq!(codes(&response), [None], "{vendor} {body}");
    }
    // The next place that has a code counts.
    let body = r#"{"errors":[{"code":"","message":"m","extensions":{"code":"InvalidInput"}}]}"#;
    assert_eq!(codes(&read("commercetools", 400, body)), [Some("InvalidInput".to_owned())]);
}

#[test]
fn errors_that_are_text_are_errors() {
    let cases = [
        ("abicart", r#"{"error":"No access","id":9,"jsonrpc":"2.0"}"#, Failed),
        ("abicart", r#"{"id":9,"result":null,"error":"No access"}"#, Failed),
        ("abicart", r#"[{"id":9,"error":"No access"}]"#, Failed),
        ("abicart", r#"[{"id":8,"result":4},{"id":9,"error":"No access"}]"#, Partial),
        ("bonsai", r#"{"errors":"No access"}"#, Failed),
        ("bonsai", r#"{"errors":["No access"]}"#, Failed),
        ("bonsai", r#"{"errors":["No access"],"data":{}}"#, Partial),
        ("commercetools", r#"{"errors":["No access"]}"#, Failed),
        ("commercetools", r#"{"data":{},"errors":[null,"No access"]}"#, Failed),
        ("commercetools", r#"{"errors":"No access"}"#, Failed),
        ("commercetools", r#"{"data":null,"errors":"No access"}"#, Failed),
    ];
    for (vendor, body, expected) in cases {
        for status in [None, Some(200), Some(401), Some(500)] {
            let response = read(vendor, status, body);
            assert_eq!((response.outcome(), response.is_error()), (expected, true), "{vendor} {status:?} {body}");
            assert_eq!(messages(&response), [Some("No access".to_owned())], "{vendor} {status:?} {body}");
        }
    }
}

#[test]
fn batches_with_an_answer_that_is_nothing_are_partial() {
    let cases: [(&str, &[Option<&str>], Outcome); 8] = [
        (r#"[{"result":7,"id":1},{"id":2}]"#, &[None], Partial),
        (r#"[{"id":2},{"id":1,"result":null}]"#, &[None], Partial),
        (r#"[{"id":1,"result":[]},{}]"#, &[None], Partial),
        (r#"[null,{"id":1,"result":0}]"#, &[None], Partial),
        (r#"[{"id":1,"result":0},{"id":2},{"id":3}]"#, &[None, None], Partial),
        (r#"[{"id":1,"result":0},{"id":2,"error":{"code":9001}},{"id":3}]"#, &[Some("9001"), None], Partial),
        (r#"[{"id":1},{"id":2,"error":{"code":9001}}]"#, &[None, Some("9001")], Failed),
        (r#"[{"id":1,"error":"No"},"x"]"#, &[None, None], Failed),
    ];
    for (body, expected, outcome) in cases {
        for status in [None, Some(200), Some(207), Some(500)] {
            let response = read("abicart", status, body);
            assert_eq!((response.outcome(), response.is_error()), (outcome, true), "{status:?} {body}");
            let expected: Vec<_> = expected.iter().map(|code| code.map(str::to_owned)).collect();
            assert_eq!(codes(&response), expected, "{body}");
            assert_eq!(response.primary_index(), Some(0), "{body}");
        }
    }
    let response = read("abicart", 200, r#"[{"id":1,"result":0},{"id":"two"}]"#);
    let error = response.primary().unwrap();
    assert_eq!((error.id().unwrap().as_str(), error.json().as_str()), (r#""two""#, r#"{"id":"two"}"#));
    assert_eq!(response.to_string(), "Abicart 200 without a code");
}

#[test]
fn another_word_than_that_of_success_is_an_error() {
    outcomes(&[
        ("dukanext", Some(200), r#"{"message":"It broke","status":"error"}"#, Failed),
        ("dukanext", Some(200), r#"{"status":"pending"}"#, Failed),
        ("dukanext", Some(201), r#"{"status":"SUCCESS"}"#, Failed),
        ("dukanext", Some(200), r#"{"status":"success "}"#, Failed),
        ("dukanext", Some(200), r#"{"status":false,"data":{}}"#, Failed),
        ("dukanext", None, r#"{"data":{},"status":"fail"}"#, Failed),
        ("dukanext", Some(200), r#"{"status":"success","status":"error"}"#, Failed),
        ("dukanext", Some(200), r#"{"status":null}"#, Unrecognized),
        ("dukanext", Some(200), r#"{"status":"error","status":"success"}"#, Succeeded),
        ("dukanext", Some(500), r#"{"status":"success"}"#, Succeeded),
        ("dukanext", Some(200), r#"{"code":"OUT_OF_STOCK","status":"success"}"#, Failed),
        ("omnicart", Some(200), r#"{"code":"901001"}"#, Failed),
    ]);
    let response = read("dukanext", 200, r#"{"status":"error","message":"It broke"}"#);
    assert_eq!(messages(&response), [Some("It broke".to_owned())]);
}

#[test]
fn errors_beside_data_are_partial_or_failures() {
    outcomes(&[
        ("bonsai", Some(200), r#"{"errors":"No tax today","data":{"total":1}}"#, Partial),
        ("bonsai", Some(200), r#"{"data":[{"sku":"a"}],"errors":"No tax today"}"#, Partial),
        ("bonsai", None, r#"{"data":{},"errors":[{"code":"TAX_ERROR","title":"t"}]}"#, Partial),
        ("bonsai", Some(200), r#"{"data":{},"errors":{"code":"TAX_ERROR"}}"#, Partial),
        ("bonsai", Some(500), r#"{"data":null,"errors":"No tax today"}"#, Failed),
        ("bonsai", Some(200), r#"{"data":{},"errors":null}"#, Succeeded),
        ("bonsai", Some(200), r#"{"data":{},"errors":[]}"#, Succeeded),
        ("commercetools", Some(200), r#"{"data":{"cart":null},"errors":"No tax today"}"#, Failed),
        ("commercetools", Some(200), r#"{"errors":[{"message":"m"}],"data":{"cart":{}}}"#, Failed),
    ]);
    let response = read("bonsai", 200, r#"{"data":{"total":1},"errors":"No tax today"}"#);
    assert_eq!(messages(&response), [Some("No tax today".to_owned())]);
}

#[test]
fn results_that_are_null_or_empty_are_successes() {
    for result in ["null", "[]", "{}", "\"\"", "0", "false", "[null]"] {
        for body in [
            format!(r#"{{"jsonrpc":"2.0","id":5,"result":{result}}}"#),
            format!(r#"{{"result":{result},"id":null}}"#),
            format!(r#"{{"error":null,"result":{result}}}"#),
            format!(r#"{{"result":{{"error":{{"code":1}}}},"result":{result}}}"#),
            format!(r#"[{{"id":1,"result":{result}}}]"#),
            format!(r#"[{{"id":1,"result":{result}}},{{"result":{result},"id":2}}]"#),
        ] {
            for status in [None, Some(200), Some(207), Some(404), Some(500)] {
                let response = read("abicart", status, &body);
                assert_eq!((response.outcome(), response.is_error()), (Succeeded, false), "{status:?} {body}");
                for method in ["GET", "POST", "DELETE"] {
                    let next = response.decide(&Attempt::new().method(method)).next;
                    assert_eq!(next.as_str(), "nothing", "{status:?} {body}");
                }
            }
        }
    }
}

#[test]
fn messages_without_a_list_of_errors_are_errors() {
    let text = r#""message":"No such page""#;
    let cases = [
        format!(r#"{{"statusCode":404,{text}}}"#),
        format!(r#"{{{text},"statusCode":404}}"#),
        format!(r#"{{"statusCode":404,{text},"errors":[]}}"#),
        format!(r#"{{"errors":null,"statusCode":"404",{text}}}"#),
        format!(r#"{{"errors":[null,7],{text},"statusCode":404}}"#),
        format!(r#"{{"errors":{{}},{text},"statusCode":404}}"#),
    ];
    for body in &cases {
        for status in [None, Some(404)] {
            let response = read("commercetools", status, body);
            assert_eq!((response.outcome(), codes(&response)), (Failed, vec![None]), "{body}");
            assert_eq!(messages(&response), [Some("No such page".to_owned())], "{body}");
            assert_eq!(*response.kind(), Kind::NotFound, "{status:?} {body}");
        }
        assert_eq!(*read("commercetools", 400, body).kind(), Kind::InvalidArgument, "the response outranks the body");
    }
}

#[test]
fn notes_beside_a_failure_have_no_say_in_the_advice() {
    let note = r#"{"code":"101008","message":"n"}"#;
    let failure = r#""code":"199000","message":"It broke""#;
    for body in [
        format!(r#"{{{failure},"debug":[{note}]}}"#),
        format!(r#"{{"debug":[{note}],{failure}}}"#),
        format!(r#"{{{failure},"debug":{note}}}"#),
        format!(r#"{{{failure},"debug":[{note},{note},{note}]}}"#),
        format!(r#"{{{failure},"debug":[]}}"#),
        format!(r"{{{failure}}}"),
    ] {
        for method in ["POST", "PATCH"] {
            assert_eq!(next("omnicart", 500, method, &[], &body).0, "verify", "{body}");
        }
        assert_eq!(
            next("omnicart", 500, "GET", &[], &body).0,
            next("omnicart", 500, "GET", &[], &format!("{{{failure}}}")).0
        );
    }
}

#[test]
fn advice_waits_and_audiences() {
    let rest = |status: u16, code: &str| {
        format!(r#"{{"statusCode":{status},"message":"m","errors":[{{"code":"{code}","message":"m"}}]}}"#)
    };
    assert_eq!(next("commercetools", 401, "PATCH", &[], &rest(401, "invalid_token")).0, "reauthenticate");
    let password = rest(400, "invalid_customer_account_credentials");
    assert_eq!(next("commercetools", 400, "POST", &[], &password).0, "fix");
    assert_eq!(read("commercetools", 400, &password).audience().as_str(), "customer");
    assert_eq!(next("commercetools", 409, "POST", &[], &rest(409, "ExactLockConflict")), ("retry_after", Some(300)));
    let locked = rest(423, "LockedField");
    assert_eq!(next("commercetools", 423, "POST", &[("retry-after", "11")], &locked), ("retry_after", Some(11_000)));
    let attempts = r#"{"code":"TOO_MANY_VERIFY_ATTEMPTS","status":"failed"}"#;
    assert_eq!(next("dukanext", 429, "POST", &[], attempts).0, "fix");
}

#[test]
fn what_is_shown_and_what_is_not() {
    let page = read("commercetools", 503, "<html><head><title>Down for now</title></head></html>").to_string();
    assert!(page.contains("HTML") && page.contains("Down for now"), "{page}");
    let empty = read("commercetools", 404, " \n");
    assert!(empty.to_string().contains("empty"), "{empty}");
    assert_eq!((*empty.kind(), empty.is_error()), (Kind::NotFound, true));
    let rest = |code: &str, message: &str| {
        let message = serde_json::to_string(message).unwrap();
        format!(r#"{{"statusCode":400,"message":{message},"errors":[{{"code":"{code}","message":{message}}}]}}"#)
    };
    let conflict = rest("ConcurrentModification", "Version mismatch. Concurrent modification.");
    assert!(read("commercetools", 409, &conflict).to_string().contains("Version mismatch"));
    let unlisted = rest("BrandNew", "Rejected for john.doe@example.com with Bearer abc123.def456");
    let shown = read("commercetools", 400, &unlisted).to_string();
    assert!(shown.contains("Rejected for") && !shown.contains("john.doe") && !shown.contains("abc123"), "{shown}");
    let quoted = "The value '\"QQ\"' is not valid for field 'state'. Allowed values are: \"A\",\"B\".";
    let invalid = rest("InvalidField", quoted);
    let response = read("commercetools", 400, &invalid);
    let parameters = response.parameters().unwrap();
    assert_eq!(parameters.get("invalidValue").unwrap(), "\"QQ\"");
    assert_eq!(parameters.get("field").unwrap(), "state");
}

#[test]
fn the_reason_is_that_of_the_error_that_may_have_taken_effect() {
    let internal = r#"{"id":2,"error":{"code":-32603}}"#;
    let wrong = r#"{"id":1,"error":{"code":9001}}"#;
    for body in [format!("[{internal},{wrong}]"), format!("[{wrong},{internal}]")] {
        let response = read("abicart", 200, &body);
        let (post, get) = (Attempt::new().method("POST"), Attempt::new().method("GET"));
        let of = |index: usize| response.errors().nth(index).unwrap().retry().reason;
        let (of_internal, of_wrong) = if body.starts_with("[{\"id\":2") { (of(0), of(1)) } else { (of(1), of(0)) };
        assert_ne!(of_internal, of_wrong);
        let decision = response.decide(&post);
        assert_eq!((decision.next.as_str(), decision.because), ("verify", of_internal), "{body}");
        let decision = response.decide(&get);
        assert_eq!((decision.next.as_str(), decision.because), ("fix", of_wrong), "{body}");
    }
}
