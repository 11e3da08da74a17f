//! HTTP statuses: the one that a body came with, and the one that it tells itself.

use crate::json::{Json, Span, Text};

use super::slots::Slots;

/// The HTTP status that a body came with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Http {
    /// The status; `None` where it is not known.
    pub(super) received: Option<u16>,
    /// Whether it is that of a batch, of which the body is an element. The status that an element tells comes first.
    pub(super) of_batch: bool,
}

impl Http {
    /// Nothing is known, and nothing of what is asked depends on it.
    pub(super) const UNKNOWN: Self = Self { received: None, of_batch: false };

    /// The status that counts, of a body that tells its own in this slot.
    #[inline]
    pub(super) fn or_told_in(self, slot: Option<u8>, slots: &Slots, body: &str) -> Option<u16> {
        if self.received.is_some() && !self.of_batch {
            return self.received;
        }
        slot.and_then(|slot| told(slots.get(slot)?, body)).or(self.received)
    }
}

/// The status that a value tells.
#[inline(never)]
fn told(value: Span, body: &str) -> Option<u16> {
    parse(Json::new(value.of(body)).scalar()?)
}

/// An HTTP status in three digits.
pub(super) fn parse(text: Text<'_>) -> Option<u16> {
    // `str::parse` would take a sign, too.
    let number = text.chars().try_fold(0_u16, |number, digit| {
        let digit = u16::try_from(digit.to_digit(10)?).ok()?;
        number.checked_mul(10)?.checked_add(digit)
    });
    number.filter(|number| (100..=999).contains(number))
}
