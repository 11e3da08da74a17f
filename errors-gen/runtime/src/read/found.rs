//! The items that a walk has met.

use crate::json::Span;
use crate::table::Place;

use super::condition::holds;
use super::slots::Slots;
use super::spans::ItemSpans;

/// How many items are kept. Those of a place that has more are read again when they are asked for.
const MOST_KEPT: usize = 6;

/// The items met so far.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The places that have any, as bits.
    counted: u16,
    /// The places whose items are not all kept, or not only they: they are read when they are asked for. As bits.
    lazy: u16,
    /// The first items, in the order of the body, and how many there are.
    kept: [ItemSpans; MOST_KEPT],
    len: usize,
}

impl Found {
    /// None yet.
    pub(super) const EMPTY: Self = Self { counted: 0, lazy: 0, kept: [ItemSpans::EMPTY; MOST_KEPT], len: 0 };

    /// Whether a place has items.
    #[inline]
    pub(super) const fn has(&self, place: u8) -> bool {
        self.have_any(bit(place))
    }

    /// Whether one of some places, given as bits, has items.
    #[inline]
    pub(super) const fn have_any(&self, places: u16) -> bool {
        self.counted & places != 0
    }

    /// Whether the items of a place are read when they are asked for.
    #[inline]
    pub(super) const fn is_lazy(&self, place: u8) -> bool {
        self.lazy & bit(place) != 0
    }

    /// Whether the items of a place count: those of an earlier place that says the same do not stand there.
    #[inline]
    pub(super) const fn counts(&self, place: &Place<'_>) -> bool {
        !self.have_any(place.unless)
    }

    /// The places whose items are read when they are asked for, as bits.
    #[inline]
    pub(super) const fn lazy(&self) -> u16 {
        self.lazy
    }

    /// The kept items, of all places. Those of a place that is read lazily do not count.
    #[inline]
    pub(super) fn kept(&self) -> &[ItemSpans] {
        self.kept.get(..self.len).unwrap_or_default()
    }

    /// Counts a value as an item of a place if it is one.
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

    /// Counts an object that stands in the place of a list of items, as a list of one, if it has a code or a message.
    pub(super) fn count_lone(&mut self, index: u8, place: &Place<'_>, span: Span, slots: &Slots, text: &str) {
        let mut item = ItemSpans::EMPTY;
        item.fill(index, place, span, slots, text);
        if item.says_something() {
            self.count(index, place, span, slots, text);
        }
    }

    /// Counts the items of a place that are to be read lazily, if it has any.
    pub(super) const fn count_lazy(&mut self, index: u8, any: bool) {
        if any {
            self.counted |= bit(index);
            self.lazy |= bit(index);
        }
    }

    /// Counts a value for a place that is there to be tested only.
    pub(super) fn probe(&mut self, index: u8, place: &Place<'_>, slots: &Slots, text: &str) {
        if !self.has(index) && holds(&place.when, slots, self, text) {
            self.counted |= bit(index);
        }
    }

    /// Forgets the items of some places, given as bits: their array comes again, and the last one counts. From then on
    /// they are read lazily, so that a body which does nothing else is read in a time that grows with its length.
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
