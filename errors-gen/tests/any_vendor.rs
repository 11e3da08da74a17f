//! A vendor that is chosen at run time says what the types of that vendor say.

use std::collections::HashSet;

use errors_gen::Vendor;
use errors_gen::{CompiledIn as _, ErrorCode, Response, VENDORS, abicart, bonsai, commercetools, dukanext, omnicart};

use crate::corpus;

#[test]
fn vendors_are_found_by_name() {
    assert_eq!(Vendor::ALL.len(), VENDORS.len());
    for vendor in Vendor::ALL {
        assert_eq!(Vendor::by_name(vendor.name()).map(Vendor::title), Some(vendor.title()));
    }
    for name in ["", "OmniCart", "omnicart ", "nobody"] {
        assert!(Vendor::by_name(name).is_none(), "{name}");
    }
}

/// Every accessor of every code, both ways.
fn codes_agree<C: ErrorCode>() {
    let vendor = C::VENDOR;
    assert_eq!((vendor.name(), vendor.all_codes().len()), (C::VENDOR_NAME, C::ALL.len()));
    for (typed, any) in C::ALL.iter().copied().zip(vendor.all_codes()) {
        assert_eq!(any.typed::<C>(), Some(typed));
        assert_eq!(vendor.code(typed.index()), Some(any));
        assert_eq!(vendor.find(typed.as_str()), Some(any));
        assert_eq!(vendor.find_name(typed.name()), Some(any));
        assert_eq!((any.as_str(), any.name(), any.section()), (typed.as_str(), typed.name(), typed.section()));
        assert_eq!((any.meaning(), any.action(), any.link()), (typed.meaning(), typed.action(), typed.link()));
        assert_eq!((any.kind(), any.retry(), any.audience()), (typed.kind(), typed.retry(), typed.audience()));
        assert_eq!((any.statuses(), any.messages()), (typed.statuses(), typed.messages()));
        assert_eq!((any.fields(), any.sensitive()), (typed.fields(), typed.sensitive()));
        assert_eq!(any.status(), typed.statuses().first().map(|rule| rule.http));
        assert_eq!(any.replaced_by().map(|next| next.vendor().name()), any.replaced_by().map(|_| vendor.name()));
        assert_eq!((any.to_string(), format!("{any:?}")), (typed.to_string(), format!("{}::{typed:?}", vendor.name())));
    }
    assert!(vendor.code(C::ALL.len()).is_none() && vendor.find("no such code").is_none());
}

#[test]
fn every_code_says_the_same_both_ways() {
    codes_agree::<abicart::Code>();
    codes_agree::<bonsai::Code>();
    codes_agree::<commercetools::Code>();
    codes_agree::<dukanext::Code>();
    codes_agree::<omnicart::Code>();
}

#[test]
fn codes_of_different_vendors_are_different() {
    let all: HashSet<_> = Vendor::ALL.iter().flat_map(|vendor| vendor.all_codes()).collect();
    assert_eq!(all.len(), Vendor::ALL.iter().map(|vendor| vendor.all_codes().len()).sum::<usize>());
    let code = Vendor::by_name("omnicart").unwrap().find("124102").unwrap();
    assert_eq!(code.typed::<omnicart::Code>(), Some(omnicart::Code::TimerAlreadyActive));
    assert_eq!(code.typed::<bonsai::Code>(), None);
    let operations: Vec<_> = code.operations().unwrap().map(|operation| operation.key).collect();
    assert_eq!(operations, ["initiate", "modify"]);
    assert!(code.statements().all(|statement| !statement.meaning().is_empty()) && code.statements().count() == 3);
}

/// Every answer to every body, both ways.
fn bodies_agree<C: ErrorCode>() {
    for (_, bodies) in corpus::all() {
        for body in bodies {
            let bytes = body.bytes();
            let typed = Response::<C>::read(body.status, &bytes);
            let any = C::VENDOR.read(body.status, &bytes);
            assert_eq!(any.code().and_then(errors_gen::AnyCode::typed::<C>), typed.code());
            assert_eq!(any.to_string(), typed.to_string());
            assert_eq!(any.unmasked().to_string(), typed.unmasked().to_string());
            assert_eq!(format!("{any:?}"), format!("{typed:?}"));
            assert_eq!((any.kind(), any.audience()), (typed.kind(), typed.audience()));
            assert_eq!((any.retry(), any.action()), (typed.retry(), typed.action()));
            assert_eq!(any.label(), typed.label());
            assert_eq!(any.errors().count(), typed.errors().count());
            for (any, typed) in any.errors().zip(typed.errors()) {
                assert_eq!(any.code().and_then(errors_gen::AnyCode::typed::<C>), typed.code());
                assert_eq!((any.kind(), any.retry()), (typed.kind(), typed.retry()));
                assert_eq!(any.to_string(), typed.to_string());
            }
            let unlisted =
                |codes: Vec<errors_gen::RawCode<'_>>| codes.iter().map(ToString::to_string).collect::<Vec<_>>();
            assert_eq!(unlisted(any.unlisted().collect()), unlisted(typed.unlisted().collect()));
        }
    }
}

#[test]
fn every_body_says_the_same_both_ways() {
    bodies_agree::<abicart::Code>();
    bodies_agree::<bonsai::Code>();
    bodies_agree::<commercetools::Code>();
    bodies_agree::<dukanext::Code>();
    bodies_agree::<omnicart::Code>();
}
