//! Batches: every answer has an outcome, an id and errors of its own.

use errors_gen::load::Arena;
use errors_gen::{Advice, Kind, Outcome, Response, VENDORS, Vendor};

use crate::corpus;

/// The outcome, the id and the codes of each answer.
fn answers(response: &Response<'_>) -> Vec<(Outcome, Option<String>, Vec<Option<String>>)> {
    let elements = response.elements().into_iter().flatten();
    let answers = elements.map(|element| {
        let codes = element.errors().map(|error| error.raw_code().map(|code| code.to_string())).collect();
        (element.outcome(), element.id().map(|id| id.as_str().to_owned()), codes)
    });
    answers.collect()
}

fn abicart() -> Vendor<'static> {
    *VENDORS.iter().find(|vendor| vendor.name() == "abicart").unwrap()
}

/// A call that succeeded, one that failed, one whose error is text, and one without either.
const CALLS: [(&str, Outcome, &[Option<&str>]); 4] = [
    (r#""jsonrpc":"2.0","result":0"#, Outcome::Succeeded, &[]),
    (r#""error":{"message":"x","code":9001}"#, Outcome::Failed, &[Some("9001")]),
    (r#""error":"Access denied""#, Outcome::Failed, &[None]),
    (r#""jsonrpc":"2.0""#, Outcome::Failed, &[None]),
];

#[test]
fn every_answer_of_a_batch_is_read_by_itself_whatever_its_order() {
    for first in CALLS {
        for second in CALLS {
            for id_first in [true, false] {
                let call = |(members, _, _): (&str, Outcome, &[Option<&str>]), id: u8| {
                    if id_first { format!(r#"{{"id":{id},{members}}}"#) } else { format!(r#"{{{members},"id":{id}}}"#) }
                };
                let body = format!("[{}, {}]", call(first, 1), call(second, 2));
                let response = abicart().read(200, &body);
                let is_known = |call: (&str, Outcome, &[Option<&str>])| call.0 != CALLS[3].0;
                if !is_known(first) && !is_known(second) {
                    assert!(response.unread().is_some(), "{body}");
                    continue;
                }
                let expected = [first, second].into_iter().zip(["1", "2"]).map(|((_, outcome, codes), id)| {
                    let codes = codes.iter().map(|code| code.map(str::to_owned)).collect::<Vec<_>>();
                    (outcome, Some(id.to_owned()), codes)
                });
                let expected: Vec<_> = expected.collect();
                assert_eq!(answers(&response), expected, "{body}");
                let failed = expected.iter().filter(|(outcome, _, _)| *outcome == Outcome::Failed).count();
                let outcome = [Outcome::Succeeded, Outcome::Partial, Outcome::Failed][failed];
                assert_eq!((response.outcome(), response.is_error()), (outcome, failed > 0), "{body}");
                let codes: Vec<_> = expected.into_iter().flat_map(|(_, _, codes)| codes).collect();
                assert_eq!(response.primary_index(), (!codes.is_empty()).then_some(0), "{body}");
                let all: Vec<_> =
                    response.errors().map(|error| error.raw_code().map(|code| code.to_string())).collect();
                assert_eq!(all, codes, "{body}");
            }
        }
    }
}

#[test]
fn a_single_answer_is_no_batch() {
    assert!(abicart().read(200, r#"{"id":1,"result":[]}"#).elements().is_none());
    assert!(abicart().read(200, "[]").elements().is_none());
}

#[test]
fn members_of_a_batch_are_known_by_their_names_or_what_they_say() {
    let vendors = errors_codegen::read_files(&[corpus::tests().join("shapes/keyed_batch.yaml")]).unwrap();
    let arena = Arena::new();
    let vendor = Vendor::new(arena.load(&vendors[0]).unwrap());
    let body = r#"{"failures": ["No"], "responses": {"a": {"data": {}}, "b": {"request": 7, "error": {"code": "sold_out"}}, "c": 1}}"#;
    let response = vendor.read(None, body);
    let named = |text: &str| Some(text.to_owned());
    let expected = [
        (Outcome::Succeeded, named("\"a\""), vec![]),
        (Outcome::Failed, named("7"), vec![named("sold_out")]),
        (Outcome::Failed, named("\"c\""), vec![None]),
    ];
    assert_eq!(answers(&response), expected);
    assert_eq!(response.errors().nth(1).unwrap().id().unwrap().as_str(), "7", "an item asks its own answer");
    assert_eq!(response.primary().unwrap().message().unwrap().to_string(), "No");
    assert_eq!((response.errors().count(), response.primary_index()), (3, Some(0)));
}

#[test]
fn an_answer_has_a_status_of_its_own() {
    let vendors = errors_codegen::read_files(&[corpus::tests().join("shapes/status_batch.yaml")]).unwrap();
    let arena = Arena::new();
    let vendor = Vendor::new(arena.load(&vendors[0]).unwrap());
    let failed =
        |status: u16| format!(r#"{{"id": "a", "status": {status}, "body": {{"error": {{"code": "locked"}}}}}}"#);
    let unlisted = r#"{"status": 503, "id": "b", "body": {"error": {"code": "new"}}}"#;
    let body = format!(r#"{{"responses": [{}, {}, {unlisted}, {{"id": 7}}]}}"#, failed(423), failed(409));
    let response = vendor.read(200, &body);
    let elements = response.elements().unwrap();
    let statuses: Vec<_> = elements.map(|element| element.status()).collect();
    assert_eq!(statuses, [Some(423), Some(409), Some(503), Some(200)]);
    // The status of the answer tells which variant it is, and what an unlisted code falls back to.
    let judged: Vec<_> = response.errors().take(3).map(|error| (error.retry().advice, *error.kind())).collect();
    let own = (Advice::AfterFix, Kind::InvalidArgument);
    assert_eq!(judged[..2], [(Advice::AfterWait, own.1), own]);
    assert_eq!(judged[2].1, Kind::Unavailable);
    assert_eq!(response.errors().next().unwrap().id().unwrap().as_str(), r#""a""#);
}

#[test]
fn long_batches_take_a_time_that_grows_with_their_length() {
    let time = |count: usize| {
        let call = r#"{"id":1,"error":{"code":9001,"message":"x"}}"#;
        let body = format!("[{}]", vec![call; count].join(","));
        let read = |_| {
            let start = std::time::Instant::now();
            let response = abicart().read(200, &body);
            assert_eq!((response.errors().count(), response.elements().unwrap().count()), (count, count));
            start.elapsed()
        };
        // The machine may have been busy with something else in all but one.
        (0..5).map(read).min().unwrap()
    };
    let (short, long) = (time(500), time(8_000));
    assert!(long < short * 160, "{short:?} for 500 and {long:?} for 8,000");
}
