//! Conditions of envelopes and items.

use crate::json::{Json, JsonKind};
use crate::table::{Condition, Test, ValueTest};

use super::walk::{Found, Slots};

/// Whether a condition is true of what was kept and counted.
#[inline]
pub(super) fn holds(condition: &Condition<'_>, slots: &Slots, found: &Found, text: &str) -> bool {
    condition.any_of.is_empty()
        || condition.any_of.iter().any(|all_of| all_of.iter().all(|test| passes(test, slots, found, text)))
}

#[inline]
fn passes(test: &Test<'_>, slots: &Slots, found: &Found, body: &str) -> bool {
    match test {
        Test::Counted { place } => found.count(*place) > 0,
        Test::Value { slot, test } => slots.get(*slot).is_some_and(|span| stands(*test, Json::new(span.of(body)))),
    }
}

/// Whether a value passes a test. Null and an empty list count as nothing at all.
#[inline]
fn stands(test: ValueTest<'_>, value: Json<'_>) -> bool {
    let kind = value.kind();
    match test {
        ValueTest::Present => is_there(value),
        ValueTest::String => kind == JsonKind::String,
        ValueTest::Number => kind == JsonKind::Number,
        ValueTest::Boolean => kind == JsonKind::Boolean,
        ValueTest::Object => kind == JsonKind::Object,
        ValueTest::List => kind == JsonKind::List && is_there(value),
        ValueTest::Scalar => matches!(kind, JsonKind::String | JsonKind::Number | JsonKind::Boolean),
        ValueTest::Equals(expected) => value.scalar().is_some_and(|scalar| scalar == *expected),
    }
}

/// Whether a value is there at all.
#[inline]
pub(super) fn is_there(value: Json<'_>) -> bool {
    match value.kind() {
        JsonKind::Null => false,
        JsonKind::List => {
            let inside = value.as_str().get(1..).unwrap_or_default();
            !inside.trim_start_matches([' ', '\n', '\t', '\r']).starts_with(']')
        }
        JsonKind::Boolean | JsonKind::Number | JsonKind::String | JsonKind::Object => true,
    }
}
