//! Codes in two levels: a finer and a coarser code beside the code.

use errors_gen::decide::Basis;
use errors_gen::load::Arena;
use errors_gen::write::{BodyBuilder, NewError};
use errors_gen::{Advice, Audience, Kind, Response, Vendor};

use crate::corpus;

fn with_levels(check: impl FnOnce(Vendor<'_>)) {
    let vendors = errors_codegen::read_files(&[corpus::tests().join("shapes/two_levels.yaml")]).unwrap();
    let arena = Arena::new();
    check(Vendor::new(arena.load(&vendors[0]).unwrap()));
}

fn error(members: &str) -> String {
    format!(r#"{{"error": {{"message": "Declined", {members}}}}}"#)
}

/// The name of the detail code, the parent code, and what is judged of the error.
fn judged(response: &Response<'_>) -> (Option<String>, Option<String>, Kind, Advice, Audience) {
    let error = response.primary().unwrap();
    let name = error.detail_code().map(|detail| detail.name.to_owned());
    let parent = error.parent_code().map(|parent| parent.to_string());
    (name, parent, *error.kind(), error.retry().advice, *error.audience())
}

#[test]
fn the_detail_code_is_shown_behind_the_code() {
    with_levels(|vendor| {
        let line = |members: &str| vendor.read(402, &error(members)).to_string();
        let declined = r#""code": "card_declined", "decline_code""#;
        for (members, shown) in [
            (format!(r#"{declined}: "lost_card""#), "card_declined/lost_card"),
            (format!(r#"{declined}: "brand_new""#), "card_declined/brand_new"),
            (format!(r#"{declined}: "to ada@example.com""#), "card_declined/***"),
            (format!("{declined}: null"), "card_declined"),
            (r#""decline_code": "lost_card""#.to_owned(), "without a code"),
        ] {
            assert_eq!(line(&members), format!("Ferry Pay 402 {shown}: Declined"));
        }
    });
}

#[test]
fn the_detail_code_speaks_before_the_code() {
    with_levels(|vendor| {
        let read = |members: &str| judged(&vendor.read(402, &error(members)));
        let own = (Kind::PermissionDenied, Advice::AfterFix, Audience::Developer);
        let named = |name: &str| Some(name.to_owned());
        assert_eq!(read(r#""code": "card_declined""#), (None, None, own.0, own.1, own.2));
        // What it says itself, and else what the code says.
        let funds = read(r#""decline_code": "insufficient_funds", "code": "card_declined", "type": "card_error""#);
        let wanted = (Kind::ResourceExhausted, own.1, Audience::Customer);
        assert_eq!(funds, (named("InsufficientFunds"), named("card_error"), wanted.0, wanted.1, wanted.2));
        // One of the whole file, and one of the same text under the code, which comes before it.
        let later = read(r#""code": "card_declined", "reason": "try_again_later""#);
        assert_eq!(later, (named("TryAgainLater"), None, own.0, Advice::Backoff, own.2));
        let lost = read(r#""code": "card_declined", "decline_code": "lost_card""#);
        assert_eq!(lost, (named("LostCardDeclined"), None, own.0, Advice::Never, own.2));
        let owned = vendor.read(402, &error(r#""code": "card_declined", "reason": "lost_card""#)).into_owned();
        assert_eq!(owned.detail_code().map(|detail| detail.name), Some("LostCardDeclined"));
        let lost = read(r#""code": "api_error", "decline_code": "lost_card""#);
        assert_eq!(lost, (named("LostCard"), None, Kind::Internal, Advice::VerifyFirst, Audience::Customer));
        // One that belongs to another code, one that nobody lists, and what is no code.
        for members in [
            r#""code": "api_error", "decline_code": "insufficient_funds""#,
            r#""code": "api_error", "decline_code": "brand_new""#,
            r#""code": "api_error", "decline_code": """#,
            r#""code": "api_error", "decline_code": {"lost_card": true}"#,
        ] {
            assert_eq!(read(members), (None, None, Kind::Internal, Advice::VerifyFirst, own.2), "{members}");
        }
        // The first alternative that is a code counts.
        let later = read(r#""code": "card_declined", "decline_code": "", "reason": "try_again_later""#);
        assert_eq!(later.0, named("TryAgainLater"));
    });
}

#[test]
fn the_parent_code_speaks_where_the_code_is_not_listed() {
    with_levels(|vendor| {
        let body = error(r#""code": "card_velocity_exceeded", "type": "card_error""#);
        let response = vendor.read(402, &body);
        let error = response.primary().unwrap();
        assert_eq!((error.code(), error.raw_code().unwrap().to_string().as_str()), (None, "card_velocity_exceeded"));
        assert_eq!((*error.kind(), error.kind().basis), (Kind::FailedPrecondition, Basis::Code));
        assert_eq!(error.meaning(), Some("The card cannot be charged."));
        assert_eq!(*error.action(), "Ask the customer for another card.");
        // Neither is listed: the class of the code tells.
        let body = self::error(r#""code": "card_velocity_exceeded", "type": "new_error""#);
        let response = vendor.read(402, &body);
        let error = response.primary().unwrap();
        assert_eq!((*error.kind(), error.kind().basis), (Kind::Unknown, Basis::Class));
        assert_eq!((error.parent_code(), error.raw_parent_code().unwrap().is("new_error")), (None, true));
        // An unlisted code with a listed detail code of the whole file.
        let body = self::error(r#""code": "card_velocity_exceeded", "decline_code": "try_again_later""#);
        let response = vendor.read(402, &body);
        assert_eq!((response.retry().advice, *response.kind()), (Advice::Backoff, Kind::Unknown));
        assert_eq!(response.primary().unwrap().meaning(), Some("The bank could not answer."));
    });
}

#[test]
fn all_levels_are_written() {
    with_levels(|vendor| {
        let error =
            NewError::new("card_declined").detail_code("lost_card").parent_code("card_error").message("Declined");
        let body = BodyBuilder::new(&vendor).error(error).build().unwrap();
        assert_eq!(
            body.json,
            r#"{"error":{"code":"card_declined","decline_code":"lost_card","type":"card_error","message":"Declined"}}"#
        );
        let response = vendor.read(body.status, &body.json);
        assert_eq!(judged(&response).0.as_deref(), Some("LostCardDeclined"));
    });
}
