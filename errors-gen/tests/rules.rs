//! The reading rules, as far as a list of bodies does not show them.

use errors_gen::json::{Json, JsonKind};
use errors_gen::{Outcome, abicart, bonsai, commercetools, dukanext, omnicart};

/// A body of `count` errors, each with a message that tells its place.
fn many(count: usize) -> String {
    let items: Vec<_> = (0..count)
        .map(|index| format!(r#"{{"code":"InvalidField","message":"m{index}","field":"f{index}"}}"#))
        .collect();
    format!(r#"{{"statusCode":400,"message":"m0","errors":[{}]}}"#, items.join(", "))
}

#[test]
fn every_item_is_given_in_order_however_many_there_are() {
    for count in [1, 2, 5, 6, 7, 8, 20, 1_000] {
        let body = many(count);
        let response = commercetools::read(400, &body);
        let messages: Vec<_> = response.errors().map(|error| error.message().unwrap().to_string()).collect();
        let expected: Vec<_> = (0..count).map(|index| format!("m{index}")).collect();
        assert_eq!(messages, expected);
        assert!(response.errors().all(|error| error.code() == Some(commercetools::Code::InvalidField)));
        let fields: Vec<_> = response.errors().map(|error| error.json().get("field").unwrap().to_string()).collect();
        assert_eq!(fields[count - 1], format!("\"f{}\"", count - 1));
    }
}

#[test]
fn the_top_level_item_comes_first_wherever_it_stands_and_however_long_the_list() {
    for count in [0, 1, 5, 6, 7, 30] {
        let debug: Vec<_> =
            (0..count).map(|index| format!(r#"{{"code":"12100{}","message":"d{index}"}}"#, index % 10)).collect();
        let debug = debug.join(",");
        for body in [
            format!(r#"{{"debug":[{debug}],"message":"top","code":"121101"}}"#),
            format!(r#"{{"code":"121101","message":"top","debug":[{debug}]}}"#),
        ] {
            let response = omnicart::read(400, &body);
            let messages: Vec<_> = response.errors().map(|error| error.message().unwrap().to_string()).collect();
            let expected: Vec<_> =
                std::iter::once("top".to_owned()).chain((0..count).map(|index| format!("d{index}"))).collect();
            assert_eq!(messages, expected, "{body}");
            assert!(response.is("121101"));
        }
    }
}

#[test]
fn a_list_given_twice_counts_once_also_when_it_is_long() {
    for (first, last) in [(1, 2), (2, 1), (9, 3), (3, 9), (12, 12), (9, 0)] {
        let list = |prefix: &str, count: usize| {
            let items: Vec<_> =
                (0..count).map(|index| format!(r#"{{"code":"X","message":"{prefix}{index}"}}"#)).collect();
            items.join(",")
        };
        let body = format!(r#"{{"errors":[{}],"data":{{}},"errors":[{}]}}"#, list("old", first), list("new", last));
        assert_eq!(bonsai::read(400, &body).errors().count(), last, "{body}");
        let response = commercetools::read(400, &body);
        let messages: Vec<_> = response.errors().map(|error| error.message().unwrap().to_string()).collect();
        assert_eq!(messages, (0..last).map(|index| format!("new{index}")).collect::<Vec<_>>());
    }
}

#[test]
fn numbers_and_lone_surrogates_keep_their_text() {
    let body = r#"{"status":"failed","code":12345678901234567890123456789.50e-7,"message":"a\ud83db"}"#;
    let response = dukanext::read(None, body);
    assert_eq!(response.raw_code().unwrap().to_string(), "12345678901234567890123456789.50e-7");
    let text = response.message().unwrap().text().unwrap();
    assert_eq!((text.to_string().as_str(), text.raw()), ("a\u{fffd}b", r"a\ud83db"));
}

#[test]
fn what_stands_in_the_wrong_place_is_still_there() {
    let body =
        r#"{"errors":[null,["text"],7,{"code":{"nested":"X"},"message":["a"],"id":[1]}],"extra":{"trace":"t-1"}}"#;
    let response = commercetools::read(400, body);
    assert_eq!(response.errors().count(), 1);
    let error = response.primary().unwrap();
    assert!(error.raw_code().is_none());
    assert_eq!(error.json().get("code").unwrap().get("nested").unwrap().text().unwrap(), "X");
    let json = response.json().unwrap();
    assert_eq!(
        json.get("errors").unwrap().elements().map(Json::kind).collect::<Vec<_>>(),
        [JsonKind::Null, JsonKind::List, JsonKind::Number, JsonKind::Object]
    );
    assert_eq!(json.get("extra").unwrap().get("trace").unwrap().to_string(), r#""t-1""#);
    assert_eq!(response.body(), body.as_bytes());
}

#[test]
fn the_response_outranks_the_table() {
    let body = r#"{"statusCode":400,"message":"m","errors":[{"code":"ResourceNotFound","message":"m"}]}"#;
    let response = commercetools::read(400, body);
    let code = response.code().unwrap();
    assert_eq!((response.status(), code.status()), (Some(400), Some(404)));
}

#[test]
fn a_batch_keeps_the_calls_apart() {
    let body = r#"[{"id":1,"result":{}},{"id":"b","error":{"code":1006,"message":"Forbidden"}},{"id":null,"error":{"code":"9003"}},5]"#;
    let response = abicart::read(200, body);
    assert_eq!(response.outcome(), Outcome::Partial);
    let ids: Vec<_> = response.errors().map(|error| error.id().map(|id| id.to_string())).collect();
    assert_eq!(ids, [Some("\"b\"".to_owned()), None, None]);
    let codes: Vec<_> = response.errors().map(|error| error.code()).collect();
    assert_eq!(codes, [Some(abicart::Code::Forbidden), Some(abicart::Code::ObjectNotFound), None]);
}

#[test]
fn any_bytes_and_any_status_can_be_read() {
    for status in [None, Some(0), Some(99), Some(204), Some(u16::MAX)] {
        for body in [&b""[..], b"\xef\xbb\xbf", b"\xff\xfe", b" \n", b"null", b"\"", b"{", b"[[[[", b"\0"] {
            let response = abicart::read(status, body);
            let _ = (response.to_string(), response.code(), response.errors().count(), response.json());
            assert_eq!(response.status(), status);
        }
    }
}
