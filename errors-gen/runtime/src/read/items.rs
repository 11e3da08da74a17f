//! All errors of a body.

use core::slice;

use super::batch::{Element, Elements};
use super::found::{Found, bit};
use super::item::Item;
use super::lazy::LazyItems;
use super::reading::Reading;
use super::spans::ItemSpans;
use crate::table::Reader;

/// The errors of a body, in order: the top-level one first, then those of lists, then those of the elements of a batch.
#[derive(Clone)]
pub(crate) struct Items<'r, 'b, 't> {
    /// How the body is read whose items come now: the whole one, or an element of a batch.
    reader: &'t Reader<'t>,
    body: &'b str,
    /// The places that are left.
    places: &'t [u8],
    /// Those of them whose items count, and those that are read when they are asked for, as bits.
    counted: u16,
    are_lazy: u16,
    /// All kept items.
    found: &'r [ItemSpans],
    /// The kept items that are left, of all places.
    kept: slice::Iter<'r, ItemSpans>,
    /// The items of the first of these places that are left, where they are read now.
    lazy: Option<LazyItems<'b, 't>>,
    /// The elements that are left.
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

    /// Begins with the items of the first place that is left.
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

    /// Goes to the next element. One that fits no envelope has no items.
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
    /// The places of some whose items count, as bits.
    #[inline]
    fn counting(&self, reader: &Reader<'_>, places: &[u8]) -> u16 {
        let counts = |index: &&u8| {
            let place = reader.places.get(usize::from(**index));
            self.has(**index) && place.is_some_and(|place| self.counts(place))
        };
        places.iter().filter(counts).fold(0, |bits, index| bits | bit(*index))
    }
}
