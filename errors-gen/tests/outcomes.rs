//! What became of a request: the table for bodies without an envelope, and that nothing said of a response contradicts it.

use errors_gen::decide::{Attempt, Next};
use errors_gen::load::Arena;
use errors_gen::table::Successes;
use errors_gen::{CompiledIn as _, Kind, Outcome, Reason, Response, VENDORS, Vendor};
use proptest::prelude::*;

use crate::corpus;

const STATUSES: [Option<u16>; 16] = [
    None,
    Some(0),
    Some(100),
    Some(200),
    Some(201),
    Some(204),
    Some(205),
    Some(207),
    Some(299),
    Some(301),
    Some(304),
    Some(399),
    Some(400),
    Some(404),
    Some(503),
    Some(u16::MAX),
];

/// What the rules say of a body without an envelope.
fn outcome(reason: Reason, status: Option<u16>, successes: Successes) -> Outcome {
    match status {
        Some(400..) => Outcome::Failed,
        Some(204 | 205 | 304) if reason == Reason::Empty => Outcome::Succeeded,
        Some(200..=299) if matches!(reason, Reason::Empty | Reason::NotEnvelope) && successes == Successes::Any => {
            Outcome::Succeeded
        }
        _ => Outcome::Unrecognized,
    }
}

#[test]
fn the_status_decides_of_bodies_without_an_envelope() {
    let deep = "[".repeat(128) + &"]".repeat(128);
    let bodies: [(&[u8], Reason, Option<usize>); 12] = [
        (b"", Reason::Empty, None),
        (b" \r\n\t", Reason::Empty, None),
        (b"\xef\xbb\xbf", Reason::Empty, None),
        (b"\xef\xbb\xbf \n", Reason::Empty, None),
        (b"<html></html>", Reason::NotJson, Some(0)),
        (b"\xef\xbb\xbf<html>", Reason::NotJson, Some(3)),
        (b" {\"a\":", Reason::NotJson, Some(6)),
        (b"[\"\xff\"]", Reason::NotJson, Some(2)),
        (deep.as_bytes(), Reason::TooDeep, Some(127)),
        (b"null", Reason::NotEnvelope, None),
        (b" [7] ", Reason::NotEnvelope, None),
        (b"{\"unheard\":{\"of\":1}}", Reason::NotEnvelope, None),
    ];
    for vendor in VENDORS {
        let successes = vendor.table().reader.successes;
        for (body, reason, offset) in bodies {
            for status in STATUSES {
                let response = vendor.read(status, body);
                let shown = format!("{} {status:?} {}", vendor.name(), String::from_utf8_lossy(body));
                let unread = response.unread().expect(&shown);
                assert_eq!((unread.reason, unread.offset), (reason, offset), "{shown}");
                assert_eq!(response.outcome(), outcome(reason, status, successes), "{shown}");
                assert_eq!((response.envelope(), response.primary_index()), (None, None), "{shown}");
                agrees(&response);
            }
        }
    }
    assert_eq!(Vendor::by_name("commercetools").unwrap().table().reader.successes, Successes::Any);
    assert_eq!(Vendor::by_name("omnicart").unwrap().table().reader.successes, Successes::Described);
}

/// Nothing that is said of a response contradicts its outcome.
fn agrees(response: &Response<'_>) {
    let outcome = response.outcome();
    let succeeded = outcome == Outcome::Succeeded;
    let shown = format!(
        "{} {:?} {:?} {}",
        response.vendor().name(),
        response.status(),
        outcome,
        String::from_utf8_lossy(response.body())
    );
    assert_eq!(response.is_error(), !succeeded, "{shown}");
    assert_eq!(response.clone().into_result().is_ok(), succeeded, "{shown}");
    for method in ["GET", "POST", "DELETE", "PATCH"] {
        let decision = response.decide(&Attempt::new().method(method));
        assert_eq!(decision.next == Next::Nothing, succeeded, "{shown} {method}: {decision}");
    }
    let (label, kind) = (response.label(), *response.kind());
    assert_eq!(label.code() == "succeeded", succeeded, "{shown}: {label}");
    assert_eq!(kind == Kind::Ok, succeeded, "{shown}: {kind}");
    assert_eq!(label.kind(), kind, "{shown}");
    match response.primary_index() {
        Some(index) => {
            assert!(!succeeded, "{shown}");
            let primary = response.errors().nth(index).expect(&shown);
            assert!(!primary.is_note(), "{shown}");
            assert_eq!(response.primary().unwrap().json().as_str(), primary.json().as_str(), "{shown}");
        }
        None => assert!(response.primary().is_none() && response.code().is_none(), "{shown}"),
    }
    if let Some(unread) = response.unread() {
        assert!(response.envelope().is_none() && outcome != Outcome::Partial, "{shown}");
        assert!(unread.offset.is_none() || matches!(unread.reason, Reason::NotJson | Reason::TooDeep), "{shown}");
    } else {
        assert!(response.envelope().is_some() && outcome != Outcome::Unrecognized, "{shown}");
    }
    if outcome == Outcome::Unrecognized && response.status().is_none_or(|status| status < 400) {
        assert_eq!(kind, Kind::Unknown, "{shown}");
    }
    let Some(elements) = response.elements() else { return };
    let mut errors = 0;
    for element in elements {
        let failed = element.outcome() != Outcome::Succeeded;
        assert!(!failed || element.errors().next().is_some(), "{shown}");
        assert!(!failed || response.is_error(), "{shown}");
        errors += element.errors().count();
    }
    assert!(errors <= response.errors().count(), "{shown}");
}

#[test]
fn nothing_contradicts_the_outcome_of_a_known_body() {
    for (_, bodies) in corpus::all() {
        for body in bodies {
            let bytes = body.bytes();
            for vendor in VENDORS {
                for status in STATUSES.into_iter().chain([body.status]) {
                    agrees(&vendor.read(status, &bytes));
                }
            }
        }
    }
}

/// A body of the members that envelopes look at, whatever their values.
fn body() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "code",
        "message",
        "errors",
        "error",
        "data",
        "result",
        "status",
        "statusCode",
        "extensions",
        "debug",
        "id",
        "title",
    ]);
    let leaf = prop::sample::select(vec![
        "null",
        "0",
        "7",
        "true",
        "\"\"",
        "\"success\"",
        "\"failed\"",
        "\"001001\"",
        "\"121101\"",
        "\"101008\"",
        "404",
        "\"InvalidInput\"",
        "[]",
        "{}",
    ]);
    let value = leaf.prop_map(str::to_owned).prop_recursive(3, 24, 4, move |inner| {
        prop_oneof![
            3 => prop::collection::vec((name.clone(), inner.clone()), 0..5).prop_map(|members| {
                let members: Vec<_> = members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!("{{{}}}", members.join(","))
            }),
            1 => prop::collection::vec(inner, 0..4).prop_map(|values| format!("[{}]", values.join(","))),
        ]
    });
    (value, 0..8_usize).prop_map(|(value, cut)| if cut == 0 { value[..value.len() / 2].to_owned() } else { value })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_contradicts_the_outcome_of_any_body(body in body(), status in prop::sample::select(STATUSES.to_vec())) {
        for vendor in VENDORS {
            agrees(&vendor.read(status, &body));
        }
    }
}

/// Asks a vendor with these envelopes, which has one code, `hint`, a note.
fn booth<T>(envelopes: &str, ask: impl FnOnce(Vendor<'_>) -> T) -> T {
    let catalog = format!(
        "
vendor: booth
title: Booth
sources: [https://example.com/booth/errors]
reviewed: 2026-11-21
code: text
envelopes:
{envelopes}
sections:
  - title: All
    codes:
      hint:
        status: none
        kind: unknown
        topic: internal_error
        audience: developer
        meaning: The answer is late.
        action: Nothing needs to be done.
        retry: never
        note: true
"
    );
    let model = errors_codegen::read_text("booth", &catalog).unwrap_or_else(|findings| panic!("{findings}"));
    let arena = Arena::new();
    ask(Vendor::new(arena.load(&model).unwrap()))
}

/// The outcome of each body with its status, none of which contradicts itself.
fn outcomes(envelopes: &str, bodies: &[(Option<u16>, &str, Outcome)]) {
    booth(envelopes, |vendor| {
        for (status, body, expected) in bodies {
            let response = vendor.read(*status, *body);
            assert_eq!(response.outcome(), *expected, "{status:?} {body}");
            agrees(&response);
        }
    });
}

use Outcome::{Failed, Partial, Succeeded, Unrecognized};

#[test]
fn a_status_of_failure_makes_an_item_of_what_looks_like_one() {
    let envelopes = "
  - name: alone
    status: problem.status
    items: [{ at: $, http: error, if: { code: string }, code: code }]
  - name: gone
    when: { http: [404, 410], gone: exists }
    success: { gone: exists }
  - name: list
    status: status
    items: [{ at: '$.list[*]', http: 500, code: code }]
    success: { list: exists }
";
    let coded = r#"{"code":"SUMMER","id":"7"}"#;
    outcomes(
        envelopes,
        &[
            (Some(200), coded, Unrecognized),
            (Some(302), coded, Unrecognized),
            (Some(404), coded, Failed),
            (Some(599), coded, Failed),
            (None, coded, Failed),
            (None, r#"{"code":"SUMMER","problem":{"status":200}}"#, Unrecognized),
            (None, r#"{"problem":{"status":"409"},"code":"SUMMER"}"#, Failed),
            (Some(200), r#"{"problem":{"status":"409"},"code":"SUMMER"}"#, Unrecognized),
            (Some(404), r#"{"gone":null}"#, Succeeded),
            (Some(400), r#"{"gone":null}"#, Failed),
            (None, r#"{"gone":null}"#, Unrecognized),
            (Some(500), r#"{"list":[{"code":"a"}]}"#, Failed),
            (Some(200), r#"{"list":[{"code":"a"}]}"#, Succeeded),
            (None, r#"{"list":[{"code":"a"}],"status":500}"#, Failed),
            (None, r#"{"status":501,"list":[{"code":"a"}]}"#, Succeeded),
            (None, r#"{"list":[]}"#, Succeeded),
            (None, r#"{"list":null}"#, Succeeded),
        ],
    );
}

#[test]
fn evidence_of_success_within_an_item_does_not_count() {
    let envelopes = "
  - name: rows
    items: [{ at: '$.rows[*]', if: { error: exists }, code: error }]
    success: [{ '$.rows[*].stored': exists }, { '$.rows[*].parts[*]': string }]
    partial: true
";
    outcomes(
        envelopes,
        &[
            (None, r#"{"rows":[{"stored":1},{"error":"a"}]}"#, Partial),
            (None, r#"{"rows":[{"error":"a"},{"stored":null}]}"#, Partial),
            (None, r#"{"rows":[{"stored":1,"error":"a"}]}"#, Failed),
            (None, r#"{"rows":[{"error":"a","stored":1},{"error":null,"stored":true}]}"#, Failed),
            (None, r#"{"rows":[{"parts":["x"],"error":"a"}]}"#, Failed),
            (None, r#"{"rows":[{"parts":["x"]},{"error":"a","parts":["x"]}]}"#, Partial),
            (None, r#"{"rows":[{"parts":[1]},{"error":"a"}]}"#, Failed),
            (None, r#"{"rows":[{"parts":[1,"x"]}]}"#, Succeeded),
            (None, r#"{"rows":[{"stored":{}}]}"#, Succeeded),
        ],
    );
}

#[test]
fn only_notes_leave_it_to_the_status_or_to_what_the_body_tells() {
    let envelopes = "
  - name: notes
    status: status
    items: [{ at: '$.notes[*]', code: code }]
";
    let hint = r#"{"notes":[{"code":"hint"}]}"#;
    outcomes(
        envelopes,
        &[
            (Some(200), hint, Succeeded),
            (Some(500), hint, Failed),
            (None, hint, Failed),
            (None, r#"{"notes":[{"code":"hint"}],"status":"201"}"#, Succeeded),
            (None, r#"{"status":404,"notes":[{"code":"hint"}]}"#, Failed),
            (Some(500), r#"{"status":201,"notes":[{"code":"hint"}]}"#, Failed),
            (None, r#"{"status":201,"notes":[{"code":"hint"},{"code":"other"}]}"#, Failed),
        ],
    );
}

#[test]
fn an_answer_in_a_batch_tells_its_own_status() {
    let envelopes = "
  - name: one
    status: status
    items: [{ at: $, http: error, if: { status: number }, code: body.code, id: key }]
    success: { status: number }
  - name: all
    each: $.parts[*]
    of: one
";
    booth(envelopes, |vendor| {
        let body = r#"{"parts":[{"key":"a","status":200},{"status":404,"key":"b","body":{"code":"x"}},{"key":"c"}]}"#;
        for status in [None, Some(200), Some(207), Some(500)] {
            let response = vendor.read(status, body);
            let elements: Vec<_> = response.elements().unwrap().collect();
            let said: Vec<_> = elements.iter().map(|element| (element.outcome(), element.status())).collect();
            assert_eq!(said, [(Succeeded, Some(200)), (Failed, Some(404)), (Failed, status)]);
            let ids: Vec<_> = response.errors().map(|error| error.id().unwrap().to_string()).collect();
            assert_eq!(ids, ["\"b\"", "\"c\""]);
            assert_eq!((response.outcome(), response.primary_index()), (Partial, Some(0)));
            assert_eq!(*response.kind(), Kind::NotFound, "by the status of the answer");
            agrees(&response);
        }
    });
}
