//! The way through all errors of a body.

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
    kept: &'r [ItemSpans],
    /// The way through a list whose items were not all kept.
    way: Option<(Way<'b, 't>, Cursor)>,
}

impl<'r, 'b, 't> Items<'r, 'b, 't> {
    #[inline]
    pub(super) fn new(reading: &'r Reading<'b, 't>, places: &'t [u8]) -> Self {
        Self { reading, places, kept: reading.kept_items(), way: None }
    }

    /// The next kept item of a place.
    #[inline]
    fn next_kept(&mut self, place: u8) -> Option<ItemSpans> {
        while let Some((item, rest)) = self.kept.split_first() {
            self.kept = rest;
            if item.place == place {
                return Some(*item);
            }
        }
        None
    }

    /// The next item of a place, of which no further one was kept.
    #[inline(never)]
    fn next_unkept(&mut self, place: u8) -> Option<ItemSpans> {
        let reading = self.reading;
        let (way, cursor) = self.way.get_or_insert_with(|| {
            let way = Way::new(reading.reader(), reading.text(), place, reading.repeated());
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
        loop {
            let &place = self.places.first()?;
            let mut spans = self.next_kept(place);
            if spans.is_none() && self.reading.unkept() & bit(place) != 0 {
                spans = self.next_unkept(place);
            }
            if let Some(spans) = spans {
                return Some(Item::new(self.reading.reader(), self.reading.text(), spans));
            }
            self.places = self.places.get(1..).unwrap_or_default();
            (self.kept, self.way) = (self.reading.kept_items(), None);
        }
    }
}
