//! All errors of a body.

use core::slice;

use super::batch::{Element, Elements};
use super::found::{Found, bit};
use super::item::Item;
use super::lazy::LazyItems;
use super::reading::Reading;
use super::spans::ItemSpans;
use crate::table::Reader;

/// The errors of a body, in order: the one at the top level, those in arrays, then those in the answers of a batch.
#[derive(Clone)]
pub(crate) struct Items<'r, 'b, 't> {
    /// The reader for the current items: that of the body, or of an answer in a batch.
    reader: &'t Reader<'t>,
    body: &'b str,
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
    /// The items of the first of these places that are left, if they are read lazily.
    lazy: Option<LazyItems<'b, 't>>,
    /// The answers of a batch that are left.
    elements: Option<Elements<'b, 't>>,
}

impl<'r, 'b, 't> Items<'r, 'b, 't> {
    #[inline]
    pub(super) fn new(reading: &'r Reading<'b, 't>) -> Self {
        let (reader, body, found) = (reading.reader(), reading.text(), reading.found());
        let mut items = Self {
            reader,
            body,
            places: reading.places(),
            counted: found.counting(reader, reading.places()),
            are_lazy: found.lazy(),
            found: found.kept(),
            kept: [].iter(),
            lazy: None,
            elements: reading.elements(),
        };
        items.enter_place();
        items
    }

    /// Starts with the items of the first place that is left.
    #[inline]
    fn enter_place(&mut self) {
        while let [first, rest @ ..] = self.places
            && self.counted & bit(*first) == 0
        {
            self.places = rest;
        }
        (self.kept, self.lazy) = (self.found.iter(), None);
        if let Some(&place) = self.places.first()
            && self.are_lazy & bit(place) != 0
        {
            self.lazy = LazyItems::new(self.reader, self.body, place);
        }
    }

    /// Moves to the next answer. One without an envelope has no items.
    #[cold]
    fn next_element(&mut self) -> Option<()> {
        let Element { reading, .. } = self.elements.as_mut()?.next()?;
        (self.reader, self.body, self.places) = (reading.reader(), reading.text(), reading.places());
        self.counted = reading.found().counting(self.reader, self.places);
        (self.are_lazy, self.found) = (u16::MAX, &[]);
        self.enter_place();
        Some(())
    }
}

impl<'b, 't> Iterator for Items<'_, 'b, 't> {
    type Item = Item<'b, 't>;

    #[inline]
    fn next(&mut self) -> Option<Item<'b, 't>> {
        loop {
            let Some(&place) = self.places.first() else {
                self.next_element()?;
                continue;
            };
            let spans = match &mut self.lazy {
                None => self.kept.find(|spans| spans.place == place).copied(),
                Some(lazy) => lazy.next(),
            };
            if let Some(spans) = spans {
                return Some(Item::new(self.reader, self.body, spans));
            }
            self.places = self.places.get(1..)?;
            self.enter_place();
        }
    }
}

impl Found {
    /// Those of some places whose items are used, as a bit set.
    #[inline]
    fn counting(&self, reader: &Reader<'_>, places: &[u8]) -> u16 {
        let counts = |index: &&u8| {
            let place = reader.places.get(usize::from(**index));
            self.has(**index) && place.is_some_and(|place| self.counts(place))
        };
        places.iter().filter(counts).fold(0, |bits, index| bits | bit(*index))
    }
}
