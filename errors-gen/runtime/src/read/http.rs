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
    // `str::parse` would take a sign and leading zeros, too.
    let mut digits = text.chars().map(|digit| digit.to_digit(10));
    let status = (0..3).try_fold(0, |status, _| Some(status * 10 + digits.next()??))?;
    u16::try_from(status).ok().filter(|status| *status >= 100 && digits.next().is_none())
}
