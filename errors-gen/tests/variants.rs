//! Rows that mean different things by status or by wording.

use errors_gen::load::Arena;
use errors_gen::{Advice, Audience, Effect, Kind, Vendor, bonsai};

const CATALOG: &str = r#"
vendor: kiosk
title: Kiosk
sources: [https://example.com/kiosk]
reviewed: 2026-11-30
code: text
classes:
  - { at: verdict, outranks: code, values: { final: { retry: never } } }
defaults: { audience: developer, action: Look at the request., retry: after_fix, kind: invalid_argument, topic: value_invalid }
envelopes:
  - name: list
    items: [{ at: "$.errors[*]", code: code, message: message, item_status: status }]
sections:
  - title: All
    codes:
      GONE:
        status: [404, 409, 410]
        item_status: [404, 410]
        message: ["{sku} is gone", Gone]
        sensitive: [sku]
        meaning: The item is gone.
        variants:
          - { http: 409, message: "{sku} is sold to {who}", meaning: It was sold., kind: aborted, topic: version_conflict, audience: customer }
          - { message: [Gone, "Moved to {place}"], meaning: It moved., retry: after_refresh }
          - { http: 410, meaning: It is gone for good., retry: never, action: Take it out. }
      OTHER: { status: 410, meaning: Another thing. }
"#;

/// What is said of the only error of a body that came with this status.
fn judged(status: u16, members: &str) -> (String, Kind, Advice, Audience, String) {
    let catalog = errors_codegen::read_text("kiosk", CATALOG).unwrap();
    let arena = Arena::new();
    let vendor = Vendor::new(arena.load(&catalog).unwrap());
    let body = format!(r#"{{"errors": [{{{members}}}]}}"#);
    let response = vendor.read(status, &body);
    let error = response.primary().unwrap();
    let meaning = error.meaning().unwrap_or_default().to_owned();
    (meaning, *error.kind(), error.retry().advice, *error.audience(), (*error.action()).to_owned())
}

#[test]
fn the_first_variant_that_fits_counts() {
    let gone = |status, more: &str| judged(status, &format!(r#""code": "GONE"{more}"#));
    let row =
        ("The item is gone.", Kind::InvalidArgument, Advice::AfterFix, Audience::Developer, "Look at the request.");
    let is = |read: (String, Kind, Advice, Audience, String), wanted: (&str, Kind, Advice, Audience, &str)| {
        assert_eq!((read.0.as_str(), read.1, read.2, read.3, read.4.as_str()), wanted);
    };
    is(gone(404, ""), row);
    is(gone(500, r#", "message": "mug is gone""#), row);
    // Both the status and the wording.
    let sold = r#", "message": "mug is s\u006fld to Ada""#;
    is(gone(409, sold), ("It was sold.", Kind::Aborted, row.2, Audience::Customer, row.4));
    is(gone(404, sold), row);
    is(gone(409, r#", "message": "mug is gone""#), row);
    // The wording alone, whatever the status; it comes before the one of the status.
    for (status, message) in [(404, "Gone"), (410, "Moved to aisle 5"), (500, "Gone")] {
        let read = gone(status, &format!(r#", "message": "{message}""#));
        is(read, ("It moved.", row.1, Advice::AfterRefresh, row.3, row.4));
    }
    // The status alone: the item's own outranks the response's.
    let for_good = ("It is gone for good.", row.1, Advice::Never, row.3, "Take it out.");
    is(gone(410, ""), for_good);
    is(gone(200, r#", "status": 410"#), for_good);
    is(gone(410, r#", "status": "404""#), row);
    // Another code, and one that nobody lists, have none.
    is(judged(410, r#""code": "OTHER""#), ("Another thing.", row.1, row.2, row.3, row.4));
    assert_eq!(judged(410, r#""code": "NEW""#).0, "");
    // What outranks the code outranks its variants.
    assert_eq!(gone(404, r#", "message": "Gone", "verdict": "final""#).2, Advice::Never);
}

#[test]
fn wordings_of_variants_are_wordings_of_the_code() {
    let catalog = errors_codegen::read_text("kiosk", CATALOG).unwrap();
    let arena = Arena::new();
    let vendor = Vendor::new(arena.load(&catalog).unwrap());
    let body = r#"{"errors": [{"code": "GONE", "message": "mug-4711 is sold to Ada"}]}"#;
    let response = vendor.read(409, body);
    assert_eq!(response.parameters().unwrap().get("who").unwrap(), "Ada");
    assert_eq!(response.to_string(), "Kiosk 409 GONE: *** is sold to Ada");
}

#[test]
fn a_declined_payment_is_not_a_failing_gateway() {
    let read = |status: u16| {
        let body = format!(r#"{{"errors": [{{"code": "STRIPE_ERROR", "status": {status}, "title": "Stripe"}}]}}"#);
        let response = bonsai::read(status, &body);
        (response.retry().advice, response.retry().effect)
    };
    assert_eq!(read(402), (Advice::AfterFix, Effect::None));
    assert_eq!(read(500), (Advice::VerifyFirst, Effect::Unknown));
}
