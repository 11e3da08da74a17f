//! A small valid catalog, for tests that change one thing at a time.

use crate::deserialize::Reading;
use crate::finding::Finding;
use crate::model::Vendor;
use crate::source::Source;
use crate::yaml::Tree;

const SOUND: &str = "\
vendor: shop
title: Shop
sources:
  - https://example.com/errors
reviewed: 2026-11-21
code: text
operations:
  create: Create
  cancel: Cancel
types:
  Violation:
    path: string, required
item_fields:
  info: any
defaults:
  topic: value_invalid
  audience: developer
  retry: after_fix
  because: R.
  action: A.
transport:
  503:
    name: Down
    meaning: M.
    action: A.
    kind: unavailable
    topic: service_unavailable
    retry: backoff
    because: R.
    audience: developer
envelopes:
  - name: list
    items:
      - at: $.errors[*]
        code: code
        message: message
    success: { data: object }
sections:
  - title: First
    defaults: { status: 404 }
    codes:
      OUT_OF_STOCK:
        kind: not_found
        meaning: M.
        fields:
          violations: Violation[]
  - title: Second
    groups:
      - title: Upper
        codes:
          LOWER:
            status: none
            kind: internal
            meaning: M.
examples: []
";

/// The valid catalog, with each first text replaced by the second.
pub(crate) fn text(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(SOUND.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "`{from}` must stand once");
        text.replace(from, to)
    })
}

/// Reads the edited catalog.
pub(crate) fn read(edits: &[(&str, &str)]) -> Result<Vendor, Vec<Finding>> {
    let source = Source::new("shop", &text(edits));
    let tree = Tree::new(&source);
    let Reading { catalog, findings } = crate::deserialize::catalog(&tree);
    match catalog {
        Some(catalog) if findings.is_empty() => super::check(&tree, &catalog),
        _ => Err(findings),
    }
}

/// The model of the edited catalog, which must be valid.
pub(crate) fn model(edits: &[(&str, &str)]) -> Vendor {
    read(edits).unwrap_or_else(|findings| panic!("{findings:#?}"))
}

/// The messages of the findings about the edited catalog.
pub(crate) fn messages(edits: &[(&str, &str)]) -> Vec<String> {
    read(edits).err().unwrap_or_default().into_iter().map(|finding| finding.message).collect()
}

/// Asserts that the edited catalog has exactly these findings, in any order.
#[track_caller]
pub(crate) fn expect(edits: &[(&str, &str)], wanted: &[&str]) {
    let mut found = messages(edits);
    let mut wanted: Vec<String> = wanted.iter().map(|&message| message.to_owned()).collect();
    found.sort();
    wanted.sort();
    assert_eq!(found, wanted, "{edits:?}");
}

/// The findings about `code: {form}` in a catalog whose two codes are 11 and 12.
#[track_caller]
pub(crate) fn expect_form(form: &str, wanted: &[&str]) {
    expect(
        &[
            ("code: text", &format!("code: {form}")),
            ("OUT_OF_STOCK:", "'11':\n        name: A"),
            ("          LOWER:", "          '12':\n            name: B"),
        ],
        wanted,
    );
}
