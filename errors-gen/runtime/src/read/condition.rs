//! Evaluates conditions of envelopes and items.

use crate::json::{Entries, Json, JsonKind, Span};
use crate::table::{Condition, Enough, Test, ValueTest};

use super::found::Found;
use super::slots::Slots;

/// Whether a condition is true for the values and items that were found.
#[inline]
pub(super) fn holds(condition: &Condition<'_>, slots: &Slots, found: &Found, text: &str) -> bool {
    let any_of = condition.any_of;
    if any_of.is_empty() {
        return true;
    }
    // In most cases no tested value exists, or the type of one value suffices.
    let may_hold = slots.have_any(condition.slots) || found.have_any(condition.places);
    may_hold && (is_enough(condition.enough, slots, text) || any_holds(any_of, slots, found, text))
}

/// Whether the type of one value suffices for a condition to be true.
#[inline]
fn is_enough(enough: Enough, slots: &Slots, text: &str) -> bool {
    slots.get(enough.slot).is_some_and(|value| enough.kinds & value.kind(text).bit() != 0)
}

#[inline(never)]
fn any_holds(any_of: &[&[Test<'_>]], slots: &Slots, found: &Found, text: &str) -> bool {
    any_of.iter().any(|all_of| all_of.iter().all(|test| passes(test, slots, found, text)))
}

#[inline]
fn passes(test: &Test<'_>, slots: &Slots, found: &Found, body: &str) -> bool {
    match test {
        Test::Counted { place } => found.has(*place),
        Test::Value { slot, test } => slots.get(*slot).is_some_and(|span| stands(*test, span, body)),
    }
}

/// Whether a value passes a test. `null` and an empty array count as missing.
fn stands(test: ValueTest<'_>, value: Span, body: &str) -> bool {
    let kind = value.kind(body);
    match test {
        ValueTest::Present => is_there(value, body),
        ValueTest::String => kind == JsonKind::String,
        ValueTest::Number => kind == JsonKind::Number,
        ValueTest::Boolean => kind == JsonKind::Boolean,
        ValueTest::Object => kind == JsonKind::Object,
        ValueTest::List => kind == JsonKind::List && is_there(value, body),
        ValueTest::Scalar => is_scalar(value, body),
        ValueTest::Equals(expected) => Json::new(value.of(body)).scalar().is_some_and(|scalar| scalar == *expected),
    }
}

/// Whether a value is a string, a number or a boolean.
#[inline]
pub(super) fn is_scalar(value: Span, body: &str) -> bool {
    !matches!(value.first_byte(body), b'{' | b'[' | b'n')
}

/// Whether a value does not count as missing: it is neither `null` nor an empty array.
#[inline]
pub(super) fn is_there(value: Span, body: &str) -> bool {
    match value.kind(body) {
        JsonKind::Null => false,
        JsonKind::List => Entries::new(body, value.start as usize, b'[').is_some_and(|mut all| all.advance().is_some()),
        JsonKind::Boolean | JsonKind::Number | JsonKind::String | JsonKind::Object => true,
    }
}
