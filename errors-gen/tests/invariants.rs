//! What holds of the tables of all vendors.

use std::collections::{BTreeMap, BTreeSet};

use errors_gen::Vendor;
use errors_gen::table::{CodeForm, Part};
use errors_gen::{ErrorCode, Kind, VENDORS};
use errors_gen::{abicart, bonsai, commercetools, dukanext, omnicart};

fn vendor(name: &str) -> &'static Vendor<'static> {
    VENDORS.iter().find(|vendor| vendor.name() == name).expect("a vendor of this name")
}

#[test]
fn every_vendor_has_as_many_codes_as_its_sources() {
    let pages: BTreeMap<String, usize> = serde_yaml::from_str(include_str!("pages.yaml")).expect("counts");
    assert!(pages.len() >= 5);
    for (name, codes) in pages {
        assert_eq!(
            vendor(&name).table().codes.wire.len(),
            codes,
            "{name}; if its page has changed, so does pages.yaml"
        );
    }
}

#[test]
fn sections_operations_and_transport_errors_are_those_of_the_pages() {
    let sections: Vec<_> = VENDORS.iter().map(|vendor| vendor.table().sections.len()).collect();
    assert_eq!(vendor("dukanext").table().sections.len(), 16, "{sections:?}");
    assert_eq!(vendor("dukanext").table().sections[3], "Search");
    let statuses = |name| vendor(name).table().reader.transport.iter().map(|error| error.http).collect::<Vec<_>>();
    assert_eq!(statuses("abicart"), [400, 401, 405]);
    assert_eq!(statuses("omnicart"), [503]);
    assert_eq!(omnicart::Operation::ALL.len(), 6);
}

#[test]
fn each_call_of_omnicart_answers_its_codes_with_their_statuses() {
    let pairs: usize = omnicart::Operation::ALL.iter().map(|operation| operation.codes().len()).sum();
    assert_eq!(pairs, 149);
    let mut by_status = BTreeMap::new();
    for operation in omnicart::Operation::ALL {
        for code in operation.codes() {
            *by_status.entry(code.status_for(*operation)).or_insert(0) += 1;
        }
    }
    // Counted on the vendor's page, row by row.
    let expected = [(None, 11), (Some(200), 14), (Some(201), 3), (Some(400), 89), (Some(401), 6), (Some(404), 6)];
    let expected = expected.into_iter().chain([(Some(405), 6), (Some(409), 8), (Some(500), 6)]);
    assert_eq!(by_status, expected.collect());
}

#[test]
fn statuses_of_single_codes() {
    use commercetools::Code;
    let statuses = |code: Code| code.statuses().iter().map(|status| status.http).collect::<Vec<_>>();
    assert_eq!(statuses(Code::ExternalOAuthFailed), [502, 504]);
    assert_eq!(statuses(Code::ConcurrentModification), [409]);
    assert_eq!(bonsai::Code::DuplicateExternalOrder.status(), Some(200));
    assert_eq!(dukanext::Code::DownloadFileMissing.status(), Some(500));
    assert!(abicart::Code::ALL.iter().all(|code| code.status().is_none()));
    assert_eq!(Code::with_status(404), [Code::ResourceNotFound, Code::NoMatchingProductDiscountFound]);
}

/// The codes of a vendor, with everything that holds of each.
fn codes_are_sound<C: ErrorCode>() {
    let vendor = C::VENDOR;
    assert_eq!(C::ALL.len(), vendor.table().codes.wire.len());
    for (index, code) in C::ALL.iter().enumerate() {
        let shown = format!("{} {code}", vendor.name());
        assert_eq!(code.index(), index, "{shown}");
        assert_eq!(C::from_index(index), Some(*code), "{shown}");
        assert_eq!(C::READER.lookup.find(C::READER.wire, code.as_str()), Some(index), "{shown}");
        assert_eq!(C::READER.lookup.find(C::READER.wire, &format!("{code} ")), None, "{shown}");
        assert_eq!((code.to_string().as_str(), format!("{code:?}").as_str()), (code.as_str(), code.name()));
        for text in [code.meaning(), code.action(), code.retry().reason] {
            assert!(text.ends_with('.') && text.trim() == text, "{shown}: {text:?}");
        }
        assert!(code.link().starts_with("https://"), "{shown}");
        assert!(vendor.table().sections.contains(&code.section()), "{shown}");
        assert!(code.statuses().iter().all(|status| (100..600).contains(&status.http)), "{shown}");
        for wording in vendor.table().codes.messages[index] {
            let mut names = BTreeSet::new();
            for part in wording.parts {
                match part {
                    Part::Literal(text) => assert!(!text.is_empty(), "{shown}"),
                    Part::Hole(name) => assert!(names.insert(*name), "{shown}: {name} stands twice"),
                    Part::Again(name) => assert!(names.contains(name), "{shown}: {name} has not stood before"),
                }
            }
            let neighbors =
                wording.parts.windows(2).filter(|pair| !pair.iter().any(|part| matches!(part, Part::Literal(_))));
            assert_eq!(neighbors.count(), 0, "{shown}: two holes without text between them");
        }
    }
    assert_eq!(C::READER.lookup.find(C::READER.wire, ""), None);
    assert_eq!(C::from_index(C::ALL.len()), None);
}

#[test]
fn codes_of_every_vendor_are_sound() {
    codes_are_sound::<abicart::Code>();
    codes_are_sound::<bonsai::Code>();
    codes_are_sound::<commercetools::Code>();
    codes_are_sound::<dukanext::Code>();
    codes_are_sound::<omnicart::Code>();
}

#[test]
fn placeholders_are_the_pages() {
    use commercetools::Code;
    let names = |code: Code| {
        let holes = code.messages().iter().flat_map(|wording| wording.parts);
        holes.filter_map(|part| if let Part::Hole(name) = part { Some(*name) } else { None }).collect::<Vec<_>>()
    };
    let page = ["resourceId", "expectedVersion", "currentVersion"];
    let connect = ["resourceId", "resourceKey", "expectedVersion", "currentVersion"];
    assert_eq!(names(Code::ConcurrentModification), [&page[..], &connect[..]].concat());
    assert_eq!(names(Code::InvalidItemShippingDetails), ["subject", "itemId", "itemQuantity", "quantitySum"]);
    assert_eq!(Code::AssociateMissingPermission.messages().len(), 3);
    let total: usize = vendor("commercetools").table().codes.messages.iter().map(|messages| messages.len()).sum();
    assert_eq!(total, 149);
    let omnicart = omnicart::Code::ValueOutOfPermittedRange.messages();
    assert_eq!(omnicart[0].text, "{0} value {1} is out of permitted range, item(s): [{list}]");
}

#[test]
fn success_and_kind_agree() {
    for code in omnicart::Code::ALL {
        let succeeded = code.outcome() == Some(omnicart::Outcome::Succeeded);
        assert_eq!(succeeded, code.kind() == Kind::Ok, "{code}");
    }
}

#[test]
fn classes_tell_of_unlisted_ones_too() {
    assert_eq!(omnicart::Subcategory::of("133999").map(omnicart::Subcategory::digits), Some("33"));
    assert_eq!(omnicart::Subcategory::of("1339"), None);
    assert_eq!(abicart::Range::of(-32050).map(abicart::Range::bounds), Some((-32099, -32000)));
    assert_eq!(abicart::Range::of(-32600).map(abicart::Range::bounds), Some((-32760, -32000)));
    assert_eq!(abicart::Range::of(2999), abicart::Code::NotBuyable.range());
    assert_eq!(abicart::Range::of(4000), None);
    for vendor in VENDORS {
        if let CodeForm::Digits { width, .. } = vendor.form() {
            assert!(vendor.table().codes.wire.iter().all(|code| code.len() == usize::from(width)), "{}", vendor.name());
        }
    }
}

#[test]
fn advice_that_the_pages_state_is_theirs() {
    use commercetools::Code;
    use errors_gen::Advice;
    for (code, advice) in [
        (Code::BadGateway, Advice::Backoff),
        (Code::OverCapacity, Advice::Backoff),
        (Code::PendingOperation, Advice::Backoff),
        (Code::LockedField, Advice::AfterWait),
        (Code::General, Advice::VerifyFirst),
        (Code::ConcurrentModification, Advice::AfterRefresh),
    ] {
        assert_eq!((code.retry().advice, code.retry().stated), (advice, true), "{code}");
    }
    for code in dukanext::Code::with_status(429) {
        // Waiting does not make a used-up one-time code valid: the page says to request a new one.
        let used_up = *code == dukanext::Code::TooManyVerifyAttempts;
        let advice = if used_up { Advice::AfterFix } else { Advice::AfterWait };
        assert_eq!(code.retry().advice, advice, "{code}");
    }
    assert!(dukanext::Code::TooManyVerifyAttempts.retry().stated);
    for order_exists in [omnicart::Code::CartAlreadyExists.retry(), bonsai::Code::DuplicateExternalOrder.retry()] {
        assert_eq!(order_exists.advice, Advice::Never);
    }
    assert_eq!(dukanext::Code::PaymentLinkInvalid.retry().advice, Advice::VerifyFirst);
}
