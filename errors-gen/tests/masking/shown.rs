//! What is shown of bodies, fields and errors.

use errors_gen::decide::Attempt;
use errors_gen::{Codes, CompiledIn as _, Response, Vendor, bonsai, commercetools, omnicart};

use super::kiosk;
use super::secrets::everywhere;

#[test]
fn bodies_that_are_no_envelope_are_told_apart() {
    let line = |status: u16, body: &[u8]| commercetools::read(status, body).to_string();
    let html = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";
    for (body, shown) in [
        (html, "HTML page: 502 Bad Gateway"),
        ("\u{feff}\n <HTML lang=en>\n<TITLE id=x>\n Error\n 1020 \n</TITLE>", "HTML page: Error ***"),
        ("<html><title>Access denied for jane@example.org | shop</title>", "HTML page: Access denied for *** | shop"),
        ("<html><body>jane</body></html>", "HTML page"),
        ("<html><title></title>", "HTML page"),
        ("<html><title>Half", "HTML page: Half"),
        ("<html><title", "HTML page"),
        ("", "empty body"),
        (" \r\n\t", "empty body"),
        ("\u{feff}", "empty body"),
        (
            "upstream connect error or disconnect/reset before headers",
            "text: upstream connect error or disconnect/reset before headers",
        ),
        ("no healthy upstream for 10.0.0.17\n\nrequest 4711", "text: no healthy upstream for *** request ***"),
        ("Forbidden: 'jane'", "text: Forbidden: ***"),
        ("\u{1b}[31mred", "text: ***"),
        ("a\u{202e}b", r"text: a\u{202e}b"),
        (
            r#"{"statusCode":409,"message":"jane","errors":[{"code":"ConcurrentModification","mess"#,
            "JSON cut off at byte 83, after the code ConcurrentModification",
        ),
        (r#"{"statusCode":400,"message":"jane"#, "JSON cut off at byte 33"),
        (r#"[{"a":tr"#, "JSON cut off at byte 8"),
        (r#"{"a":"\u12"#, "JSON cut off at byte 10"),
        (r#"{"a":"\"#, "JSON cut off at byte 7"),
        (r#"{"a":-"#, "JSON cut off at byte 6"),
        (r#"{"a":1."#, "JSON cut off at byte 7"),
        ("{ ", "JSON cut off at byte 2"),
        (r#"{"a":1}}"#, "not JSON at byte 7"),
        (r#"{"a" "jane"}"#, "not JSON at byte 5"),
        (r#"{"jane":"roe"}"#, "JSON, but none of the vendor's envelopes"),
        ("\"jane\"", "JSON, but none of the vendor's envelopes"),
        ("4711", "JSON, but none of the vendor's envelopes"),
    ] {
        assert_eq!(line(502, body.as_bytes()), format!("commercetools 502: {shown}"), "{body}");
    }
    assert_eq!(line(404, b""), "commercetools 404: empty body");
    assert_eq!(line(502, b"\x1f\x8b\x08\x00jane"), "commercetools 502: neither JSON nor text at byte 0");
    assert_eq!(line(502, b"Bad gateway \xc3"), "commercetools 502: text: Bad gateway");
    assert_eq!(line(502, b"{\"message\":\"jane \xc3"), "commercetools 502: JSON cut off at byte 17");
    assert_eq!(line(502, "[".repeat(200).as_bytes()), "commercetools 502: JSON nested too deeply at byte 127");
    assert_eq!(omnicart::read(503, "").to_string(), "OmniCart 503 ServiceUnavailable: empty body");
    // Only the start of a long text is shown, and no half a word of it.
    let long = line(500, "word word, ".repeat(1_000).as_bytes());
    assert!(long.ends_with(" …") && long.len() < 130, "{long}");
    let one = line(500, "x".repeat(100_000).as_bytes());
    assert_eq!(one, "commercetools 500: text: ***");
}

#[test]
fn of_a_success_nothing_of_the_body_is_shown() {
    for (vendor, body) in [
        ("omnicart", r#"{"code":"000000","message":"Cart SECRET"}"#),
        ("omnicart", r#"{"message":"SECRET","code":0,"data":{"SECRET":"SECRET"}}"#),
        ("omnicart", r#"{"code":"001001","message":"SECRET","debug":[{"code":"SECRET","message":"SECRET"}]}"#),
        ("abicart", r#"{"jsonrpc":"2.0","id":"SECRET","result":{"a":"SECRET"}}"#),
        ("abicart", r#"[{"id":"SECRET","result":"SECRET"},{"result":{"SECRET":1}}]"#),
        ("dukanext", r#"{"status":"success","message":"SECRET","data":{"code":"SECRET"}}"#),
        ("bonsai", r#"{"data":{"publicId":"SECRET"}}"#),
        ("commercetools", r#"{"data":{"me":"SECRET"}}"#),
    ] {
        let response = Vendor::by_name(vendor).unwrap().read(200, body);
        assert!(!response.is_error(), "{body}");
        assert_eq!(response.to_string(), format!("{} 200: succeeded", response.vendor().title()));
        everywhere(&response, "SECRET", body);
    }
}

#[test]
fn fields_that_the_catalog_wants_are_shown_behind_the_message() {
    kiosk(|vendor| {
        let line = |item: &str| {
            let body = format!(r#"{{"errors":[{item}],"note":"anna"}}"#);
            let response = vendor.read(409, &body);
            everywhere(&response, "anna", &body);
            response.to_string()
        };
        for (item, shown) in [
            (r#"{"code":"ODD_BUYER","message":"m"}"#, "m"),
            (r#"{"code":"ODD_BUYER","message":"m","sku":"M-1 a","amount":12345}"#, "m (sku: M-1 a, amount: 12345)"),
            (r#"{"code":"ODD_BUYER","message":"m","amount":"12345"}"#, "m (amount: ***)"),
            (r#"{"code":"ODD_BUYER","message":"m","owner":"anna","sku":"x anna y"}"#, "m (owner: ***, sku: x *** y)"),
            (r#"{"code":"ODD_BUYER","message":"m","sku":"a\nb\u202e"}"#, r"m (sku: a\nb\u{202e})"),
            (
                r#"{"code":"ODD_BUYER","message":"m","sku":["anna"],"list":["anna"]}"#,
                "m (sku: Json(a list, 8 bytes), list: Json(a list, 8 bytes))",
            ),
            (r#"{"code":"ODD_BUYER","message":"m","sku":null}"#, "m"),
            (r#"{"code":"ODD_BUYER","message":"m anna","buyer":{"name":"anna","anna":1}}"#, "m ***"),
            (r#"{"code":"ODD_BUYER","message":"m anna","tags":{"anna":"x"}}"#, "m ***"),
            (r#"{"code":"ODD_BUYER","message":"m","detail":{"sku":"inside"},"sku":"outside"}"#, "m (sku: inside)"),
        ] {
            assert_eq!(line(item), format!("Kiosk 409 ODD_BUYER: {shown}"), "{item}");
        }
        // What every error may have, with an unlisted code and without one.
        assert_eq!(
            line(r#"{"code":"NEW","message":"m","trace":"t-1","owner":"anna"}"#),
            "Kiosk 409 NEW: m (trace: t-1, owner: ***)"
        );
        assert_eq!(
            line(r#"{"message":"m of anna","trace":"t-1","owner":"anna"}"#),
            "Kiosk 409 without a code: m of *** (trace: t-1, owner: ***)"
        );
        assert_eq!(line(r#"{"code":"UNKNOWN_BUYER","trace":"t-1"}"#), "Kiosk 409 UNKNOWN_BUYER (trace: t-1)");
    });
}

#[test]
fn errors_about_fields_show_what_looks_harmless() {
    let error = |value: &str| {
        let body = format!(
            r#"{{"statusCode":400,"message":"m","errors":[{{"code":"ConcurrentModification","message":"m","currentVersion":{value}}}]}}"#
        );
        let Some(commercetools::Detail::ConcurrentModification(detail)) = commercetools::read(400, &body).detail()
        else {
            panic!("{body}")
        };
        let error = detail.current_version().unwrap_err();
        assert_eq!(error.value().map(|value| value.len() <= 32), Some(true));
        assert!(!format!("{error:?}").contains("anna"));
        error.to_string().strip_prefix("`currentVersion`: expected a 64-bit integer, found ").unwrap().to_owned()
    };
    assert_eq!(error(r#""five""#), r#"a string ("five")"#);
    assert_eq!(error(r#""anna@example.com""#), r#"a string ("***")"#);
    assert_eq!(error("1.5"), "a number (***)");
    assert_eq!(error("true"), "a boolean (true)");
    assert_eq!(error(r#"{"anna":1}"#), "an object");
    assert_eq!(error(r#"["anna"]"#), "a list");
    assert_eq!(error(&format!("\"{}anna@example.com\"", "a".repeat(20))), "a string");
}

#[test]
fn fields_that_every_error_may_have_are_typed() {
    let body = r#"{"errors":[{"code":"NEW","title":"t","detail":{"publicId":"p"}},{"title":"t","detail":7},{"code":"OUT_OF_STOCK"}]}"#;
    let response = bonsai::read(400, body);
    let details: Vec<_> = response.errors().map(|error| error.item_fields().detail()).collect();
    let [Ok(Some(first)), Ok(Some(_)), Ok(None)] = details.as_slice() else { panic!("{details:?}") };
    assert!(matches!(first, bonsai::types::ErrorDetail::Variant(_)), "{first:?}");
}

#[test]
fn an_owned_error_says_what_to_do() {
    fn same<'t, C: Codes<'t>>(response: &Response<'_, C>) {
        let owned = response.clone().into_owned();
        assert_eq!(
            (owned.kind(), owned.retry(), owned.audience()),
            (response.kind(), response.retry(), response.audience())
        );
        assert_eq!(
            (owned.action(), owned.label(), owned.outcome()),
            (response.action(), response.label(), response.outcome())
        );
        let attempt = Attempt::new().method("POST");
        assert_eq!(owned.decide(&attempt), response.decide(&attempt));
        assert_eq!(owned.message(), response.message());
        assert_eq!(owned.raw_code().map(|code| code.to_string()), response.raw_code().map(|code| code.to_string()));
    }
    let body = r#"{"code":"124102","message":"m"}"#;
    same(&omnicart::read(409, body));
    same(&Vendor::by_name("omnicart").unwrap().read(409, body));
    same(&omnicart::read(503, ""));
    same(&omnicart::read(200, r#"{"code":"000000"}"#));
}
