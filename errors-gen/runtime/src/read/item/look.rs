//! Finds the parts of an item that are rarely needed, when they are requested.

use crate::json::{Json, JsonKind, Scanner, Span};
use crate::table::ItemPath;

use super::Item;
use crate::read::condition::is_there;
use crate::read::lazy::body_slots;
use crate::read::raw_code::RawCode;
use crate::read::slots::Slots;
use crate::read::walk::Walk;

impl<'b> Item<'b, '_> {
    /// The value at the first of these paths that has one other than null and an empty array.
    pub(super) fn look(&self, paths: &[ItemPath]) -> Option<Json<'b>> {
        self.value(self.find(paths)?)
    }

    /// The code at the first of these paths that has a scalar other than an empty text.
    pub(super) fn look_for_code(&self, paths: &[ItemPath]) -> Option<RawCode<'b>> {
        let code = |span: Span| {
            let json = self.value(span)?;
            let text = json.scalar().filter(|text| !text.raw().is_empty())?;
            let is_number = json.kind() == JsonKind::Number;
            Some(if is_number { RawCode::number(text, self.reader.width) } else { RawCode::text(text) })
        };
        self.first(paths, code)
    }

    /// The span of the value that [`look`](Self::look) returns.
    pub(super) fn find(&self, paths: &[ItemPath]) -> Option<Span> {
        self.first(paths, |span| is_there(span, self.body).then_some(span))
    }

    /// The first result of `make` for the values at these paths.
    fn first<T>(&self, paths: &[ItemPath], make: impl Fn(Span) -> Option<T>) -> Option<T> {
        if paths.is_empty() {
            return None;
        }
        let slots = self.walk_again();
        let span = |path: &ItemPath| match *path {
            ItemPath::Name(_) => self.key(),
            ItemPath::Value(slot) => slots.get(slot),
        };
        paths.iter().filter_map(span).find_map(make)
    }

    /// The key of the item, with its quotes.
    fn key(&self) -> Option<Span> {
        let start = self.spans.name_at as usize;
        if start == 0 { None } else { Scanner::new(self.body, start).string().ok().map(|(key, _)| key) }
    }

    /// Scans the item again, and returns the stored values.
    fn walk_again(&self) -> Slots {
        let mut slots = Slots::EMPTY;
        if let Some(place) = self.place() {
            if place.rooted {
                slots = body_slots(self.reader, self.body);
            }
            let mut walk = Walk { reader: self.reader, text: self.body, slots: &mut slots, found: None };
            // It has been validated, so there is no fault.
            let _ = walk.item(self.spans.item.start as usize, place.node, Span::NONE);
        }
        slots
    }
}
