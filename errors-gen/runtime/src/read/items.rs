//! All errors of a body.

use core::slice;

use super::item::Item;
use super::lazy::LazyItems;
use super::reading::Reading;
use super::spans::ItemSpans;

/// The errors of a body, in order: the top-level one first, then those of lists.
#[derive(Clone)]
pub(crate) struct Items<'r, 'b, 't> {
    reading: &'r Reading<'b, 't>,
    /// The places that are left.
    places: &'t [u8],
    /// The kept items that are left, of all places.
    kept: slice::Iter<'r, ItemSpans>,
    /// The items of the first of these places that are left, where they are read now.
    lazy: Option<LazyItems<'b, 't>>,
}

impl<'r, 'b, 't> Items<'r, 'b, 't> {
    #[inline]
    pub(super) fn new(reading: &'r Reading<'b, 't>, places: &'t [u8]) -> Self {
        let mut items = Self { reading, places, kept: [].iter(), lazy: None };
        items.enter_place();
        items
    }

    /// Begins with the items of the first place that is left.
    #[inline]
    fn enter_place(&mut self) {
        let found = self.reading.found();
        let is_silent = |index: &u8| {
            let place = self.reading.reader().places.get(usize::from(*index));
            place.is_some_and(|place| !found.counts(place))
        };
        while self.places.first().is_some_and(is_silent) {
            self.places = self.places.get(1..).unwrap_or_default();
        }
        (self.kept, self.lazy) = (found.kept().iter(), None);
        if let Some(&place) = self.places.first()
            && found.is_lazy(place)
        {
            self.lazy = LazyItems::new(self.reading.reader(), self.reading.text(), place);
        }
    }
}

impl<'b, 't> Iterator for Items<'_, 'b, 't> {
    type Item = Item<'b, 't>;

    #[inline]
    fn next(&mut self) -> Option<Item<'b, 't>> {
        loop {
            let &place = self.places.first()?;
            let spans = match &mut self.lazy {
                None => self.kept.find(|spans| spans.place == place).copied(),
                Some(lazy) => lazy.next(),
            };
            if let Some(spans) = spans {
                return Some(Item::new(self.reading.reader(), self.reading.text(), spans));
            }
            self.places = self.places.get(1..)?;
            self.enter_place();
        }
    }
}
