//! Tests that reading a damaged catalog yields either a catalog or findings with places.

use super::Reading;
use crate::source::Source;
use crate::yaml::Tree;

const CATALOG: &str = r#"vendor: v
title: "Bücher – 1"
sources: [https://example.com, 'it''s']
reviewed: 2026-11-21
code: { digits: 6, success: ["0"] }
classes: [{ name: a, digits: 1-2, meaning: m, values: { "0": { name: b, meaning: c } } }, { at: [b, c], outranks: code }]
operations: { initiate: Initiate }
types: { R: { id: "string, required" }, C: string }
item_fields: { detail: { type: string, required: true } }
defaults:
  status: { initiate: 201, modify: none }
  retry: never
  because: ü
  stated: [retry, audience]
  wait: { header: X-Wait, unit: minutes }
transport:
  503: { name: S, meaning: m, action: a, kind: k, topic: t, retry: { advice: a, reason: r, stated: true }, effect: e, wait: 5s, audience: d }
headers: { wait: A, request_id: [B, C] }
successes: any
envelopes:
  - name: rest
    when: [{ a: present }, { b: { equals: c } }]
    items:
      - at: $.errors[*]
        code: [code, { last_segment: type }]
        message: message
sections:
  - title: "😀 \u00e9"
    codes:
      "001": # comment
        meaning: >-
          folded
          text
        message: [a, b]
      0x1F: { meaning: x, status: [1, 2], fields: { a: string }, also_in: [b] }
  # another
  - title: b
    groups:
      - title: c
        codes:
          A:
            meaning: |+
              - d

            message: "f \"g\",
              # {h}"
          B:
            meaning: e
              - f
examples:
  - body: |
      {"a": [1]}
    reads: { outcome: failed, codes: [a, ~] }
"#;

/// Pieces that are inserted into the text, in addition to pieces of the text itself.
const PIECES: [&str; 33] = [
    "\n",
    "\r\n",
    "\t",
    " ",
    "  ",
    ": ",
    ":",
    "- ",
    "-",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    "#",
    " #",
    "&a ",
    "*a",
    "!t ",
    "<<",
    "|",
    ">",
    "? ",
    "---\n",
    "\u{0}",
    "\u{85}",
    "é",
    "\\",
    "\n        ",
    ": \"",
    "\\\"",
];

/// A small deterministic generator of pseudorandom numbers.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }

    /// A random byte offset at a character boundary.
    fn offset(&mut self, text: &str) -> usize {
        let mut offset = self.below(text.len() + 1);
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

fn damaged(numbers: &mut Numbers) -> String {
    let mut text = CATALOG.to_owned();
    for _ in 0..=numbers.below(4) {
        let (a, b) = (numbers.offset(&text), numbers.offset(&text));
        let (from, to) = (a.min(b), a.max(b));
        match numbers.below(4) {
            0 => {
                let end = text[a..].char_indices().nth(numbers.below(8)).map_or(text.len(), |(at, _)| a + at);
                text.replace_range(a..end, "");
            }
            1 => {
                let end = text[from..].char_indices().nth(numbers.below(40)).map_or(text.len(), |(at, _)| from + at);
                let piece = text[from..end].to_owned();
                text.insert_str(to.max(end), &piece);
            }
            _ => text.insert_str(a, PIECES[numbers.below(PIECES.len())]),
        }
    }
    text
}

#[test]
fn the_undamaged_catalog_reads() {
    let Reading { catalog, findings } = super::catalog(&Tree::new(&Source::new("v", CATALOG)));
    assert_eq!(findings, []);
    assert!(catalog.is_some());
}

#[test]
fn no_damage_goes_without_places() {
    let rounds = std::env::var("ROUNDS").map_or(300, |rounds| rounds.parse().unwrap());
    for round in 0..rounds {
        let source = Source::new("v", &damaged(&mut Numbers(round)));
        let Reading { catalog, findings } = super::catalog(&Tree::new(&source));
        assert!(catalog.is_some() || !findings.is_empty(), "round {round}: {}", source.text);
        for finding in findings {
            let place = &finding.place;
            assert!(source.text.get(place.span.clone()).is_some(), "round {round}: {finding}");
            assert!(place.line > 0 && place.column > 0, "round {round}: {finding}");
            let line = source.text.split('\n').nth(place.line - 1).unwrap();
            assert!(place.column <= line.chars().count() + 1, "round {round}: {finding}");
        }
    }
}
