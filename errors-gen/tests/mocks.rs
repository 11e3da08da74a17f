//! A mock server's responses: all that a vendor documents, and nothing that reads as something else.

use std::collections::BTreeSet;

use errors_gen::decide::{Attempt, Next};
use errors_gen::load::Arena;
use errors_gen::write::{every_code, every_error};
use errors_gen::{AnyCode, VENDORS, Vendor, commercetools, dukanext, omnicart};

#[test]
fn every_code_has_a_response_for_each_status_and_wording() {
    for vendor in VENDORS {
        let mocks: Vec<_> = every_code(vendor).collect();
        let mut rest = mocks.iter();
        for code in vendor.all_codes() {
            let statuses: BTreeSet<u16> = code.statuses().iter().map(|rule| rule.http).collect();
            let expected = statuses.len().max(1) * code.messages().len().max(1);
            let own: Vec<_> = rest.by_ref().take(expected).collect();
            assert!(own.len() == expected && own.iter().all(|mock| mock.code == Some(code)), "{code:?}");
            let sent: BTreeSet<u16> = own.iter().map(|mock| mock.status).collect();
            assert_eq!(sent, if statuses.is_empty() { BTreeSet::from([200]) } else { statuses }, "{code:?}");
            for mock in &own {
                let response = mock.read(*vendor);
                let item = response.errors().next().unwrap();
                assert_eq!(item.code(), Some(code), "{mock:?}");
                assert_eq!(item.parameters().is_some(), !code.messages().is_empty(), "{mock:?}");
            }
            let bodies: BTreeSet<_> = own.iter().map(|mock| (mock.status, &mock.body)).collect();
            assert_eq!(bodies.len(), expected, "{code:?}: each differs");
        }
        assert_eq!(rest.next(), None);
    }
}

#[test]
fn every_error_is_one_and_none_is_missing() {
    for vendor in VENDORS {
        let mut seen = BTreeSet::new();
        for mock in every_error(vendor) {
            let response = mock.read(*vendor);
            assert!(response.is_error(), "{mock:?}");
            assert_ne!(response.decide(&Attempt::new().method("GET")).next, Next::Nothing, "{mock:?}");
            seen.insert(mock.code.map_or_else(|| mock.status.to_string(), |code| code.to_string()));
        }
        let successes = every_code(vendor).filter(|mock| !mock.read(*vendor).is_error());
        seen.extend(successes.filter_map(|mock| mock.code).map(|code| code.to_string()));
        let documented = vendor.all_codes().map(AnyCode::as_str).map(str::to_owned);
        let without_code = vendor.table().reader.transport.iter().map(|error| error.http.to_string());
        assert_eq!(seen, documented.chain(without_code).collect(), "{}", vendor.name());
    }
}

#[test]
fn successes_are_no_errors() {
    let code = |mock: &errors_gen::write::MockResponse<'_>| mock.code.map(|code| code.as_str().to_owned());
    let success = omnicart::Code::Success.as_str();
    assert!(every_code(&omnicart::VENDOR).any(|mock| code(&mock).as_deref() == Some(success)));
    assert!(!every_error(&omnicart::VENDOR).any(|mock| code(&mock).as_deref() == Some(success)));
    assert!(every_error(&dukanext::VENDOR).count() > 1);
}

#[test]
fn documented_fields_can_be_read_typed() {
    let mock = every_code(&commercetools::VENDOR)
        .find(|mock| mock.code.and_then(AnyCode::typed) == Some(commercetools::Code::ConcurrentModification))
        .unwrap();
    let response = commercetools::read(mock.status, &mock.body);
    let Some(commercetools::Detail::ConcurrentModification(detail)) = response.detail() else { panic!("{mock:?}") };
    assert_eq!(detail.current_version(), Ok(Some(1)));
}

#[test]
fn a_wait_that_the_response_has_to_name_is_named() {
    let catalog = |wait: &str, more: &str| {
        format!(
            "vendor: shop\ntitle: Shop\nsources: [https://example.com]\nreviewed: 2026-11-21\ncode: text\nenvelopes:\n  \
             - name: error\n    items: [{{ at: $.error, code: code, message: message }}]\nsections:\n  - title: All\n    \
             codes:\n      BUSY:\n        status: 503\n        kind: unavailable\n        topic: service_unavailable\n        \
             audience: developer\n        meaning: The shop is busy.\n        action: Try again later.\n        \
             retry: after_wait\n        because: It passes.\n        wait: {wait}\n{more}"
        )
    };
    let field = "        fields:\n          pause: { type: integer, meaning: How long. }\n";
    for (wait, more) in [
        ("{ header: X-Wait }", ""),
        ("{ field: pause }", field),
        ("{ parameter: pause }", "        message: \"Wait {pause} seconds\"\n"),
    ] {
        let text = catalog(wait, more);
        let model = errors_codegen::read_text("shop", &text).unwrap_or_else(|findings| panic!("{findings}"));
        let arena = Arena::new();
        let vendor = Vendor::new(arena.load(&model).unwrap());
        let mock = every_error(&vendor).next().unwrap();
        let decision = mock.read(vendor).decide(&Attempt::new().method("GET"));
        assert_eq!(decision.next, Next::RetryAfter(std::time::Duration::from_secs(1)), "{wait}: {mock:?}");
    }
}
