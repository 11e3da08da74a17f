//! All errors of a body.

use core::slice;

use crate::hint::cold_path;

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
    /// The items of the first of these places that are left.
    items: PlaceItems<'r, 'b, 't>,
}

/// The items of one place.
#[derive(Clone)]
enum PlaceItems<'r, 'b, 't> {
    /// Those among the kept items of all places.
    Kept(slice::Iter<'r, ItemSpans>),
    /// Those that are read now.
    Lazy(LazyItems<'b, 't>),
}

impl<'r, 'b, 't> Items<'r, 'b, 't> {
    #[inline]
    pub(super) fn new(reading: &'r Reading<'b, 't>, places: &'t [u8]) -> Self {
        let mut items = Self { reading, places, items: PlaceItems::Kept([].iter()) };
        items.enter_place();
        items
    }

    /// Begins with the items of the first place that is left.
    #[inline]
    fn enter_place(&mut self) {
        let found = self.reading.found();
        self.items = PlaceItems::Kept(found.kept().iter());
        if let Some(&place) = self.places.first().filter(|place| found.is_lazy(**place))
            && let Some(items) = LazyItems::new(self.reading.reader(), self.reading.text(), place)
        {
            cold_path();
            self.items = PlaceItems::Lazy(items);
        }
    }
}

impl<'b, 't> Iterator for Items<'_, 'b, 't> {
    type Item = Item<'b, 't>;

    #[inline]
    fn next(&mut self) -> Option<Item<'b, 't>> {
        loop {
            let &place = self.places.first()?;
            let spans = match &mut self.items {
                PlaceItems::Kept(kept) => kept.find(|spans| spans.place == place).copied(),
                PlaceItems::Lazy(items) => items.next(),
            };
            if let Some(spans) = spans {
                return Some(Item::new(self.reading.reader(), self.reading.text(), spans));
            }
            self.places = self.places.get(1..)?;
            self.enter_place();
        }
    }
}
