//! All errors of a body.

use core::slice;

use super::batch::Elements;
use super::body::Body;
use super::found::bit;
use super::item::Item;
use super::item_spans::ItemSpans;
use super::lazy::LazyItems;
use super::reading::Reading;

/// The errors of a body, in order: the one at the top level, those in arrays, then those in the answers of a batch.
#[derive(Clone)]
pub(crate) struct Items<'r, 'b, 't> {
    /// The body whose items come now: the whole one, or an element of a batch.
    body: Body<'b, 't>,
    /// The HTTP status that counts for these items.
    status: Option<u16>,
    /// The places that are left.
    places: &'t [u8],
    /// Those of them whose items are used, as a bit set.
    counted: u16,
    /// Those of them whose items are read when they are requested, as a bit set.
    are_lazy: u16,
    /// All stored items.
    found: &'r [ItemSpans],
    /// The stored items of all places that are left.
    kept: slice::Iter<'r, ItemSpans>,
    /// The items of the first of these places, once they are read lazily.
    lazy: Option<LazyItems<'b, 't>>,
    /// Whether the body is an element that fits no envelope, which has not been given yet.
    unfit: bool,
    /// The answers of a batch that are left.
    elements: Option<Elements<'b, 't>>,
}

impl<'r, 'b, 't> Items<'r, 'b, 't> {
    #[inline]
    pub(super) fn new(reading: &'r Reading<'b, 't>) -> Self {
        let found = reading.found();
        let counted = reading.counting();
        Self {
            body: reading.as_body(),
            status: reading.status_or_told(),
            places: from_first_of(counted, reading.places()),
            counted,
            are_lazy: found.lazy(),
            found: found.kept(),
            kept: found.kept().iter(),
            lazy: None,
            unfit: reading.is_unfit(),
            elements: reading.elements(),
        }
    }

    /// The HTTP status that counts for the item that was given last: an element of a batch can tell its own.
    pub(crate) const fn status(&self) -> Option<u16> {
        self.status
    }

    /// Goes on with the first of these places whose items are used.
    #[inline]
    fn enter(&mut self, places: &'t [u8]) {
        self.places = from_first_of(self.counted, places);
        (self.kept, self.lazy) = (self.found.iter(), None);
    }

    /// The next item of a place.
    #[inline]
    fn next_of(&mut self, place: u8) -> Option<ItemSpans> {
        if self.are_lazy & bit(place) == 0 {
            return self.kept.find(|spans| spans.place == place).copied();
        }
        self.next_lazily(place)
    }

    #[inline(never)]
    fn next_lazily(&mut self, place: u8) -> Option<ItemSpans> {
        if self.lazy.is_none() {
            self.lazy = LazyItems::new(self.body, place);
        }
        self.lazy.as_mut()?.next()
    }

    /// Moves to the next answer.
    #[cold]
    fn next_element(&mut self) -> Option<()> {
        let reading = self.elements.as_mut()?.next()?.reading;
        (self.body, self.status) = (reading.as_body(), reading.status_or_told());
        (self.counted, self.unfit) = (reading.counting(), reading.is_unfit());
        (self.are_lazy, self.found) = (u16::MAX, &[]);
        self.enter(reading.places());
        Some(())
    }
}

impl<'b, 't> Iterator for Items<'_, 'b, 't> {
    type Item = Item<'b, 't>;

    #[inline]
    fn next(&mut self) -> Option<Item<'b, 't>> {
        loop {
            let Some(&place) = self.places.first() else {
                if core::mem::take(&mut self.unfit) {
                    return Some(Item::unfit(self.body.reader, self.body.text));
                }
                self.next_element()?;
                continue;
            };
            if let Some(spans) = self.next_of(place) {
                return Some(Item::new(self.body.reader, self.body.text, spans));
            }
            self.enter(self.places.get(1..)?);
        }
    }
}

/// These places from the first one on whose items are used.
#[inline]
const fn from_first_of(counted: u16, mut places: &[u8]) -> &[u8] {
    while let [first, rest @ ..] = places
        && counted & bit(*first) == 0
    {
        places = rest;
    }
    places
}

impl<'b, 't> Reading<'b, 't> {
    /// Every item in order: the top-level one first, then those of lists. Codes that mean success are items too.
    #[inline]
    #[must_use]
    pub(crate) fn items(&self) -> Items<'_, 'b, 't> {
        Items::new(self)
    }
}
