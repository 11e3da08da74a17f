//! What classes say of errors, listed or not: of codes that begin alike, and of members beside the code.

use errors_gen::decide::Basis::{self, Class, Code, Nothing, Status};
use errors_gen::load::Arena;
use errors_gen::{Advice, Audience, Kind, Outcome, Vendor};

use crate::corpus;

/// A judgement with what it rests on: kind, advice, audience.
type Judged = ((Kind, Basis), (Advice, Basis), (Audience, Basis));

/// Reads bodies of the shape with a category beside the code.
fn with_category(check: impl FnOnce(&dyn Fn(Option<u16>, &str) -> (Outcome, Judged))) {
    let vendors = errors_codegen::read_files(&[corpus::tests().join("shapes/category.yaml")]).unwrap();
    let arena = Arena::new();
    let vendor = Vendor::new(arena.load(&vendors[0]).unwrap());
    check(&|status, body| {
        let response = vendor.read(status, body);
        let error = response.errors().next().unwrap();
        let (kind, retry, audience) = (error.kind(), error.retry(), error.audience());
        let judged = ((*kind, kind.basis), (retry.advice, retry.basis), (*audience, audience.basis));
        (response.outcome(), judged)
    });
}

fn error(members: &str) -> String {
    format!(r#"{{"error": {{"category": "NONE", {members}}}}}"#)
}

#[test]
fn the_longer_prefix_says_more() {
    with_category(|read| {
        let order = read(None, &error(r#""code": "ORD999""#)).1;
        let said = (Kind::FailedPrecondition, Advice::AfterFix, Audience::Merchant);
        assert_eq!(order, ((said.0, Class), (said.1, Class), (said.2, Class)));
        let locked = read(None, &error(r#""code": "ORD015X""#)).1;
        assert_eq!(locked, ((Kind::Aborted, Class), (Advice::AfterWait, Class), (Audience::Merchant, Class)));
        // The prefix is compared after unescaping, and with nothing but the start of the code.
        assert_eq!(read(None, &error(r#""code": "\u004fRD015X""#)).1, locked);
        assert_eq!(read(None, &error(r#""code": "XORD015""#)).1.0, (Kind::Unknown, Nothing));
        // A listed code speaks for itself.
        assert_eq!(read(Some(404), &error(r#""code": "ORD001""#)).1.0, (Kind::NotFound, Code));
    });
}

#[test]
fn a_member_beside_the_code_tells() {
    with_category(|read| {
        let outage = (Kind::Unavailable, Class);
        for body in [
            r#"{"errors": [{"code": "NEW", "category": "OUTAGE"}]}"#,
            r#"{"errors": [{"group": "OUT\u0041GE", "code": "NEW"}]}"#,
            r#"{"errors": [{"code": "NEW", "category": null, "group": "OUTAGE"}]}"#,
            r#"{"errors": [{"category": "OUTAGE", "message": "no code"}]}"#,
            r#"{"errors": [{"category": "VALIDATION", "category": "OUTAGE"}]}"#,
        ] {
            assert_eq!(read(Some(400), body).1.0, outage, "{body}");
        }
        for body in [
            r#"{"errors": [{"code": "NEW", "category": "outage"}]}"#,
            r#"{"errors": [{"code": "NEW", "category": {"OUTAGE": 1}}]}"#,
            r#"{"errors": [{"code": "NEW", "nested": {"category": "OUTAGE"}}]}"#,
            r#"{"category": "OUTAGE", "errors": [{"code": "NEW"}]}"#,
        ] {
            assert_eq!(read(Some(400), body).1.0, (Kind::InvalidArgument, Status), "{body}");
        }
        // What the code begins with comes first, each question on its own.
        let both = read(Some(503), r#"{"errors": [{"category": "OUTAGE", "code": "ORD9"}]}"#).1;
        assert_eq!(both.0, (Kind::FailedPrecondition, Class));
    });
}

#[test]
fn a_class_can_outrank_the_code_and_a_code_can_defer_to_it() {
    with_category(|read| {
        let stolen = read(Some(402), &error(r#""code": "DECLINED", "issuer": {"verdict": "stolen"}"#)).1;
        assert_eq!(stolen.0, (Kind::PermissionDenied, Class));
        assert_eq!(stolen.1, (Advice::Never, Class));
        // What it leaves out the code says; a number is its text.
        let vague = read(Some(402), &error(r#""code": "DECLINED", "issuer": {"verdict": "05"}"#)).1;
        assert_eq!(vague.0, (Kind::FailedPrecondition, Code));
        assert_eq!(vague.2, (Audience::Customer, Class));
        let unknown = read(Some(402), &error(r#""code": "DECLINED", "issuer": {"verdict": "lost"}"#)).1;
        assert_eq!(unknown.0, (Kind::FailedPrecondition, Code));

        let deferred = read(Some(500), r#"{"error": {"code": "UNSPECIFIED", "category": "OUTAGE"}}"#).1;
        assert_eq!((deferred.0, deferred.1), ((Kind::Unavailable, Class), (Advice::Backoff, Class)));
        let alone = read(Some(500), &error(r#""code": "UNSPECIFIED""#)).1;
        assert_eq!((alone.0, alone.1), ((Kind::Unknown, Code), (Advice::VerifyFirst, Code)));
    });
}

#[test]
fn a_class_can_be_a_note() {
    with_category(|read| {
        let two = r#"{"errors": [{"code": "W", "category": "WARNING"}, {"code": "X", "category": "OUTAGE"}]}"#;
        assert_eq!(read(Some(200), two).0, Outcome::Failed);
        let one = r#"{"errors": [{"code": "W", "group": "WARNING"}]}"#;
        assert_eq!(read(Some(200), one).0, Outcome::Succeeded);
        assert_eq!(read(Some(400), one).0, Outcome::Failed);
    });
}

#[test]
fn a_class_can_mean_success() {
    with_category(|read| {
        assert_eq!(read(Some(500), r#"{"error": {"code": "X", "category": "INFO"}}"#).0, Outcome::Succeeded);
        assert_eq!(read(Some(200), r#"{"error": {"code": "X", "category": "OUTAGE"}}"#).0, Outcome::Failed);
        assert_eq!(read(Some(500), r#"{"errors": [{"group": "INFO"}]}"#).0, Outcome::Succeeded);
    });
}
