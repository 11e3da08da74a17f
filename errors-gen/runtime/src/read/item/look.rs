//! Parts of an item that are seldom asked for, and are looked for only then.

use crate::json::FindMember as _;
use core::ops::ControlFlow;

use crate::json::{Json, Scanner, Span};
use crate::table::{ItemPath, Member, Members, Node};

use super::Item;
use crate::read::condition::is_there;
use crate::read::slots::Slots;
use crate::read::spans::FieldsAt;
use crate::read::walk::Walk;

impl<'b, 't> Item<'b, 't> {
    /// What the first of these paths leads to that leads anywhere.
    pub(super) fn look(&self, paths: &[ItemPath]) -> Option<Json<'b>> {
        self.value(self.look_for(self.own_node()?, paths)?)
    }

    /// The node of the item.
    #[inline]
    pub(super) fn own_node(&self) -> Option<&'t Node<'t>> {
        self.reader.nodes.get(usize::from(self.place()?.node))
    }

    /// Where it stands. `own` is the node of the item.
    pub(super) fn look_for(&self, own: &Node<'_>, paths: &[ItemPath]) -> Option<Span> {
        let mut slots = None;
        paths.iter().find_map(|path| {
            let span = match *path {
                ItemPath::Name(_) => self.name(),
                ItemPath::Value(slot) => match self.member_kept_in(own, slot) {
                    Some(member) => self.member(member),
                    None => slots.get_or_insert_with(|| self.walk_again()).get(slot),
                },
            };
            span.filter(|span| is_there(*span, self.body))
        })
    }

    /// The name that the item was found under, with its quotes.
    fn name(&self) -> Option<Span> {
        let start = self.spans.name_at as usize;
        if start == 0 { None } else { Scanner::new(self.body, start).string().ok() }
    }

    /// The member of the item that this slot keeps.
    fn member_kept_in<'n>(&self, own: &Node<'n>, slot: u8) -> Option<&'n Member<'n>> {
        own.members.all.iter().find(|member| match member.slot {
            Member::NESTED => {
                self.reader.nodes.get(usize::from(member.node)).is_some_and(|node| node.slot == Some(slot))
            }
            kept => kept == slot,
        })
    }

    /// Where the value of a member stands; of several the last.
    fn member(&self, member: &Member<'_>) -> Option<Span> {
        let item = self.spans.item;
        // Where that is known of the whole body, or of all that was read of it until the item's end, the first one is the only one.
        let only = !self.spans.repeated && self.spans.fields != FieldsAt::Unknown;
        let mut found = None;
        Members::new(core::slice::from_ref(member)).values_in(item.of(self.body), self.seen(item), |_, value| {
            found = Some(Span { start: item.start + value.start, end: item.start + value.end });
            if only { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        found
    }

    /// Reads the item again, for what lies deeper in it.
    fn walk_again(&self) -> Slots {
        let mut slots = Slots::EMPTY;
        if let Some(place) = self.place() {
            let mut walk = Walk { reader: self.reader, text: self.body, slots: &mut slots, found: None };
            // It has been validated, so there is no fault.
            let _ = walk.value(self.spans.item.start as usize, place.node, Span::NONE);
        }
        slots
    }
}
