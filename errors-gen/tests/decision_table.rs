//! The whole table of decisions: advice x effect x safe or not x wait or not x partial or not, against a model of its own.

use core::fmt::Write as _;
use core::time::Duration;

use errors_gen::decide::{Attempt, Next};
use errors_gen::load::Arena;
use errors_gen::{Advice, Effect, Outcome, Vendor};

/// Advice from the easiest to the hardest, and whether its effect is unknown unless said otherwise.
const ADVICE: [(&str, bool); 7] = [
    ("backoff", true),
    ("after_wait", false),
    ("verify_first", true),
    ("after_refresh", false),
    ("reauthenticate", false),
    ("after_fix", false),
    ("never", false),
];
const EFFECTS: [&str; 3] = ["none", "done", "unknown"];

/// What is sent again, and may be waited for.
fn waits(advice: &str) -> bool {
    !matches!(advice, "after_fix" | "never")
}

/// A vendor with a code for each advice and effect, with and without a wait, and without an effect: `backoff-done-wait`.
fn catalog() -> String {
    let mut codes = String::new();
    let mut add = |code: String, advice: &str, effect: Option<&str>, wait: bool| {
        let name: String = code.split(['-', '_']).map(|word| word[..1].to_uppercase() + &word[1..]).collect();
        let effect = effect.map(|effect| format!(", effect: {effect}")).unwrap_or_default();
        let wait = if wait { ", wait: 300ms" } else { "" };
        writeln!(codes, "      {code}: {{ name: {name}, meaning: M., retry: {advice}{effect}{wait} }}").unwrap();
    };
    for (advice, _) in ADVICE {
        add(advice.to_owned(), advice, None, false);
        for effect in EFFECTS.into_iter().filter(|effect| (advice, *effect) != ("verify_first", "none")) {
            add(format!("{advice}-{effect}"), advice, Some(effect), false);
            if waits(advice) {
                add(format!("{advice}-{effect}-wait"), advice, Some(effect), true);
            }
        }
    }
    format!(
        "
vendor: grid
title: Table
sources: [https://example.com/errors]
reviewed: 2026-11-21
code: text
headers: {{ retry_verdict: Should-Retry, idempotency_key: [Request-Key, Other-Key] }}
envelopes:
  - {{ name: list, items: [{{ at: \"$.errors[*]\", code: code }}], success: {{ data: object }}, partial: true }}
defaults: {{ kind: internal, topic: internal_error, audience: developer, action: A., status: 400 }}
sections:
  - title: All
    codes:
{codes}"
    )
}

/// The rules, as they are told and not as they are written in the library.
fn model(advice: &str, effect: &str, safe: bool, partial: bool) -> &'static str {
    let followed = match advice {
        "backoff" => "backoff",
        "after_wait" => "wait",
        "verify_first" if safe => "retry",
        "verify_first" => "verify",
        "after_refresh" => "refresh",
        "reauthenticate" => "reauthenticate",
        "after_fix" => "fix",
        "never" => "never",
        other => panic!("{other}"),
    };
    if safe || advice == "never" {
        return followed;
    }
    match (effect, partial) {
        ("done", _) => "never",
        ("unknown", _) => "verify",
        (_, true) if advice != "after_fix" => "verify",
        _ => followed,
    }
}

/// What becomes of it when there is a time to wait, and whether that is told.
fn waited(next: &'static str, wait: bool) -> (&'static str, bool) {
    match next {
        "retry" | "backoff" | "wait" if wait => ("retry_after", true),
        "verify" | "refresh" | "reauthenticate" => (next, wait),
        _ => (next, false),
    }
}

fn with_tables(test: impl FnOnce(Vendor<'_>)) {
    let vendor = errors_codegen::read_text("grid", &catalog()).unwrap_or_else(|findings| panic!("{findings}"));
    let arena = Arena::new();
    test(Vendor::new(arena.load(&vendor).unwrap()));
}

fn body(codes: &[&str], partial: bool) -> String {
    let errors: Vec<_> = codes.iter().map(|code| format!(r#"{{"code": "{code}"}}"#)).collect();
    let data = if partial { r#""data": {}, "# } else { "" };
    format!(r#"{{{data}"errors": [{}]}}"#, errors.join(","))
}

#[test]
fn every_row_of_the_table() {
    let mut rows = 0;
    with_tables(|table| {
        for code in table.all_codes() {
            let mut words = code.as_str().split('-');
            let advice = words.next().unwrap();
            let usual = if ADVICE.contains(&(advice, true)) { "unknown" } else { "none" };
            let effect = words.next().unwrap_or(usual);
            let given = words.next().is_some();
            assert_eq!((code.retry().advice.as_str(), code.retry().effect.as_str()), (advice, effect));
            for (method, safe) in [("GET", true), ("put", true), ("POST", false), ("PATCH", false)] {
                for partial in [false, true] {
                    for status in [None, Some(200), Some(409), Some(500)] {
                        for header in [None, Some("7")] {
                            let body = body(&[code.as_str()], partial);
                            let get = |name: &str| header.filter(|_| name.eq_ignore_ascii_case("retry-after"));
                            let response = table.read_with_headers(status, get, &body);
                            assert_eq!(response.outcome() == Outcome::Partial, partial);
                            let decision = response.decide(&Attempt::new().method(method));
                            let next = model(advice, effect, safe, partial);
                            let (next, told) = waited(next, given || header.is_some());
                            let millis = told.then_some(if header.is_some() { 7_000 } else { 300 });
                            let row = format!("{code} {method} partial: {partial}, header: {header:?}");
                            assert_eq!(decision.next.as_str(), next, "{row}");
                            assert_eq!(decision.wait, millis.map(Duration::from_millis), "{row}");
                            rows += 1;
                        }
                    }
                }
            }
        }
    });
    assert_eq!(rows, 41 * 4 * 2 * 4 * 2);
}

#[test]
fn of_two_the_hardest_advice_and_the_worst_effect_count() {
    with_tables(|table| {
        let codes: Vec<_> = table.all_codes().map(errors_gen::AnyCode::as_str).collect();
        let worst = |one: Effect, other: Effect| {
            [Effect::Unknown, Effect::Done, Effect::None].into_iter().find(|it| [one, other].contains(it)).unwrap()
        };
        let hardness = |advice: Advice| ADVICE.iter().position(|(word, _)| *word == advice.as_str()).unwrap();
        for one in &codes {
            for other in &codes {
                let body = body(&[one, other], false);
                let response = table.read(400, &body);
                let retry = *response.retry();
                let [first, second] = [one, other].map(|code| table.find(code).unwrap().retry());
                let hardest = if hardness(second.advice) > hardness(first.advice) { second } else { first };
                assert_eq!(retry.advice, hardest.advice, "{body}");
                assert_eq!(retry.effect, worst(first.effect, second.effect), "{body}");
                let next = response.decide(&Attempt::new().method("POST")).next;
                let given = first.wait.is_some() || second.wait.is_some();
                let expected = model(retry.advice.as_str(), retry.effect.as_str(), false, false);
                assert_eq!(next.as_str(), waited(expected, given).0, "{body}");
            }
        }
    });
}

#[test]
fn a_header_outranks_every_code() {
    with_tables(|table| {
        for code in table.all_codes() {
            let body = body(&[code.as_str()], false);
            for (verdict, advice) in
                [("true", "backoff"), (" FALSE ", "never"), ("perhaps", code.retry().advice.as_str())]
            {
                let get = |name: &str| (name == "Should-Retry").then_some(verdict);
                let response = table.read_with_headers(400, get, &body);
                let retry = response.retry();
                assert_eq!((retry.advice.as_str(), retry.effect), (advice, code.retry().effect));
                assert_eq!(retry.basis == errors_gen::decide::Basis::Header, verdict != "perhaps");
                for (method, safe) in [("GET", true), ("POST", false)] {
                    let next = response.decide(&Attempt::new().method(method)).next;
                    let expected = model(advice, code.retry().effect.as_str(), safe, false);
                    let expected = waited(expected, code.retry().wait.is_some()).0;
                    assert_eq!(next.as_str(), expected, "{code} {verdict} {method}");
                }
            }
        }
        let success = body(&[], true);
        let response = table.read_with_headers(200, |_| Some("false"), &success);
        assert_eq!(response.decide(&Attempt::new()).next, Next::Nothing, "a success needs no verdict");
    });
}

#[test]
fn the_vendors_key_makes_a_request_safe() {
    with_tables(|table| {
        let body = body(&["backoff"], false);
        let next = |attempt: Attempt<'_>| table.read(500, &body).decide(&attempt.method("POST")).next;
        assert_eq!(next(Attempt::new()), Next::Verify);
        assert_eq!(next(Attempt::new().sent_headers(&["Accept", "request-key"])), Next::Backoff);
        assert_eq!(next(Attempt::new().sent_headers(&["OTHER-KEY"])), Next::Backoff);
        assert_eq!(next(Attempt::new().sent_headers(&["Idempotency-Key"])), Next::Verify, "not this vendor's");
        assert_eq!(next(Attempt::new().idempotency_key(true)), Next::Backoff);
        assert_eq!(next(Attempt::new().sent_headers(&["Request-Key"]).safe_to_repeat(false)), Next::Verify);
    });
}
