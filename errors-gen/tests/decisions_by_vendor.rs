//! Bodies and headers of every vendor, and what to do next.

use core::time::Duration;

use errors_gen::decide::{Attempt, Basis, Next};
use errors_gen::load::Arena;
use errors_gen::{
    Advice, Audience, CompiledIn as _, Effect, Kind, ResponseError, Vendor, abicart, bonsai, commercetools, dukanext,
    omnicart,
};

type Headers<'a> = &'a [(&'a str, &'a str)];

fn get<'a>(headers: Headers<'a>) -> impl Fn(&str) -> Option<&'a str> {
    move |name| headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
}

/// What to do next, by the vendor's name, with the time to wait in milliseconds.
fn next(vendor: &str, status: u16, method: &str, headers: Headers<'_>, body: &str) -> (&'static str, Option<u128>) {
    let response = Vendor::by_name(vendor).unwrap().read_with_headers(status, get(headers), body);
    let decision = response.decide(&Attempt::new().method(method));
    (decision.next.as_str(), decision.wait.map(|wait| wait.as_millis()))
}

/// A body of commercetools with one code.
fn rest(status: u16, code: &str) -> String {
    format!(r#"{{"statusCode":{status},"message":"m","errors":[{{"code":"{code}","message":"m"}}]}}"#)
}

#[test]
fn credentials_are_renewed() {
    let oauth = r#"{"statusCode":401,"message":"invalid_token","errors":[{"code":"invalid_token","message":"invalid_token"}],"error":"invalid_token"}"#;
    let response = commercetools::read(401, oauth);
    assert_eq!(
        (response.code().map(commercetools::Code::as_str), *response.kind()),
        (Some("invalid_token"), Kind::Unauthenticated)
    );
    for method in ["GET", "POST", "PATCH"] {
        assert_eq!(next("commercetools", 401, method, &[], oauth), ("reauthenticate", None));
        // Before anything happened: also of a request that must not happen twice.
        assert_eq!(
            next("dukanext", 401, method, &[], r#"{"status":"failed","code":"SESSION_EXPIRED"}"#).0,
            "reauthenticate"
        );
        let call = r#"{"jsonrpc":"2.0","id":1,"error":{"code":1004,"message":"Bad auth token"}}"#;
        assert_eq!(next("abicart", 200, method, &[], call).0, "reauthenticate");
        // Without a code, and with one that nobody lists.
        assert_eq!(
            next("bonsai", 401, method, &[], r#"{"errors":[{"code":"TOKEN_OLD","title":"t"}]}"#).0,
            "reauthenticate"
        );
        assert_eq!(next("bonsai", 401, method, &[], "").0, "reauthenticate");
        assert_eq!(next("abicart", 401, method, &[], "Unauthorized").0, "reauthenticate");
    }
    // The time to wait is told, and does not make it another decision.
    assert_eq!(next("commercetools", 401, "GET", &[("Retry-After", "2")], oauth), ("reauthenticate", Some(2_000)));
    // With another error that is harder, that one counts.
    let two = r#"{"statusCode":401,"message":"m","errors":[{"code":"invalid_token","message":"m"},{"code":"InvalidInput","message":"m"}]}"#;
    assert_eq!(next("commercetools", 401, "GET", &[], two).0, "fix");
}

#[test]
fn what_customers_mistype_they_correct() {
    let code = "invalid_customer_account_credentials";
    let body =
        format!(r#"{{"statusCode":400,"message":"m","errors":[{{"code":"{code}","message":"m"}}],"error":"{code}"}}"#);
    let response = commercetools::read(400, &body);
    assert_eq!(response.code().map(commercetools::Code::as_str), Some(code));
    assert_eq!(*response.audience(), Audience::Customer);
    for method in ["GET", "POST"] {
        assert_eq!(next("commercetools", 400, method, &[], &body), ("fix", None));
        assert_eq!(next("commercetools", 400, method, &[("Retry-After", "5")], &body), ("fix", None));
        assert_eq!(next("commercetools", 400, method, &[], &rest(400, "InvalidCredentials")).0, "fix");
        assert_eq!(next("commercetools", 400, method, &[], &rest(400, "InvalidCurrentPassword")).0, "fix");
        // Too many attempts: the page asks for a new code, so that waiting is no use.
        let attempts = r#"{"status":"failed","message":"Too many attempts","code":"TOO_MANY_VERIFY_ATTEMPTS"}"#;
        assert_eq!(next("dukanext", 429, method, &[], attempts), ("fix", None));
        assert_eq!(next("dukanext", 429, method, &[("Retry-After", "60")], attempts), ("fix", None));
    }
}

#[test]
fn catalogs_say_how_long_to_wait() {
    for method in ["GET", "POST", "DELETE", "PATCH"] {
        assert_eq!(
            next("commercetools", 409, method, &[], &rest(409, "ExactLockConflict")),
            ("retry_after", Some(300))
        );
        let graphql = r#"{"data":null,"errors":[{"message":"m","extensions":{"code":"ExactLockConflict"}}]}"#;
        assert_eq!(next("commercetools", 200, method, &[], graphql), ("retry_after", Some(300)));
        // The response outranks the catalog, and so does the longer time.
        let headers = &[("Retry-After", "1")];
        assert_eq!(
            next("commercetools", 409, method, headers, &rest(409, "ExactLockConflict")),
            ("retry_after", Some(1_000))
        );
        let contact = r#"{"status":"failed","code":"CONTACT_FORM_RATE_LIMITED"}"#;
        assert_eq!(next("dukanext", 429, method, &[], contact), ("retry_after", Some(3_600_000)));
    }
    // Beside something harder nothing is waited for.
    let two = r#"{"statusCode":409,"message":"m","errors":[{"code":"ExactLockConflict","message":"m"},{"code":"InvalidInput","message":"m"}]}"#;
    assert_eq!(next("commercetools", 409, "POST", &[], two), ("fix", None));
    let decision = commercetools::read(409, &rest(409, "ExactLockConflict")).decide(&Attempt::new()).to_string();
    assert!(decision.starts_with("retry_after 300 ms: "), "{decision}");
}

#[test]
fn retry_after_counts_with_every_status() {
    let (locked, date) = (rest(423, "LockedField"), ("Date", "Sun, 06 Nov 1994 08:49:30 GMT"));
    let at = ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT");
    for method in ["GET", "POST"] {
        assert_eq!(next("commercetools", 423, method, &[("Retry-After", "7")], &locked), ("retry_after", Some(7_000)));
        assert_eq!(next("commercetools", 423, method, &[at, date], &locked), ("retry_after", Some(7_000)));
        // Nobody says from when on: no time is known.
        assert_eq!(next("commercetools", 423, method, &[at], &locked), ("wait", None));
        assert_eq!(next("bonsai", 429, method, &[("Retry-After", " 7 ")], "slow down"), ("retry_after", Some(7_000)));
        let call = r#"{"jsonrpc":"2.0","id":1,"error":{"code":77,"message":"m"}}"#;
        let safe = if method == "GET" { "retry_after" } else { "verify" };
        assert_eq!(next("abicart", 502, method, &[("RETRY-AFTER", "7")], call), (safe, Some(7_000)));
        assert_eq!(next("omnicart", 503, method, &[("Retry-After", "7")], ""), (safe, Some(7_000)));
        assert_eq!(next("bonsai", 409, method, &[("Retry-After", "7")], ""), ("refresh", Some(7_000)));
        assert_eq!(next("bonsai", 404, method, &[("Retry-After", "7")], ""), ("fix", None));
        assert_eq!(next("bonsai", 410, method, &[("Retry-After", "7")], ""), ("never", None));
        assert_eq!(next("commercetools", 200, method, &[("Retry-After", "7")], r#"{"id":"7"}"#), ("nothing", None));
    }
    // The response's clock counts, not the caller's.
    let both = [at, date];
    let response = commercetools::Response::read_with_headers(423, get(&both), &locked);
    let attempt = Attempt::new().now(784_111_770 - 3_600);
    assert_eq!(response.decide(&attempt).next, Next::RetryAfter(Duration::from_secs(7)));
    let response = commercetools::Response::read_with_headers(423, get(&both[..1]), &locked);
    assert_eq!(response.decide(&Attempt::new().now(784_111_774)).next, Next::RetryAfter(Duration::from_secs(3)));
}

#[test]
fn what_failed_inside_decides_not_what_is_noted_beside_it() {
    let notes = |notes: &str| {
        format!(
            r#"{{"code":"199000","message":"Internal error","timestamp":"2026-03-14T09:26:53Z","debug":[{notes}]}}"#
        )
    };
    for list in
        ["", r#"{"code":"101008","message":"x"}"#, r#"{"code":"101001"},{"code":"101008"}"#, r#"{"code":101002}"#]
    {
        let body = notes(list);
        assert_eq!(next("omnicart", 500, "POST", &[], &body), ("verify", None), "{body}");
        assert_eq!(next("omnicart", 500, "GET", &[], &body), ("retry", None), "{body}");
        assert_eq!(omnicart::read(500, &body).retry().effect, Effect::Unknown);
    }
}

#[test]
fn unlisted_errors_of_orders_may_be_of_a_payment_that_went_through() {
    let call = |code: i32| format!(r#"{{"jsonrpc":"2.0","id":1,"error":{{"code":{code},"message":"m"}}}}"#);
    assert_eq!(next("abicart", 200, "POST", &[], &call(2064)).0, "verify");
    assert_eq!(next("abicart", 200, "POST", &[], &call(2013)).0, "fix");
    let conflict = r#"{"code":"124999","message":"m","timestamp":"2026-03-14T09:26:53Z"}"#;
    assert_eq!(next("omnicart", 400, "POST", &[], conflict).0, "verify");
}

#[test]
fn effects_of_listed_codes() {
    use commercetools::Code;
    // The page says that nothing is carried out: even an order may be sent again.
    assert_eq!(next("commercetools", 503, "POST", &[], &rest(503, "PendingOperation")).0, "backoff");
    assert_eq!(next("commercetools", 502, "POST", &[], &rest(502, "BadGateway")).0, "verify");
    assert_eq!(next("commercetools", 502, "GET", &[], &rest(502, "BadGateway")).0, "backoff");
    // It is the response that is too large, so the request may have been carried out.
    assert_eq!(next("commercetools", 413, "POST", &[], &rest(413, "ContentTooLarge")).0, "verify");
    assert_eq!(next("commercetools", 413, "GET", &[], &rest(413, "ContentTooLarge")).0, "fix");
    for code in Code::ALL {
        let retry = code.retry();
        assert!(retry.advice != Advice::VerifyFirst || retry.effect == Effect::Unknown, "{code}");
    }
}

const SHOP: &str = r#"
vendor: shop
title: Shop
sources: [https://example.com/errors]
reviewed: 2026-11-21
code: text
headers:
  wait: [X-RateLimit-Reset, X-Wait]
  request_id: [Request-Id, X-Trace]
envelopes:
  - { name: list, items: [{ at: "$.errors[*]", code: code, message: message }] }
defaults: { kind: unavailable, topic: service_unavailable, audience: developer, action: A., status: 400, retry: after_wait }
sections:
  - title: All
    codes:
      FIELD: { meaning: M., wait: { field: retryIn, unit: milliseconds }, fields: { retryIn: { type: number, also: [retry_in] } } }
      UNTIL: { meaning: M., wait: { field: until }, fields: { until: datetime } }
      PARAMETER: { meaning: M., wait: { parameter: seconds }, message: "Wait {seconds} seconds" }
      HEADER: { meaning: M., wait: { header: X-Code-Wait, unit: minutes } }
      FIXED: { meaning: M., wait: 2s }
      PLAIN: { meaning: M. }
"#;

#[test]
fn waits_come_from_fields_parameters_and_headers() {
    let vendor = errors_codegen::read_text("shop", SHOP).unwrap_or_else(|findings| panic!("{findings}"));
    let arena = Arena::new();
    let shop = Vendor::new(arena.load(&vendor).unwrap());
    let wait = |errors: &str, headers: Headers<'_>| {
        let body = format!(r#"{{"errors": [{errors}]}}"#);
        let decision = shop.read_with_headers(400, get(headers), &body).decide(&Attempt::new().method("POST"));
        assert!(decision.next.sends_again());
        decision.wait.map(|wait| wait.as_millis())
    };
    let date = ("Date", "Sun, 22 Nov 2026 00:00:00 GMT");
    for (errors, headers, millis) in [
        (r#"{"code": "FIELD", "retryIn": 1500}"#, &[][..], Some(1_500)),
        (r#"{"code": "FIELD", "retry_in": "1500"}"#, &[], Some(1_500)),
        (r#"{"code": "FIELD", "retryIn": [1]}"#, &[], None),
        (r#"{"code": "FIELD"}"#, &[], None),
        (r#"{"code": "UNTIL", "until": "2026-11-22T00:00:30Z"}"#, &[date], Some(30_000)),
        (r#"{"code": "UNTIL", "until": "2026-11-22T00:00:30Z"}"#, &[], None),
        (r#"{"code": "UNTIL", "until": 45}"#, &[], Some(45_000)),
        (r#"{"code": "PARAMETER", "message": "Wait 9 seconds"}"#, &[], Some(9_000)),
        (r#"{"code": "PARAMETER", "message": "Wait a few seconds"}"#, &[], None),
        (r#"{"code": "HEADER"}"#, &[("x-code-wait", "2")], Some(120_000)),
        (r#"{"code": "PLAIN"}"#, &[("X-Code-Wait", "2")], None),
        (r#"{"code": "FIXED"}"#, &[], Some(2_000)),
        // The response outranks the catalog; of what it names the longest counts.
        (r#"{"code": "FIXED"}"#, &[("Retry-After", "1")], Some(1_000)),
        (r#"{"code": "FIELD", "retryIn": 1500}"#, &[("Retry-After", "1")], Some(1_500)),
        (r#"{"code": "FIELD", "retryIn": 1500}"#, &[("Retry-After", "3"), ("X-Wait", "2.5")], Some(3_000)),
        (r#"{"code": "FIELD", "retryIn": 1500}, {"code": "PARAMETER", "message": "Wait 9 seconds"}"#, &[], Some(9_000)),
        (r#"{"code": "FIXED"}, {"code": "FIELD", "retryIn": 1}"#, &[], Some(1)),
        // The vendor's own headers: seconds, a moment, a date.
        (r#"{"code": "PLAIN"}"#, &[("X-Wait", "2.5")], Some(2_500)),
        (r#"{"code": "PLAIN"}"#, &[("X-RateLimit-Reset", "1795305612"), date], Some(12_000)),
        (r#"{"code": "PLAIN"}"#, &[("X-RateLimit-Reset", "1795305612")], None),
        (r#"{"code": "PLAIN"}"#, &[("X-RateLimit-Reset", "Sun, 22 Nov 2026 00:00:12 GMT"), date], Some(12_000)),
    ] {
        assert_eq!(wait(errors, headers), millis, "{errors} {headers:?}");
    }
    let response = shop.read_with_headers(429, get(&[("X-Wait", "4")]), "slow down");
    assert_eq!(response.decide(&Attempt::new()).next, Next::RetryAfter(Duration::from_secs(4)));
}

#[test]
fn the_request_id_is_kept_and_shown() {
    let vendor = errors_codegen::read_text("shop", SHOP).unwrap_or_else(|findings| panic!("{findings}"));
    let arena = Arena::new();
    let shop = Vendor::new(arena.load(&vendor).unwrap());
    let body = r#"{"errors": [{"code": "FIXED", "message": "Later"}]}"#;
    let headers: Headers<'_> = &[("X-Trace", " abc\u{202e}1 "), ("Retry-After", "5"), ("Cookie", "secret")];
    let response = shop.read_with_headers(400, get(headers), body);
    assert_eq!(response.request_id(), Some("abc\u{202e}1"));
    assert!(response.to_string().ends_with(r"(request abc\u{202e}1)"), "{response}");
    assert!(!format!("{response} {response:?}").contains("secret"));
    assert_eq!(shop.read(400, body).request_id(), None);
    let both = &[("X-Trace", "second"), ("request-id", "first")];
    assert_eq!(shop.read_with_headers(400, get(both), body).request_id(), Some("first"));
    assert_eq!(shop.read_with_headers(400, get(&[("Request-Id", " ")]), body).request_id(), None);

    // Read again, everything is as it was.
    let decision = response.decide(&Attempt::new());
    let shown = response.to_string();
    let error = response.into_owned();
    assert_eq!((error.request_id(), error.to_string()), (Some("abc\u{202e}1"), shown));
    assert_eq!(error.response().decide(&Attempt::new()), decision);
    assert_eq!(error, error.clone());
    assert_ne!(error, shop.read(400, body).into_owned());
    let plain: ResponseError<bonsai::Code> = bonsai::read(500, "").into_owned();
    assert_eq!(plain.request_id(), None);
}

#[test]
fn only_headers_that_are_needed_are_asked_for() {
    let mut asked = Vec::new();
    let response = commercetools::read_with_headers(
        500,
        |name| {
            asked.push(name.to_owned());
            None
        },
        "",
    );
    assert_eq!(response.retry().basis, Basis::Status);
    assert!(asked.contains(&"Retry-After".to_owned()) && asked.contains(&"Date".to_owned()), "{asked:?}");
    let all = asked.len();
    asked.sort();
    asked.dedup();
    assert_eq!(asked.len(), all, "each once");
    // Every vendor's module has it.
    let get = get(&[("Retry-After", "7")]);
    let next = [
        abicart::read_with_headers(429, &get, "").decide(&Attempt::new()).next,
        bonsai::read_with_headers(429, &get, "").decide(&Attempt::new()).next,
        dukanext::read_with_headers(429, &get, "").decide(&Attempt::new()).next,
        omnicart::read_with_headers(429, &get, "").decide(&Attempt::new()).next,
    ];
    assert_eq!(next, [Next::RetryAfter(Duration::from_secs(7)); 4]);
}
