//! Where the fields of an item stand.

use crate::json::{Json, Span};
use crate::table::{ItemPath, Node, Place};
use crate::view::{Fields, Named};

use super::Item;
use crate::read::spans::FieldsAt;

impl<'b, 't> Item<'b, 't> {
    /// The object in which the item's documented fields stand: most often the item itself.
    #[must_use]
    pub fn fields<'a>(&self) -> Fields<'a>
    where
        'b: 'a,
        't: 'a,
    {
        let own = self.place().and_then(|place| self.reader.nodes.get(usize::from(place.node)));
        let found = self.place().and_then(|place| self.fields_elsewhere(place, own?));
        let message = if found.is_none() { self.message_within() } else { Span::NONE };
        let (json, node) = found.unwrap_or((self.json(), own));
        let named =
            self.place().zip(node).map(|(place, node)| Named { nodes: self.reader.nodes, place, node, message });
        Fields::of_item(json, named)
    }

    /// Where the message stands in the item, if it does.
    #[inline]
    fn message_within(&self) -> Span {
        let (item, message) = (self.spans.item, self.spans.message);
        match (message.start.checked_sub(item.start), message.end.checked_sub(item.start)) {
            (Some(start), Some(end)) => Span { start, end },
            _ => Span::NONE,
        }
    }

    /// Another object than the item itself in which its fields stand, and that object's node.
    fn fields_elsewhere(&self, place: &Place<'t>, own: &Node<'t>) -> Option<(Json<'b>, Option<&'t Node<'t>>)> {
        let paths = match self.spans.fields {
            FieldsAt::Item => return None,
            FieldsAt::Path(index) => place.fields.get(usize::from(index)..)?,
            // Nothing has to be looked for where the item itself comes first.
            FieldsAt::Unknown => match place.fields.first() {
                Some(ItemPath::Value(first)) if own.slot == Some(*first) => return None,
                _ => place.fields,
            },
        };
        paths.iter().find_map(|path| {
            let json = self.look(|_| core::slice::from_ref(path))?;
            let node = match path {
                ItemPath::Value(slot) => self.reader.nodes.iter().find(|node| node.slot == Some(*slot)),
                ItemPath::Name(_) => None,
            };
            Some((json, node))
        })
    }
}
