//! The way through all errors of a body.

use core::slice;

use super::cursor::{Cursor, Way};
use super::found::bit;
use super::item::Item;
use super::reading::Reading;
use super::spans::ItemSpans;

/// The errors of a body, in order: the top-level one first, then those of lists.
#[derive(Clone)]
pub struct Items<'r, 'b, 't> {
    reading: &'r Reading<'b, 't>,
    /// The places that are left.
    places: &'t [u8],
    /// The kept items that are left, of all places.
    kept: slice::Iter<'r, ItemSpans>,
    /// The way through a list whose items were not all kept.
    way: Option<(Way<'b, 't>, Cursor)>,
    /// The item that was read last on that way.
    read: ItemSpans,
}

impl<'r, 'b, 't> Items<'r, 'b, 't> {
    #[inline]
    pub(super) fn new(reading: &'r Reading<'b, 't>, places: &'t [u8]) -> Self {
        Self { reading, places, kept: reading.kept_items().iter(), way: None, read: ItemSpans::EMPTY }
    }

    /// The next item, where it is kept: so that no more of it is copied than is asked for.
    #[inline]
    fn next_spans(&mut self) -> Option<&ItemSpans> {
        loop {
            let &place = self.places.first()?;
            if let Some(spans) = self.kept.find(|spans| spans.place == place) {
                return Some(spans);
            }
            if self.reading.unkept() & bit(place) != 0
                && let Some(spans) = self.next_unkept(place)
            {
                self.read = spans;
                return Some(&self.read);
            }
            self.places = self.places.get(1..)?;
            if !self.places.is_empty() {
                (self.kept, self.way) = (self.reading.kept_items().iter(), None);
            }
        }
    }

    /// The next item of a place, of which no further one was kept.
    #[inline(never)]
    fn next_unkept(&mut self, place: u8) -> Option<ItemSpans> {
        let reading = self.reading;
        let (way, cursor) = self.way.get_or_insert_with(|| {
            let way = Way::new(reading.reader(), reading.text(), place, reading.traces());
            let kept = reading.kept_items().iter().filter(|item| item.place == place);
            let behind = kept.clone().next_back().and_then(|last| way.behind(last.item));
            let cursor = behind.unwrap_or_else(|| way.past(kept.count()));
            (way, cursor)
        });
        way.next(cursor)
    }
}

impl<'b, 't> Iterator for Items<'_, 'b, 't> {
    type Item = Item<'b, 't>;

    #[inline]
    fn next(&mut self) -> Option<Item<'b, 't>> {
        let (reader, text) = (self.reading.reader(), self.reading.text());
        self.next_spans().map(|spans| Item::new(reader, text, *spans))
    }
}
