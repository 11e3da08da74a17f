//! What errors are about for a shop: by their codes, classes, statuses without a code, and HTTP statuses.

use std::collections::BTreeSet;

use errors_gen::decide::Basis;
use errors_gen::load::Arena;
use errors_gen::{Area, Topic, Vendor};

use crate::corpus;

const SHOP: &str = "
vendor: shop
title: Shop
sources: [https://example.com/errors]
reviewed: 2026-11-30
code: text
classes:
  - { prefix: PAY, kind: failed_precondition, topic: payment_declined }
  - at: type
    values:
      stock: { topic: out_of_stock }
      other: { kind: internal }
transport:
  404: { name: Gone, meaning: The shop is gone., action: Ask., kind: not_found, topic: account_inactive, retry: never, audience: merchant }
defaults: { audience: developer, retry: after_fix, action: A., status: 400, topic: value_invalid }
envelopes:
  - name: list
    items: [{ at: '$.errors[*]', code: code, message: message, item_status: status }]
    success: { data: object }
sections:
  - title: All
    codes:
      PLAIN: { kind: invalid_argument, meaning: M. }
      OWN: { kind: already_exists, topic: duplicate_order, meaning: M. }
      CATCH_ALL: { kind: internal, topic: internal_error, defer: true, meaning: M. }
";

#[test]
fn codes_then_classes_then_statuses_tell_the_topic() {
    let vendor = errors_codegen::read_text("shop", SHOP).unwrap();
    let arena = Arena::new();
    let vendor = Vendor::new(arena.load(&vendor).unwrap());
    let cases = [
        (409, r#"{"code": "PLAIN"}"#, Some(Topic::ValueInvalid), Basis::Code),
        (404, r#"{"code": "OWN"}"#, Some(Topic::DuplicateOrder), Basis::Code),
        (404, r#"{"code": "CATCH_ALL"}"#, Some(Topic::InternalError), Basis::Code),
        (404, r#"{"code": "CATCH_ALL", "type": "stock"}"#, Some(Topic::OutOfStock), Basis::Class),
        (404, r#"{"code": "PAY7"}"#, Some(Topic::PaymentDeclined), Basis::Class),
        (404, r#"{"code": "NEW", "type": "stock"}"#, Some(Topic::OutOfStock), Basis::Class),
        // A class that knows a kind need not know a topic.
        (404, r#"{"code": "NEW", "type": "other"}"#, Some(Topic::AccountInactive), Basis::Transport),
        (404, r#"{"code": "NEW", "status": 429}"#, Some(Topic::RateLimited), Basis::Status),
        (401, r#"{"code": "NEW"}"#, Some(Topic::CredentialsInvalid), Basis::Status),
        (409, r#"{"code": "NEW"}"#, None, Basis::Status),
    ];
    for (status, item, topic, basis) in cases {
        let body = format!(r#"{{"errors": [{item}]}}"#);
        let response = vendor.read(status, &body);
        let judged = response.topic();
        assert_eq!((judged.value, judged.basis), (topic, basis), "{status} {item}");
        assert_eq!(response.errors().next().map(|error| error.topic()), Some(judged));
        assert_eq!(response.label().topic(), topic);
    }
    assert_eq!(vendor.read(404, "<html>").topic().value, Some(Topic::AccountInactive));
    assert_eq!(vendor.read(None, "<html>").topic().value, None);
    assert_eq!(vendor.read(200, r#"{"data": {}}"#).topic().value, None);
}

#[test]
fn the_vocabulary_is_one_word_each_in_the_order_of_its_areas() {
    let words: BTreeSet<_> = Topic::ALL.iter().map(|topic| topic.as_str()).collect();
    assert_eq!(words.len(), Topic::ALL.len());
    let mut areas: Vec<_> = Topic::ALL.iter().map(|topic| topic.area()).collect();
    areas.dedup();
    assert_eq!(areas, Area::ALL);
    for topic in Topic::ALL {
        assert!(topic.applies().ends_with('.') && topic.response().ends_with('.'), "{topic}");
        // Another topic that is named is one of the vocabulary, and never the topic itself.
        for word in topic.excludes().split('`').skip(1).step_by(2) {
            assert!(words.contains(word) && word != topic.as_str(), "{topic}: {word}");
        }
    }
}

#[test]
fn the_guide_has_the_vocabulary() {
    let guide = std::fs::read_to_string(corpus::tests().join("../../catalogs/README.md")).unwrap();
    let table = guide.split("<!-- topics -->\n").nth(1).unwrap();
    let rows: Vec<_> = table.lines().skip(2).map(str::to_owned).collect();
    let expected = Topic::ALL.iter().map(|topic| {
        let excludes = topic.excludes();
        let (first, rest) = excludes.split_at(1);
        let excludes = first.to_uppercase() + rest;
        format!("| {} | `{topic}` | {} | {excludes} | {} |", topic.area(), topic.applies(), topic.response())
    });
    assert_eq!(rows, expected.collect::<Vec<_>>());
}
