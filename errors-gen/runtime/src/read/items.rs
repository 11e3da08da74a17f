//! The way through all errors of a body.

use core::slice;

use crate::hint::cold_path;

use super::cursor::{Cursor, Way};
use super::found::bit;
use super::item::Item;
use super::reading::Reading;
use super::spans::ItemSpans;

/// How many items that were not kept are read at a time.
const BATCH: usize = 8;

/// The errors of a body, in order: the top-level one first, then those of lists.
#[derive(Clone)]
pub(crate) struct Items<'r, 'b, 't> {
    reading: &'r Reading<'b, 't>,
    /// The places that are left.
    places: &'t [u8],
    /// The kept items that are left, of all places.
    kept: slice::Iter<'r, ItemSpans>,
    /// The items that were not kept, of the first of these places.
    unkept: Option<Unkept<'r, 'b, 't>>,
}

/// The items behind those that are kept, read a few at a time.
#[derive(Clone)]
struct Unkept<'r, 'b, 't> {
    way: Way<'r, 'b, 't>,
    cursor: Cursor,
    read: [ItemSpans; BATCH],
    /// The index of the current one of those, and how many there are.
    index: usize,
    len: usize,
}

impl Unkept<'_, '_, '_> {
    /// Goes to the next item; whether there is one.
    #[inline]
    fn advance(&mut self) -> bool {
        self.index += 1;
        if self.index >= self.len {
            (self.index, self.len) = (0, self.way.next_few(&mut self.cursor, &mut self.read));
        }
        self.len > 0
    }
}

impl<'r, 'b, 't> Items<'r, 'b, 't> {
    #[inline]
    pub(super) fn new(reading: &'r Reading<'b, 't>, places: &'t [u8]) -> Self {
        Self { reading, places, kept: reading.kept_items().iter(), unkept: None }
    }

    /// The next item, where it is kept: so that no more of it is copied than is asked for.
    #[inline]
    fn next_spans(&mut self) -> Option<&ItemSpans> {
        loop {
            // What is not kept has begun once all that is kept has been given.
            if let Some(unkept) = &mut self.unkept {
                cold_path();
                if unkept.advance() {
                    return self.unkept.as_ref().and_then(|unkept| unkept.read.get(unkept.index));
                }
                self.next_place()?;
            }
            let &place = self.places.first()?;
            if let Some(spans) = self.kept.find(|spans| spans.place == place) {
                return Some(spans);
            }
            if self.reading.unkept() & bit(place) == 0 {
                self.next_place()?;
            } else {
                cold_path();
                self.begin_unkept(place);
            }
        }
    }

    /// Goes to the next place that has items.
    #[inline]
    fn next_place(&mut self) -> Option<()> {
        self.places = self.places.get(1..)?;
        if !self.places.is_empty() {
            (self.kept, self.unkept) = (self.reading.kept_items().iter(), None);
        }
        Some(())
    }

    /// Goes behind the kept items of a place.
    #[inline(never)]
    fn begin_unkept(&mut self, place: u8) {
        let reading = self.reading;
        let way = Way::new(reading.reader(), reading.text(), place, reading.traces()).marked(reading.marks());
        let kept = reading.kept_items().iter().filter(|item| item.place == place);
        let behind = kept.clone().next_back().and_then(|last| way.behind(last.item));
        let cursor = behind.unwrap_or_else(|| way.past(kept.count()));
        self.unkept = Some(Unkept { way, cursor, read: [ItemSpans::EMPTY; BATCH], index: 0, len: 0 });
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
