//! The items that were found during a scan.

use crate::json::Span;
use crate::table::Place;

use super::condition::holds;
use super::slots::Slots;
use super::spans::ItemSpans;

/// The maximum number of items that are stored. If there are more, the items of their place are read again when they
/// are requested.
const MOST_KEPT: usize = 6;

/// The items that were found so far.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The places that have items, as a bit set.
    counted: u16,
    /// The places whose items are read when they are requested, as a bit set: not all of their items are stored, or
    /// some that are stored are outdated.
    lazy: u16,
    /// The first items, in the order of the body.
    kept: [ItemSpans; MOST_KEPT],
    len: usize,
}

impl Found {
    /// No items.
    pub(super) const EMPTY: Self = Self { counted: 0, lazy: 0, kept: [ItemSpans::EMPTY; MOST_KEPT], len: 0 };

    /// Whether a place has items.
    #[inline]
    pub(super) const fn has(&self, place: u8) -> bool {
        self.have_any(bit(place))
    }

    /// Whether any place of a bit set has items.
    #[inline]
    pub(super) const fn have_any(&self, places: u16) -> bool {
        self.counted & places != 0
    }

    /// Whether the items of a place are read when they are requested.
    #[inline]
    pub(super) const fn is_lazy(&self, place: u8) -> bool {
        self.lazy & bit(place) != 0
    }

    /// Whether the items of a place are used, since no alternative place that takes precedence has any.
    #[inline]
    pub(super) const fn counts(&self, place: &Place<'_>) -> bool {
        !self.have_any(place.unless)
    }

    /// The places whose items are read when they are requested, as a bit set.
    #[inline]
    pub(super) const fn lazy(&self) -> u16 {
        self.lazy
    }

    /// The stored items of all places. Those of places that are read lazily must be ignored.
    #[inline]
    pub(super) fn kept(&self) -> &[ItemSpans] {
        self.kept.get(..self.len).unwrap_or_default()
    }

    /// Adds a value as an item of a place, if it meets its condition.
    #[inline]
    pub(super) fn count(&mut self, index: u8, place: &Place<'_>, span: Span, slots: &Slots, text: &str) {
        if !is_item(place, span, slots, self, text) {
            return;
        }
        self.counted |= bit(index);
        if let Some(free) = self.kept.get_mut(self.len) {
            free.fill(index, place, span, slots, text);
            self.len += 1;
        } else {
            self.lazy |= bit(index);
        }
    }

    /// Adds an object that is in the place of an array of items, as if in an array of one, if it has a code or a
    /// message.
    pub(super) fn count_lone(&mut self, index: u8, place: &Place<'_>, span: Span, slots: &Slots, text: &str) {
        let mut item = ItemSpans::EMPTY;
        item.fill(index, place, span, slots, text);
        if item.says_something() {
            self.count(index, place, span, slots, text);
        }
    }

    /// Marks a place as one whose items are read lazily, if it has any.
    pub(super) const fn count_lazy(&mut self, index: u8, any: bool) {
        if any {
            self.counted |= bit(index);
            self.lazy |= bit(index);
        }
    }

    /// Counts a value for a probe, if it meets its condition.
    pub(super) fn probe(&mut self, index: u8, place: &Place<'_>, slots: &Slots, text: &str) {
        if !self.has(index) && holds(&place.when, slots, self, text) {
            self.counted |= bit(index);
        }
    }

    /// Resets the places of a bit set, since their array occurs again and the last one wins. From then on their items
    /// are read lazily, so that the time stays linear for a body that repeats an array many times.
    #[inline]
    pub(super) const fn restart(&mut self, places: u16) {
        self.lazy |= self.counted & places;
        self.counted &= !places;
    }
}

/// The bit of a place.
#[inline]
pub(super) const fn bit(place: u8) -> u16 {
    1 << (place & 15)
}

/// Whether a value is an item of a place.
#[inline]
pub(super) fn is_item(place: &Place<'_>, span: Span, slots: &Slots, found: &Found, text: &str) -> bool {
    let first = span.first_byte(text);
    let is_item = first == b'{' || (first == b'"' && place.text);
    is_item && holds(&place.when, slots, found, text)
}
