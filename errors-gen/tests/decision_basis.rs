//! What to do about a response, and what that rests on.

use core::time::Duration;

use errors_gen::decide::{Attempt, Basis, Decision, Next, StatusAdvice};
use errors_gen::{
    Advice, Audience, ErrorCode, Kind, Response, Topic, abicart, bonsai, commercetools, dukanext, omnicart,
};

use crate::corpus;

fn omni(status: impl Into<errors_gen::Status>, code: &str) -> (Kind, Basis, Advice, Basis) {
    let body = format!(r#"{{"code": "{code}"}}"#);
    let response = omnicart::read(status, &body);
    (*response.kind(), response.kind().basis, response.retry().advice, response.retry().basis)
}

#[test]
fn listed_codes_speak_for_themselves() {
    for code in omnicart::Code::ALL.iter().filter(|code| code.kind() != Kind::Ok) {
        let body = format!(r#"{{"code": "{code}"}}"#);
        let response = omnicart::read(code.statuses().first().map(|rule| rule.http), &body);
        if response.outcome() == errors_gen::Outcome::Failed {
            assert_eq!((*response.kind(), response.kind().basis), (code.kind(), Basis::Code));
            assert_eq!((response.retry().value, response.retry().basis), (code.retry(), Basis::Code));
            assert_eq!((*response.audience(), *response.action()), (code.audience(), code.action()));
        }
    }
}

#[test]
fn the_narrower_group_of_digits_wins() {
    use Basis::{Class, Nothing, Status};
    // Category 2 is data, subcategory 24 a conflict.
    assert_eq!(omni(500, "124999"), (Kind::FailedPrecondition, Class, Advice::AfterRefresh, Class));
    // No subcategory 28: the category tells.
    assert_eq!(omni(500, "128999"), (Kind::InvalidArgument, Class, Advice::AfterFix, Class));
    // Nothing is known of category 5.
    assert_eq!(omni(409, "155999"), (Kind::Aborted, Status, Advice::AfterRefresh, Status));
    assert_eq!(omni(None, "155999"), (Kind::Unknown, Nothing, Advice::VerifyFirst, Nothing));
    // Of another width, so the digits say nothing.
    assert_eq!(omni(400, "12499").1, Status);
    // A success is one, whatever the rest of its digits is about.
    assert_eq!(omni(500, "024999"), (Kind::Ok, Basis::Success, Advice::Never, Basis::Success));
    let item = omnicart::read(500, r#"{"code": "024999"}"#).errors().next().map(|item| item.kind());
    assert_eq!(item.map(|kind| (*kind, kind.basis)), Some((Kind::Ok, Class)));
}

#[test]
fn the_innermost_range_wins_for_each_question() {
    let read = |code: i64| {
        let body = format!(r#"{{"jsonrpc": "2.0", "id": 1, "error": {{"code": {code}, "message": "m"}}}}"#);
        let response = abicart::read(500, &body);
        (*response.kind(), response.kind().basis, response.retry().advice, response.audience().basis)
    };
    assert_eq!(read(-32050), (Kind::Internal, Basis::Class, Advice::VerifyFirst, Basis::Class));
    // The outer range tells who is concerned, nothing else.
    assert_eq!(read(-32650), (Kind::Internal, Basis::Status, Advice::VerifyFirst, Basis::Class));
    assert_eq!(read(2999), (Kind::FailedPrecondition, Basis::Class, Advice::AfterFix, Basis::Class));
    assert_eq!(read(77), (Kind::Internal, Basis::Status, Advice::VerifyFirst, Basis::Status));
}

#[test]
fn without_a_code_the_status_tells() {
    let response = omnicart::read(503, "");
    assert_eq!((*response.kind(), response.kind().basis), (Kind::Unavailable, Basis::Transport));
    assert_eq!(response.action().basis, Basis::Transport);
    let response = dukanext::read(503, "<html>");
    assert_eq!((*response.kind(), response.kind().basis), (Kind::Unavailable, Basis::Status));
    let response = dukanext::read(None, "<html>");
    assert_eq!((*response.kind(), response.kind().basis), (Kind::Unknown, Basis::Nothing));
    assert_eq!(*response.audience(), Audience::Developer);
    // The status of an item is nearer than that of the response.
    let body = r#"{"errors": [{"status": 404, "title": "t"}, {"status": "503", "code": "NEW", "title": "t"}]}"#;
    let kinds: Vec<_> = bonsai::read(200, body).errors().map(|item| (*item.kind(), item.kind().basis)).collect();
    assert_eq!(kinds, [(Kind::NotFound, Basis::Status), (Kind::Unavailable, Basis::Status)]);
    // An error inside HTTP 200 whose code is new.
    let body = r#"{"errors": [{"code": "NewCode", "message": "m"}]}"#;
    assert_eq!(commercetools::read(200, body).retry().basis, Basis::Nothing);
}

#[test]
fn success_is_no_error() {
    let well = [
        omnicart::read(200, r#"{"code": "001001"}"#).kind(),
        dukanext::read(200, r#"{"status": "success", "data": {}}"#).kind(),
        commercetools::read(200, r#"{"id": "7f"}"#).kind(),
    ];
    assert!(well.iter().all(|kind| **kind == Kind::Ok));
    assert_eq!(well[2].basis, Basis::Status);
    let decision = omnicart::read(200, r#"{"code": "001001"}"#).decide(&Attempt::new().retry_after("5"));
    assert_eq!((decision.next, decision.wait), (Next::Nothing, None));
}

#[test]
fn several_errors_are_retryable_only_if_every_one_is() {
    use commercetools::Code;
    let advice = |codes: &[&str]| {
        let items: Vec<_> = codes.iter().map(|code| format!(r#"{{"code": "{code}", "message": "m"}}"#)).collect();
        let body = format!(r#"{{"statusCode": 503, "message": "m", "errors": [{}]}}"#, items.join(","));
        let retry = commercetools::read(503, &body).retry();
        (retry.advice, retry.basis)
    };
    let of = |code: commercetools::Code| code.retry().advice;
    assert_eq!(of(Code::OverCapacity), Advice::Backoff);
    assert_eq!(of(Code::InvalidInput), Advice::AfterFix);
    assert_eq!(of(Code::FeatureRemoved), Advice::Never);
    assert_eq!(of(Code::ConcurrentModification), Advice::AfterRefresh);
    assert_eq!(advice(&["OverCapacity", "OverCapacity"]), (Advice::Backoff, Basis::Code));
    assert_eq!(advice(&["OverCapacity", "InvalidInput"]).0, Advice::AfterFix);
    assert_eq!(advice(&["InvalidInput", "OverCapacity", "FeatureRemoved"]).0, Advice::Never);
    assert_eq!(advice(&["OverCapacity", "ConcurrentModification"]).0, Advice::AfterRefresh);
    // What is advised for the status holds for the unlisted one.
    assert_eq!(advice(&["NewCode", "OverCapacity"]), (Advice::Backoff, Basis::Status));
    assert_eq!(advice(&["OverCapacity"; 20]).0, Advice::Backoff);
    let mut many = ["OverCapacity"; 20];
    many[19] = "FeatureRemoved";
    assert_eq!(advice(&many).0, Advice::Never, "also beyond what one scan keeps");
}

fn next(status: u16, body: &str, attempt: Attempt<'_>) -> Next {
    omnicart::read(status, body).decide(&attempt).next
}

#[test]
fn what_may_be_repeated_is() {
    let (get, post) = (Attempt::new().method("GET"), Attempt::new().method("POST"));
    assert_eq!((next(500, "", get), next(500, "", post)), (Next::Retry, Next::Verify));
    assert_eq!(next(500, "", Attempt::new()), Next::Verify);
    assert_eq!(next(500, "", post.idempotency_key(true)), Next::Retry);
    assert_eq!(next(500, "", post.safe_to_repeat(true)), Next::Retry);
    assert_eq!(next(500, "", Attempt::new().method("PUT").safe_to_repeat(false)), Next::Verify);
    assert_eq!((next(503, "", get), next(503, "", post)), (Next::Backoff, Next::Verify));
    assert_eq!((next(429, "", get), next(429, "", post)), (Next::Wait, Next::Wait));
    assert_eq!((next(409, "", get), next(400, "", get), next(410, "", get)), (Next::Refresh, Next::Fix, Next::Never));
    for method in ["get", "HEAD", "options", "TRACE", "Put", "DELETE"] {
        assert!(Attempt::new().method(method).is_safe_to_repeat(), "{method}");
    }
    for method in ["POST", "PATCH", "", "GETS"] {
        assert!(!Attempt::new().method(method).is_safe_to_repeat(), "{method}");
    }
}

#[test]
fn retry_after_is_waited_for() {
    let get = Attempt::new().method("GET").now(784_111_770);
    let seconds = |seconds| Next::RetryAfter(Duration::from_secs(seconds));
    assert_eq!(next(429, "", get.retry_after("120")), seconds(120));
    assert_eq!(next(429, "", get.retry_after("Sun, 06 Nov 1994 08:49:37 GMT")), seconds(7));
    assert_eq!(next(429, "", get.retry_after("Sunday, 06-Nov-94 08:49:37 GMT")), seconds(7));
    assert_eq!(next(429, "", get.retry_after("Sun Nov  6 08:49:37 1994")), seconds(7));
    assert_eq!(next(429, "", get.retry_after("Sat, 05 Nov 1994 08:49:37 GMT")), seconds(0));
    assert_eq!(next(503, "", get.retry_after(" 3 ")), seconds(3));
    // A year at most, so that adding it to a clock is safe.
    assert_eq!(next(429, "", get.retry_after("99999999999999999999999")), seconds(366 * 86_400));
    for unreadable in ["", "soon", "-1", "1.5", "+3", "Sun, 06 Nov 1994"] {
        assert_eq!(next(429, "", get.retry_after(unreadable)), Next::Wait, "{unreadable}");
    }
    let date = Attempt::new().retry_after("Sun, 06 Nov 1994 08:49:37 GMT");
    assert_eq!(next(429, "", date), Next::Wait, "nobody says what time it is");
    // With whatever status, and whatever the reason for sending it again.
    assert_eq!(next(500, "", get.retry_after("3")), seconds(3));
    assert_eq!(next(409, "", get.retry_after("3")), Next::Refresh);
    // It does not make a request safe to repeat, but it says how long to wait.
    let decision = omnicart::read(503, "").decide(&Attempt::new().method("POST").retry_after("3"));
    assert_eq!((decision.next, decision.wait), (Next::Verify, Some(Duration::from_secs(3))));
    assert!(decision.to_string().starts_with("verify 3 s: "), "{decision}");
}

#[test]
fn a_time_to_wait_does_not_change_the_advice() {
    let get = Attempt::new().method("GET").retry_after("3");
    // By its digits the data of the request is wrong.
    assert_eq!(next(429, r#"{"code": "128999"}"#, get), Next::Fix);
    let decision = omnicart::read(429, r#"{"code": "128999"}"#).decide(&get);
    assert_eq!(decision.wait, None, "nothing is sent after it");
    let listed = omnicart::Code::ALL.iter().find(|code| code.retry().advice == Advice::AfterFix).unwrap();
    assert_eq!(next(429, &format!(r#"{{"code": "{listed}"}}"#), get), Next::Fix);
}

#[test]
fn some_of_a_partial_success_has_happened() {
    let body = r#"{"data": {}, "errors": [{"status": 429, "title": "t"}]}"#;
    let decide = |attempt| bonsai::read(200, body).decide(&attempt).next;
    assert_eq!(decide(Attempt::new().method("POST")), Next::Verify);
    assert_eq!(decide(Attempt::new().method("PUT")), Next::Wait);
}

#[test]
fn the_documented_table_of_statuses_is_the_one_that_is_used() {
    let source = include_str!("../runtime/src/decide/status.rs");
    let rows = source.lines().filter_map(|line| line.strip_prefix("/// | ")).skip(1);
    let mut seen = 0;
    for row in rows {
        let cells: Vec<_> = row.split(" | ").map(|cell| cell.trim_matches(['`', '|', ' '])).collect();
        for status in cells[0].split([',', ' ']).filter_map(|word| word.parse().ok()) {
            let advice = StatusAdvice::of(status).unwrap();
            let shown = [advice.kind.as_str(), advice.retry.advice.as_str(), advice.audience.as_str()];
            assert_eq!(shown, cells[1..4], "{status}");
            assert!(!advice.retry.reason.is_empty() && !advice.action.is_empty());
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen}");
    for status in (0..300).chain(600..1000) {
        assert_eq!(StatusAdvice::of(status), None);
    }
    assert!((300..600).all(|status| StatusAdvice::of(status).is_some()));
}

/// Every body of the corpus, as every vendor reads it, with every status: something sensible comes of it.
#[test]
fn there_is_always_an_answer() {
    fn sensible<C: ErrorCode>(status: Option<u16>, bytes: &[u8]) {
        let response = Response::<C>::read(status, bytes);
        let decision: Decision<'_> = response.decide(&Attempt::new().method("POST"));
        assert!(!decision.because.is_empty() && !response.action().is_empty());
        let error = response.is_error();
        assert_eq!(decision.next == Next::Nothing, !error);
        assert!(error || *response.kind() == Kind::Ok, "{response}");
        assert!(!decision.next.sends_again() || response.retry().is_retryable());
    }
    for (_, bodies) in corpus::all() {
        for body in bodies {
            for status in [body.status, None, Some(200), Some(404), Some(429), Some(500), Some(999)] {
                sensible::<abicart::Code>(status, &body.bytes());
                sensible::<bonsai::Code>(status, &body.bytes());
                sensible::<commercetools::Code>(status, &body.bytes());
                sensible::<dukanext::Code>(status, &body.bytes());
                sensible::<omnicart::Code>(status, &body.bytes());
            }
        }
    }
}

#[test]
fn the_documented_topics_of_statuses_are_the_ones_that_are_used() {
    let source = include_str!("../runtime/src/decide/status.rs");
    let rows = source.lines().filter_map(|line| line.strip_prefix("    /// | ")).skip(1);
    let mut documented = std::collections::BTreeMap::new();
    for row in rows.filter_map(|row| row.trim_end_matches(" |").split_once(" | ")) {
        let (statuses, topic) = (row.0.replace(',', ""), row.1.trim_matches('`'));
        let words: Vec<&str> = statuses.split(' ').collect();
        for (index, word) in words.iter().enumerate() {
            let Ok(from) = word.parse::<u16>() else { continue };
            let to = words.get(index + 2).filter(|_| words[index + 1] == "to").map_or(from, |to| to.parse().unwrap());
            documented.extend((from..=to).map(|status| (status, topic)));
        }
    }
    assert!(documented.len() > 20, "{documented:?}");
    for status in 0..1000 {
        let topic = StatusAdvice::of(status).and_then(|advice| advice.topic);
        assert_eq!(topic.map(Topic::as_str), documented.get(&status).copied(), "{status}");
    }
}
