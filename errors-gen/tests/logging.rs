//! What is shown, what is counted, and what is guessed.

use errors_gen::Vendor;
use errors_gen::{CompiledIn as _, ErrorCode, Response, abicart, bonsai, commercetools, dukanext, omnicart};

use crate::corpus;

const DUPLICATE: &str = r#"{"statusCode":400,"message":"A duplicate value 'anna@example.com' exists for field 'email'.",
    "errors":[{"code":"DuplicateField","message":"A duplicate value 'anna@example.com' exists for field 'email'.",
    "field":"email","duplicateValue":"anna@example.com"}]}"#;

#[test]
fn a_sensitive_value_does_not_spill_into_the_next_placeholder() {
    let shown = |message: &str| {
        let body = format!(r#"{{"code":"DuplicateField","message":"{message}"}}"#);
        commercetools::read(400, &body).to_string()
    };
    let ordinary = shown("A duplicate value anna exists for field email.");
    assert_eq!(ordinary, "commercetools 400 DuplicateField: A duplicate value *** exists for field email.");
    let spilling = shown(r"A duplicate value anna exists for field b\u006frg exists for field email.");
    assert_eq!(spilling, "commercetools 400 DuplicateField: A duplicate value *** exists for field ***.");
    assert_eq!(shown("Another wording for anna@a.se"), "commercetools 400 DuplicateField: Another wording for ***");
}

#[test]
fn an_empty_message_leaves_no_colon_behind() {
    let shown = |body: &str| commercetools::read(400, body).to_string();
    assert_eq!(
        shown(r#"{"statusCode":400,"message":"","errors":[{"code":"InvalidInput","message":""}]}"#),
        "commercetools 400 InvalidInput"
    );
    assert_eq!(shown(r#"{"statusCode":400,"message":"","errors":[]}"#), "commercetools 400 without a code");
}

#[test]
fn the_id_of_the_request_is_shown_where_the_vendor_sends_one() {
    let header = |name: &str| name.eq_ignore_ascii_case("x-correlation-id").then_some("shop-1/9f2a");
    let body = r#"{"statusCode":404,"message":"Gone.","errors":[{"code":"ResourceNotFound","message":"Gone."}]}"#;
    let response = commercetools::read_with_headers(404, header, body);
    assert_eq!(response.request_id(), Some("shop-1/9f2a"));
    assert!(response.unmasked().to_string().ends_with(" (request shop-1/9f2a)"), "{}", response.unmasked());
}

#[test]
fn what_is_sensitive_is_not_shown() {
    let response = commercetools::read(400, DUPLICATE);
    let item = response.primary().unwrap();
    let any = Vendor::by_name("commercetools").unwrap().read(400, DUPLICATE);
    let any_item = any.primary().unwrap();
    let owned = commercetools::read(400, DUPLICATE).into_owned();
    let any_owned = Vendor::by_name("commercetools").unwrap().read(400, DUPLICATE).into_owned();
    let shown = [
        format!("{response} {response:#} {response:?} {response:#?}"),
        format!("{item} {item:#} {item:?} {item:#?} {:?}", response.errors()),
        format!("{any} {any:#} {any:?} {any:#?} {:?}", any.errors()),
        format!("{any_item} {any_item:#} {any_item:?} {any_item:#?}"),
        format!("{owned} {owned:#} {owned:?} {owned:#?}"),
        format!("{any_owned} {any_owned:#} {any_owned:?} {any_owned:#?}"),
        format!("{:?} {:?} {:?}", response.context(), response.context().count(), response.label()),
    ];
    let parts = format!("{:?} {:?}", item.fields(), response.parameters());
    for shown in shown.into_iter().chain([parts]) {
        assert!(!shown.contains("anna"), "{shown}");
    }
    let unmasked = [
        format!("{}", response.unmasked()),
        format!("{:?}", response.unmasked()),
        format!("{}", item.unmasked()),
        format!("{:?}", item.unmasked()),
        format!("{}", any.unmasked()),
        format!("{:?}", any_item.unmasked()),
        format!("{}", owned.unmasked()),
        format!("{:?}", any_owned.unmasked()),
    ];
    for shown in unmasked {
        assert!(shown.contains("anna@example.com"), "{shown}");
    }
    // The rest of it is.
    let debug = format!("{item:?}");
    assert!(debug.contains(r#""field": "email", "duplicateValue": ***"#), "{debug}");
}

#[test]
fn what_is_not_sensitive_is_shown() {
    let listed = r#"{"code":"122001","message":"cartId has invalid format"}"#;
    assert_eq!(omnicart::read(400, listed).to_string(), "OmniCart 400 122001: cartId has invalid format");
    let unlisted = r#"{"code":"124999","message":"Something new"}"#;
    assert_eq!(omnicart::read(400, unlisted).to_string(), "OmniCart 400 124999: Something new");
    let without = r#"{"errors":[{"title":"Tax service unavailable","status":500}]}"#;
    assert_eq!(bonsai::read(200, without).to_string(), "Bonsai 200 without a code: Tax service unavailable");
    // A fixed wording of a code with sensitive data holds none of it.
    let fixed = r#"{"jsonrpc":"2.0","id":1,"error":{"code":-32700,"message":"Parse error","data":"a@b.se"}}"#;
    assert_eq!(abicart::read(200, fixed).to_string(), "Abicart 200 -32700: Parse error");
    let free = r#"{"jsonrpc":"2.0","id":1,"error":{"code":-32700,"message":"a@b.se is wrong","data":"a@b.se"}}"#;
    assert_eq!(abicart::read(200, free).to_string(), "Abicart 200 -32700: *** is wrong");
}

#[test]
fn a_line_stays_a_line() {
    let body = r#"{"code":"12\u001b[31m","message":"one\ntwo\u202e\u0007 \"three\" \\ four"}"#;
    let response = omnicart::read(400, body);
    let line = response.to_string();
    assert_eq!(line, r"OmniCart 400 12\u{1b}[31m: one\ntwo\u{202e}\u{7} *** \ four");
    let debug = format!("{response:?}");
    assert!(debug.contains(r#"message: "one\ntwo\u{202e}\u{7} *** \\ four""#), "{debug}");
    let list = r#"{"code":"124999","message":["a","b\r"]}"#;
    assert_eq!(omnicart::read(400, list).to_string(), r"OmniCart 400 124999: a; b\r");
}

#[test]
fn debug_never_holds_bodies_and_stays_short() {
    for (_, bodies) in corpus::all() {
        for body in bodies {
            let bytes = body.bytes();
            for vendor in Vendor::ALL {
                let debug = format!("{:?}", vendor.read(body.status, &bytes));
                assert!(debug.contains(&format!("body: {} bytes", bytes.len())), "{debug}");
                assert!(!debug.contains("Node") && !debug.contains("slots"), "{debug}");
            }
        }
    }
    let items = vec![r#"{"code":"NewCode","message":"m"}"#; 1_000].join(",");
    let body = format!(r#"{{"statusCode":400,"message":"m","errors":[{items}]}}"#);
    let debug = format!("{:?}", commercetools::read(400, &body));
    assert!(debug.len() < 1_000 && debug.contains(".."), "{debug}");
}

#[test]
fn labels_of_compiled_vendors_outlive_the_body() {
    let label: errors_gen::log::Label<'static> = {
        let body = r#"{"code":"124102"}"#.to_owned();
        Vendor::by_name("omnicart").unwrap().read(409, &body).label()
    };
    assert_eq!(label.to_string(), "omnicart.failed_precondition.124102");
}

#[test]
fn labels_are_few() {
    let label = |status: Option<u16>, body: &str| omnicart::read(status, body).label().to_string();
    assert_eq!(label(Some(409), r#"{"code":"124102"}"#), "omnicart.failed_precondition.124102");
    assert_eq!(label(Some(409), r#"{"code":"124999"}"#), "omnicart.failed_precondition.other");
    assert_eq!(label(Some(409), r#"{"code":"anything at all"}"#), "omnicart.aborted.other");
    assert_eq!(label(Some(503), "<html>"), "omnicart.unavailable.ServiceUnavailable");
    assert_eq!(label(Some(500), "<html>"), "omnicart.internal.not_json");
    assert_eq!(label(None, ""), "omnicart.unknown.unrecognized");
    assert_eq!(label(Some(200), r#"{"code":"001001"}"#), "omnicart.ok.succeeded");
    let without = r#"{"errors":[{"title":"Tax service unavailable","status":500}]}"#;
    assert_eq!(bonsai::read(200, without).label().to_string(), "bonsai.internal.none");
    assert_eq!(commercetools::read(200, r#"{"id":"7f"}"#).label().to_string(), "commercetools.ok.succeeded");
    let label = dukanext::read(404, r#"{"status":"failed","code":"SHOP_NOT_FOUND"}"#).label();
    assert_eq!((label.vendor(), label.kind().as_str(), label.code()), ("dukanext", "not_found", "SHOP_NOT_FOUND"));
}

#[test]
fn unlisted_codes_are_told() {
    let body = r#"{"errors":[{"code":"NEW"},{"code":"PRODUCT_UNAVAILABLE"},{"title":"t"},{"code":"N\u0045W2"}]}"#;
    let response = bonsai::read(200, body);
    let codes: Vec<_> = response.unlisted().map(|code| code.to_string()).collect();
    assert_eq!(codes, ["NEW", "NEW2"]);
    assert_eq!(response.unlisted().count(), 2);
}

fn guess(vendor: &str, body: impl AsRef<[u8]>) -> Option<String> {
    let vendor = Vendor::by_name(vendor).unwrap();
    vendor.guess(None, &body).raw_code().map(|code| code.to_string())
}

#[test]
fn the_code_so_far() {
    let some = |code: &str| Some(code.to_owned());
    assert_eq!(guess("omnicart", r#"{"code":"124102","mess"#), some("124102"));
    assert_eq!(guess("omnicart", r#"{"message":"m","code":124102,"#), some("124102"));
    assert_eq!(guess("omnicart", r#"{"message":"m","code":1001}"#), some("001001"), "whole, so no guess");
    // Half a code is none.
    assert_eq!(guess("omnicart", r#"{"code":"1241"#), None);
    for tail in ["", "...", " ", " [cut]", "."] {
        assert_eq!(guess("omnicart", format!(r#"{{"code":1241{tail}"#)), None, "{tail}");
    }
    // Of members with one name the last one counts, also when it is cut.
    assert_eq!(guess("omnicart", r#"{"code":"124102","code":"1241"#), None);
    assert_eq!(guess("omnicart", r#"{"code":"124102","code":"#), None);
    // The cut may have a mark, or be in the middle of a character.
    assert_eq!(guess("omnicart", r#"{"code":"124102","message":"Gr... (truncated)"#), some("124102"));
    assert_eq!(guess("omnicart", b"{\"code\":\"124102\",\"message\":\"Gr\xc3"), some("124102"));
    assert_eq!(guess("omnicart", b"\xef\xbb\xbf{\"code\":\"124102\",\xff\xfe"), some("124102"));
    // Other text may stand before the body.
    assert_eq!(guess("omnicart", r#"2026-11-21 [WARN] body: {"code":"124102","mess"#), some("124102"));
    assert_eq!(guess("omnicart", r#"body={"code":"124102","message":"m"}"#), some("124102"));
    assert_eq!(guess("abicart", r#"<- [ {"id":2,"error":{"code":2031,"message":"m"}}]"#), some("2031"));
    assert_eq!(guess("omnicart", r#"body: {"debug":[{"code":"101001","mess"#), None);
    // What stands in `debug` is not what failed the request.
    assert_eq!(guess("omnicart", r#"{"debug":[{"code":"101001","message":"m"}],"mess"#), None);
    assert_eq!(guess("omnicart", r#"{"debug":[{"code":"101001"}],"code":"122001","#), some("122001"));

    let nested = r#"{"statusCode":400,"errors":[{"message":"m","extensionErrors":[{"code":"Inner","x":"#;
    assert_eq!(guess("commercetools", nested), None);
    let nested = r#"{"statusCode":400,"errors":[{"code":"InvalidInput","errorByExtension":{"code":"Inner","x":"#;
    assert_eq!(guess("commercetools", nested), some("InvalidInput"));
    assert_eq!(guess("commercetools", r#"{"errors":[{"message":"m"},{"code":"InvalidInput","#), None);
    assert_eq!(guess("abicart", r#"[{"jsonrpc":"2.0","id":2,"error":{"code":2031,"mess"#), some("2031"));
    for nothing in ["", "<html>", "nul", "{", "[", "\"code", "{\"code\"", "{\"code\":", "[[[[", "{}}"] {
        for vendor in Vendor::ALL {
            assert_eq!(guess(vendor.name(), nothing), None, "{nothing}");
        }
    }
}

/// Wherever a body is cut: there is no panic, and a code that is guessed was one of its codes. Mostly the primary one.
#[test]
fn guesses_are_codes_of_the_whole_body() {
    fn check<C: ErrorCode>(status: Option<u16>, bytes: &[u8], counts: &mut [usize; 2]) {
        let whole = Response::<C>::read(status, bytes);
        let codes: Vec<_> = whole.errors().filter_map(|item| item.raw_code()).map(|code| code.to_string()).collect();
        let same = C::VENDOR.guess(status, bytes);
        if same.cut_at().is_none() {
            assert_eq!(
                same.raw_code().map(|code| code.to_string()),
                whole.errors().next().and_then(|item| item.raw_code()).map(|code| code.to_string())
            );
        }
        for cut in 0..bytes.len().min(2_000) {
            let guess = Response::<C>::guess(status, &bytes[..cut]);
            assert!(guess.cut_at().is_none_or(|at| at <= cut));
            if let Some(code) = guess.raw_code().filter(|_| !codes.is_empty()) {
                counts[usize::from(!code.is(&codes[0]))] += 1;
            }
        }
    }
    let mut counts = [0, 0];
    for (vendor, bodies) in corpus::all() {
        for body in bodies {
            let (status, bytes) = (body.status, body.bytes());
            match vendor.as_str() {
                "abicart" => check::<abicart::Code>(status, &bytes, &mut counts),
                "bonsai" => check::<bonsai::Code>(status, &bytes, &mut counts),
                "commercetools" => check::<commercetools::Code>(status, &bytes, &mut counts),
                "dukanext" => check::<dukanext::Code>(status, &bytes, &mut counts),
                _ => check::<omnicart::Code>(status, &bytes, &mut counts),
            }
        }
    }
    let [right, wrong] = counts;
    assert!(right > 1_000 && wrong * 20 < right, "{right} right, {wrong} wrong");
}
