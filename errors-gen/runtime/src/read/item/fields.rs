//! Finds the object with the documented fields of an item.

use crate::json::{Json, Span};
use crate::table::ItemPath;
use crate::view::{Fields, Named};

use super::Item;
use crate::read::item_spans::FieldsAt;

impl<'b, 't> Item<'b, 't> {
    /// The object with the item's documented fields, which is usually the item itself.
    #[inline]
    #[must_use]
    pub(crate) fn fields<'a>(&self) -> Fields<'a>
    where
        'b: 'a,
        't: 'a,
    {
        if self.spans.fields == FieldsAt::Item {
            return self.fields_of(self.spans.item, None);
        }
        self.other_fields()
    }

    #[inline(never)]
    fn other_fields<'a>(&self) -> Fields<'a>
    where
        'b: 'a,
        't: 'a,
    {
        match self.fields_elsewhere() {
            Some((object, Some(node))) => self.fields_of(object, Some(node)),
            Some((object, None)) => Fields::of_item(Json::new(object.of(self.body)), None),
            None => self.fields_of(self.spans.item, None),
        }
    }

    #[inline]
    fn fields_of<'a>(&self, object: Span, node: Option<u8>) -> Fields<'a>
    where
        'b: 'a,
        't: 'a,
    {
        let within = node.map(|node| (self.json(), node));
        let named = Named { reader: self.reader, place: self.spans.place, within };
        Fields::of_item(Json::new(object.of(self.body)), Some(named))
    }

    /// The object with the fields, if it is not the item itself, and the index of its node.
    fn fields_elsewhere(&self) -> Option<(Span, Option<u8>)> {
        let FieldsAt::Path(index) = self.spans.fields else { return None };
        let path = *self.place()?.fields.get(usize::from(index))?;
        let node = match path {
            ItemPath::Value(slot) => self.reader.nodes.iter().position(|node| node.slot == Some(slot)),
            ItemPath::Name(_) => None,
        };
        Some((self.find(&[path])?, node.and_then(|node| u8::try_from(node).ok())))
    }
}
