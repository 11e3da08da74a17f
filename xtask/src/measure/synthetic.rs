//! A catalog with as many codes as wanted.

use std::fmt::Write as _;

const HEAD: &str = "\
vendor: many
title: Many
sources: [https://many.example/errors]
reviewed: 2026-11-21
code: text
item_fields: { traceId: \"string, optional\" }
envelopes:
  - name: errors
    items: [{ at: \"$.errors[*]\", code: code, message: message, item_status: status }]
sections:
";

const THINGS: [&str; 10] =
    ["order", "cart", "item", "payment", "price", "stock", "coupon", "address", "customer", "shipment"];

const STATUSES: [u16; 5] = [400, 404, 409, 422, 500];

/// How many codes a section has.
const SECTION: usize = 50;

/// A vendor called `many`: every fourth code has a wording, every tenth fields of its own; what codes share stands in the
/// defaults of their section.
pub(super) fn catalog(codes: usize) -> String {
    let mut text = HEAD.to_owned();
    for index in 0..codes {
        let [a, b] = [index % 10, index / 10 % 10].map(|thing| THINGS[thing]);
        // Writing to a string never fails.
        let _ = code(index, a, b, &mut text);
    }
    text
}

fn code(index: usize, a: &str, b: &str, text: &mut String) -> std::fmt::Result {
    if index.is_multiple_of(SECTION) {
        writeln!(
            text,
            "  - title: Section {}
    defaults:
      kind: failed_precondition
      topic: state_conflict
      audience: developer
      action: Look at what is named and send the request again.
      retry: after_fix
    codes:",
            index / SECTION
        )?;
    }
    let status = STATUSES[index % STATUSES.len()];
    writeln!(text, "      {}_{}_{index}:", a.to_uppercase(), b.to_uppercase())?;
    writeln!(
        text,
        "        status: {status}\n        meaning: The {a} of the {b} cannot be used, for reason {index}."
    )?;
    if index.is_multiple_of(4) {
        writeln!(text, "        message: \"The {a} {{id}} cannot be used with {{other}}, for reason {index}.\"")?;
    }
    if index.is_multiple_of(10) {
        writeln!(text, "        fields: {{ {b}Id: \"string, required\", limit: integer }}")?;
    }
    Ok(())
}
