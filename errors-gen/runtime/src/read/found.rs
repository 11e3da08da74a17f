//! The items that a scan has met.

use crate::json::{Span, Utf8};
use crate::table::{Place, Usual};

use super::condition::holds;
use super::marks::Marks;
use super::slots::Slots;
use super::spans::ItemSpans;

/// How often kept items are gone over because lists are given again. From then on none are kept, so that a body which does
/// nothing else is read in a time that grows with its length.
const MOST_FORGOTTEN: u8 = 16;

/// The items met so far.
#[derive(Debug)]
pub(super) struct Found<'k> {
    /// The places that have any, as bits.
    counted: u16,
    /// The places that have more than were kept, as bits.
    unkept: u16,
    /// How many of `kept` are filled.
    len: usize,
    /// How often some of them were forgotten.
    forgotten: u8,
    /// The first items, in the order of the body. Further ones are read again from their list when they are asked for.
    kept: &'k mut [ItemSpans],
    /// Marks of those behind them, if there are to be any.
    marks: Option<&'k mut Option<Marks>>,
}

impl<'k> Found<'k> {
    /// None yet, and room for some.
    #[inline]
    pub(super) const fn new(kept: &'k mut [ItemSpans]) -> Self {
        Self { counted: 0, unkept: 0, len: 0, forgotten: 0, kept, marks: None }
    }

    /// The same where items that are not kept are marked.
    #[inline]
    pub(super) const fn marking(self, marks: &'k mut Option<Marks>) -> Self {
        Self { marks: Some(marks), ..self }
    }

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

    /// The places that have more items than were kept, as bits.
    #[inline]
    pub(super) const fn unkept(&self) -> u16 {
        self.unkept
    }

    /// The kept items.
    #[inline]
    pub(super) fn kept(&self) -> &[ItemSpans] {
        self.kept.get(..self.len).unwrap_or_default()
    }

    /// The first kept item of a place.
    #[inline]
    pub(super) fn first_kept(&self, place: u8) -> Option<&ItemSpans> {
        self.kept().iter().find(|item| item.place == place)
    }

    /// Counts a place's items that are not kept, if it has any.
    pub(super) const fn count_unkept(&mut self, place: u8, any: bool) {
        if any {
            self.counted |= bit(place);
            self.unkept |= bit(place);
        }
    }

    /// Counts and keeps an object as an item of a place if it has the usual shape of the place's items, and nothing else
    /// is asked of those. `false` where it has to be looked at as any other value.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every item passes here")]
    pub(super) fn count_usual(&mut self, place: u8, usual: &Usual, span: Span, slots: &Slots, text: Utf8<'_>) -> bool {
        let Some(free) = self.kept.get_mut(self.len) else {
            return self.count_further(place, usual, span, slots);
        };
        let filled = free.fill_usual(place, usual, span, slots, text);
        if filled {
            self.counted |= bit(place);
            self.len += 1;
        }
        filled
    }

    /// Counts an object for which there is no room, and marks it, if it has the parts that are usual. Where items have gone
    /// without room before, it is a further one, which changes nothing.
    #[inline]
    fn count_further(&mut self, place: u8, usual: &Usual, span: Span, slots: &Slots) -> bool {
        if usual.fits(slots.present()) {
            self.count_unkept(place, true);
            let (code, message) = (slots.kept(usual.code), slots.kept(usual.message));
            match &mut self.marks {
                Some(Some(marks)) => marks.add(place, span, code, message),
                Some(none) => begin_marks(none, place, span, code, message),
                None => {}
            }
            return true;
        }
        if let Some(Some(marks)) = &mut self.marks {
            marks.end(place);
        }
        self.unkept & bit(place) != 0
    }

    /// Counts a value of a list as an item of a place if it is one.
    pub(super) fn count(&mut self, index: u8, place: &Place<'_>, span: Span, slots: &Slots, text: Utf8<'_>) {
        if !is_item(place, span, slots, self, text) {
            return;
        }
        self.counted |= bit(index);
        // Filled where it stays: what has just been written is slow to copy.
        match self.kept.get_mut(self.len) {
            Some(free) => {
                free.fill(index, place, span, slots, text);
                self.len += 1;
            }
            None => self.unkept |= bit(index),
        }
    }

    /// Counts a value of a list for a place that is there to be tested only.
    #[inline]
    pub(super) fn probe(&mut self, index: u8, place: &Place<'_>, slots: &Slots, text: Utf8<'_>) {
        if !self.has(index) && holds(&place.when, slots, self, text) {
            self.counted |= bit(index);
        }
    }

    /// Counts the one value of a place that no list leads to as its item if it is one. It takes the place of the last kept
    /// item where there is no room: that one is read again from its list.
    pub(super) fn count_single(&mut self, index: u8, place: &Place<'_>, span: Span, slots: &Slots, text: Utf8<'_>) {
        if !is_item(place, span, slots, self, text) {
            return;
        }
        self.counted |= bit(index);
        if self.len == self.kept.len() {
            let Some(last) = self.kept.last() else {
                self.unkept |= bit(index);
                return;
            };
            self.unkept |= bit(last.place);
            self.len -= 1;
        }
        if let Some(free) = self.kept.get_mut(self.len) {
            free.fill(index, place, span, slots, text);
            self.len += 1;
        }
    }

    /// Forgets the items of some places, given as bits: their list is given again, and the last one counts.
    #[inline]
    pub(super) fn restart(&mut self, places: u16) {
        if self.have_any(places) {
            self.forget(places);
        }
    }

    #[cold]
    fn forget(&mut self, places: u16) {
        self.counted &= !places;
        self.unkept &= !places;
        self.forgotten = self.forgotten.saturating_add(1);
        if self.forgotten > MOST_FORGOTTEN {
            self.unkept = self.counted;
            (self.len, self.kept) = (0, &mut []);
            return;
        }
        let mut len = 0;
        for index in 0..self.len {
            let Some(&item) = self.kept.get(index) else {
                break;
            };
            if places & bit(item.place) == 0 {
                if let Some(free) = self.kept.get_mut(len) {
                    *free = item;
                }
                len += 1;
            }
        }
        self.len = len;
        // What comes behind an item that was not kept is not kept either: the way goes on behind the last one that is.
        if self.unkept != 0 {
            self.kept = core::mem::take(&mut self.kept).get_mut(..len).unwrap_or_default();
        }
    }
}

/// Marks the first item that is not kept.
#[cold]
#[inline(never)]
fn begin_marks(marks: &mut Option<Marks>, place: u8, item: Span, code: Span, message: Span) {
    marks.insert(Marks::new(place, item.start)).add(place, item, code, message);
}

/// The bit of a place.
#[inline]
pub(super) const fn bit(place: u8) -> u16 {
    1 << (place & 15)
}

/// Whether a value is an item of a place.
#[inline]
pub(super) fn is_item(place: &Place<'_>, span: Span, slots: &Slots, found: &Found<'_>, text: Utf8<'_>) -> bool {
    let first = span.first_byte(text);
    let is_item = first == b'{' || (first == b'"' && place.text.is_some());
    is_item && holds(&place.when, slots, found, text)
}
