//! Where the fields of an item stand.

use crate::json::{Json, Span};
use crate::table::ItemPath;
use crate::view::{Fields, Named};

use super::Item;
use crate::read::spans::FieldsAt;

impl<'b, 't> Item<'b, 't> {
    /// The object in which the item's documented fields stand: most often the item itself.
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
            Some((object, None)) => Fields::of(Json::new(object.of(self.body))),
            None => self.fields_of(self.spans.item, None),
        }
    }

    #[inline]
    fn fields_of<'a>(&self, object: Span, node: Option<u8>) -> Fields<'a>
    where
        'b: 'a,
        't: 'a,
    {
        let named = Named { reader: self.reader, place: self.spans.place, node, seen: self.seen(object) };
        Fields::of_item(Json::new(object.of(self.body)), named)
    }

    /// Where the code and the message stand in an object, if they do.
    #[inline]
    pub(super) fn seen(&self, object: Span) -> [Span; 2] {
        let start = object.start;
        // What stands elsewhere gets a place that the object does not have: what is before it, one far behind its end.
        let within = |span: Span| Span { start: span.start.wrapping_sub(start), end: span.end.wrapping_sub(start) };
        let code = self.spans.code;
        let quoted = self.body.as_bytes().get((code.start as usize).wrapping_sub(1)) == Some(&b'"');
        let quote = u32::from(quoted);
        let code = Span { start: code.start.wrapping_sub(quote), end: code.end.wrapping_add(quote) };
        [within(code), within(self.spans.message)]
    }

    /// Another object than the item itself in which its fields stand, and the index of that object's node.
    fn fields_elsewhere(&self) -> Option<(Span, Option<u8>)> {
        let (place, own) = (self.place()?, self.own_node()?);
        let paths = match self.spans.fields {
            FieldsAt::Item => return None,
            FieldsAt::Path(index) => place.fields.get(usize::from(index)..)?,
            FieldsAt::Unknown => place.fields,
        };
        // The item itself comes last.
        let is_own = |path: &ItemPath| matches!(path, ItemPath::Value(slot) if own.slot == Some(*slot));
        paths.iter().take_while(|path| !is_own(path)).find_map(|path| {
            let object = self.look_for(own, core::slice::from_ref(path))?;
            let node = match path {
                ItemPath::Value(slot) => self.reader.nodes.iter().position(|node| node.slot == Some(*slot)),
                ItemPath::Name(_) => None,
            };
            Some((object, node.and_then(|node| u8::try_from(node).ok())))
        })
    }
}
