//! The items that were found during a scan.

use crate::json::Span;
use crate::table::{Place, Reader};

use super::condition::{Known, holds};
use super::item_spans::ItemSpans;

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
    const fn counts(&self, place: &Place<'_>) -> bool {
        !self.have_any(place.unless)
    }

    /// The places whose items are read when they are requested, as a bit set.
    #[inline]
    pub(super) const fn lazy(&self) -> u16 {
        self.lazy
    }

    /// The places of some whose items count, as bits.
    #[inline]
    pub(super) fn counting(&self, reader: &Reader<'_>, places: &[u8]) -> u16 {
        let counts = |index: &&u8| {
            let place = reader.places.get(usize::from(**index));
            self.has(**index) && place.is_some_and(|place| self.counts(place))
        };
        places.iter().filter(counts).fold(0, |bits, index| bits | bit(*index))
    }

    /// The stored items of all places. Those of places that are read lazily must be ignored.
    #[inline]
    pub(super) fn kept(&self) -> &[ItemSpans] {
        self.kept.get(..self.len).unwrap_or_default()
    }

    /// The places that have items, as bits.
    #[inline]
    pub(super) const fn counted(&self) -> u16 {
        self.counted
    }

    /// Adds a value as an item of a place, if it meets its condition.
    #[inline]
    pub(super) fn count(&mut self, index: u8, place: &Place<'_>, span: Span, known: &Known<'_>) {
        if !is_item(place, span, known) {
            return;
        }
        self.counted |= bit(index);
        if let Some(free) = self.kept.get_mut(self.len) {
            free.fill(index, place, span, known.slots, known.text);
            self.len += 1;
        } else {
            self.lazy |= bit(index);
        }
    }

    /// Adds an object that is in the place of an array of items, as if in an array of one, if it has a code or a
    /// message.
    pub(super) fn count_lone(&mut self, index: u8, place: &Place<'_>, span: Span, known: &Known<'_>) {
        let mut item = ItemSpans::EMPTY;
        item.fill(index, place, span, known.slots, known.text);
        if item.says_something() {
            self.count(index, place, span, known);
        }
    }

    /// Counts the items of a place that are to be read lazily.
    pub(super) const fn count_lazy(&mut self, index: u8) {
        self.counted |= bit(index);
        self.lazy |= bit(index);
    }

    /// Counts a value for a probe, if it meets its condition.
    pub(super) fn probe(&mut self, index: u8, place: &Place<'_>, known: &Known<'_>) {
        if !self.has(index) && holds(&place.when, known) {
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
pub(super) fn is_item(place: &Place<'_>, span: Span, known: &Known<'_>) -> bool {
    let first = span.first_byte(known.text);
    let is_item = first == b'{' || (first == b'"' && place.text);
    is_item && holds(&place.when, known)
}
