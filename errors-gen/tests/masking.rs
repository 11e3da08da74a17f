//! What is shown of bodies, and that what is marked is shown nowhere.

mod free_text;
mod secrets;
mod shown;
mod spilled;

use errors_gen::load::Arena;
use errors_gen::{Vendor, dukanext};

/// A vendor that marks a placeholder, a repeated one, fields of several types, and shows two of them.
const KIOSK: &str = r#"
vendor: kiosk
title: Kiosk
sources: [https://example.com/kiosk/errors]
reviewed: 2026-11-21
code: text
headers: { request_id: X-Request-Id }
types:
  Buyer:
    name: string
    age: integer
item_fields:
  trace: string
  owner: string
defaults:
  sensitive: [owner]
  show: [trace]
envelopes:
  - name: batch
    items: [{ at: "$[*].error", code: code, message: message }]
  - name: only
    items: [{ at: "$.errors[*]", code: code, message: message, fields_at: [detail, "@"] }]
    success: { result: exists }
    keep: [note]
sections:
  - title: Orders
    defaults:
      status: 409
      kind: failed_precondition
      topic: state_conflict
      audience: customer
      action: Order fewer.
      retry: after_fix
      because: The order must change first.
    codes:
      PLAIN:
        meaning: Something plain.
      UNKNOWN_BUYER:
        message:
          - "No buyer {buyer} here."
          - "No buyer {buyer} here. Asked by {clerk}."
          - "No {what} here."
        sensitive: [buyer, clerk]
        meaning: The buyer is not known.
      SAME_BUYER:
        message: "{buyer} buys, {count} times, as {=buyer} does"
        sensitive: [buyer]
        meaning: The buyer buys twice.
      SHORT_BUYER:
        message: ["-{buyer}s and {=buyer}s of {shop}!", "{shop} has {=shop}x"]
        sensitive: [buyer]
        meaning: The buyer is short.
      LENT_ITEM:
        message:
          - "{buyer} of {shop} lacks {item}."
          - "{shop} lacks {item}"
          - "Shop {shop}: {buyer} has {item}, not {count}."
          - "{buyer} and {friend} share {item} of {shop}"
        sensitive: [buyer, friend]
        meaning: The item is lent.
      ODD_BUYER:
        fields:
          sku: string
          buyer: Buyer
          tags: map<string>
          amount: integer
          list: string[]
        sensitive: [owner, buyer, tags]
        show: [sku, amount, owner, list]
        meaning: The buyer is odd.
"#;

fn kiosk<T>(test: impl FnOnce(Vendor<'_>) -> T) -> T {
    let model = errors_codegen::read_text("kiosk", KIOSK).unwrap_or_else(|findings| panic!("{findings}"));
    let arena = Arena::new();
    test(Vendor::new(arena.load(&model).unwrap()))
}

/// A text as a JSON string.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// What is shown of a message that no wording accounts for.
fn free(message: &str) -> String {
    let body = format!(r#"{{"status":"failed","code":"NEW","message":{}}}"#, quoted(message));
    let line = dukanext::read(400, &body).to_string();
    let shown = line.strip_prefix("DukaNext 400 NEW").unwrap_or_else(|| panic!("{line}"));
    // An empty message leaves no colon behind.
    shown.strip_prefix(": ").unwrap_or(shown).to_owned()
}
