//! Evaluates conditions of envelopes and items.

use crate::json::{Entries, Json, JsonKind, Span};
use crate::table::{Condition, Enough, Test, ValueTest};

use super::http::Http;
use super::slots::Slots;

/// What is known of a body, so that conditions can be asked of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a> {
    pub(super) text: &'a str,
    pub(super) http: Http,
    /// The values that were kept.
    pub(super) slots: &'a Slots,
    /// The places that counted something, as bits.
    pub(super) counted: u16,
}

/// Whether a condition is true of what is known.
#[inline]
pub(super) fn holds(condition: &Condition<'_>, known: &Known<'_>) -> bool {
    let any_of = condition.any_of;
    if any_of.is_empty() {
        return true;
    }
    // In most cases no tested value exists, or the type of one value suffices.
    let may_hold = known.slots.have_any(condition.slots) || known.counted & condition.places != 0;
    may_hold && (is_enough(condition.enough, known) || any_holds(any_of, known))
}

/// Whether the type of one value suffices for a condition to be true.
#[inline]
fn is_enough(enough: Enough, known: &Known<'_>) -> bool {
    known.slots.get(enough.slot).is_some_and(|value| enough.kinds & value.kind(known.text).bit() != 0)
}

#[inline(never)]
fn any_holds(any_of: &[&[Test<'_>]], known: &Known<'_>) -> bool {
    any_of.iter().any(|all_of| all_of.iter().all(|test| passes(test, known)))
}

#[inline]
fn passes(test: &Test<'_>, known: &Known<'_>) -> bool {
    match test {
        Test::Counted { place } => known.counted & 1 << (place & 15) != 0,
        Test::Value { slot, test } => known.slots.get(*slot).is_some_and(|span| stands(*test, span, known.text)),
        Test::Http { statuses, told } => statuses.contain(known.http.or_told_in(*told, known.slots, known.text)),
    }
}

/// Whether a value passes a test.
fn stands(test: ValueTest<'_>, value: Span, body: &str) -> bool {
    let kind = value.kind(body);
    match test {
        ValueTest::Exists => true,
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
