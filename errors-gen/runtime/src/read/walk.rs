//! The walk: it follows the trie of a vendor's envelopes through a value, and validates all the rest on the way.

use crate::json::{Fault, Scanner, Span, find_key};
use crate::table::{Member, Node, Reader};

use super::found::Found;
use super::slots::Slots;

/// How many levels of the trie are followed: as deep as the walk calls itself.
const MAX_LEVELS: usize = 20;

/// A walk in progress.
#[derive(Debug)]
pub(super) struct Walk<'w, 't> {
    pub(super) reader: &'t Reader<'t>,
    pub(super) text: &'w str,
    pub(super) slots: &'w mut Slots,
    /// Where items are counted: not while an item itself is read again.
    pub(super) found: Option<&'w mut Found>,
}

impl<'t> Walk<'_, 't> {
    /// Walks through the whole body.
    ///
    /// # Errors
    ///
    /// The body is not JSON. What it held up to there has been kept and counted, as far as it was whole; an array or object
    /// that is cut off counts as one that ends there.
    pub(super) fn body(&mut self) -> Result<(), Fault> {
        let end = self.value(0, self.node(Some(0)), Span::NONE, 0)?;
        Scanner::new(self.text, end).end()
    }

    /// Walks through an item of this node, which stands at the position under this key, and gives its end.
    pub(super) fn item(&mut self, at: usize, node: u8, key: Span) -> Result<usize, Fault> {
        self.value(at, self.node(Some(node)), key, 0)
    }

    #[inline]
    fn node(&self, index: Option<u8>) -> &'t Node<'t> {
        let node = index.and_then(|index| self.reader.nodes.get(usize::from(index)));
        node.unwrap_or(const { &Node::EMPTY })
    }

    /// Walks through the value at the position, which belongs to this node and stands under this key. `depth` arrays and
    /// objects are open around it. Gives its end.
    #[inline]
    fn value(&mut self, at: usize, node: &'t Node<'t>, key: Span, depth: usize) -> Result<usize, Fault> {
        self.enter(node, key);
        let mut here = Scanner::new(self.text, at);
        let first = here.peek()?;
        let start = here.at();
        let walked = match first {
            b'{' if has_members(node) && depth < MAX_LEVELS => self.object(here, node, depth + 1),
            b'[' if node.element.is_some() && depth < MAX_LEVELS => self.array(here, node, depth + 1),
            _ => here.value(depth).map(|value| value.end as usize),
        };
        if first == b'{' && node.element.is_some() {
            self.lone(start, node, depth);
        }
        // Also after a fault, so that `guess` can use what a cut-off body shows; nothing else looks at it then.
        let (Ok(end) | Err(end)) = walked.map_err(Fault::at);
        self.leave(node, Span::new(start, end.min(self.text.len())));
        walked
    }

    /// Walks through the array at the position.
    fn array(&mut self, mut here: Scanner<'_>, node: &'t Node<'t>, depth: usize) -> Result<usize, Fault> {
        let element = self.node(node.element);
        let mut more = here.open(b']')?;
        while more {
            here.go_to(self.value(here.at(), element, Span::NONE, depth)?);
            more = here.separator(b']')?;
        }
        Ok(here.at())
    }

    /// Walks through an object that stands where this node has an array, and counts it as the only element.
    #[cold]
    fn lone(&mut self, at: usize, node: &'t Node<'t>, depth: usize) {
        let element = self.node(node.element);
        // Items stand in no arrays within it.
        let Some(found) = self.found.take() else {
            return;
        };
        let (Ok(end) | Err(end)) = self.value(at, element, Span::NONE, depth).map_err(Fault::at);
        let span = Span::new(at, end.min(self.text.len()));
        for &index in element.places {
            if let Some(place) = self.reader.places.get(usize::from(index)) {
                found.count_lone(index, place, span, self.slots, self.text);
            }
        }
        self.found = Some(found);
    }

    /// Walks through the object at the position.
    fn object(&mut self, mut here: Scanner<'_>, node: &'t Node<'t>, depth: usize) -> Result<usize, Fault> {
        let mut expected = 0;
        let mut more = here.open(b'}')?;
        while more {
            self.member(&mut here, node, &mut expected, depth)?;
            more = here.separator(b'}')?;
        }
        Ok(here.at())
    }

    /// Walks through a member of an object. Most lead no further: their values are kept or passed over.
    #[inline]
    fn member(
        &mut self,
        here: &mut Scanner<'_>,
        node: &'t Node<'t>,
        expected: &mut usize,
        depth: usize,
    ) -> Result<(), Fault> {
        here.quote()?;
        let start = here.at();
        let member = find_key(&node.members, here, expected)?;
        let key = Span::new(start, here.at());
        here.colon()?;
        let slot = match member {
            Some(member) => member.slot,
            None if node.any_member.is_some() => Member::NESTED,
            None => Member::UNKNOWN,
        };
        if slot == Member::NESTED {
            let child = member.map(|member| member.node).or(node.any_member);
            here.go_to(self.value(here.at(), self.node(child), key, depth)?);
            return Ok(());
        }
        match here.value(depth) {
            Ok(value) => self.slots.keep(slot, value),
            Err(fault) => {
                // Of several members with one key the last one counts, even if it is cut off.
                self.slots.forget(slot);
                return Err(fault);
            }
        }
        Ok(())
    }

    /// Forgets what an earlier value of this node left.
    #[inline]
    fn enter(&mut self, node: &Node<'_>, key: Span) {
        self.slots.clear(node.clears);
        if let Some(found) = &mut self.found {
            found.restart(node.restarts);
        }
        if let Some(slot) = node.name_slot
            && !key.is_none()
        {
            self.slots.set(slot, key);
        }
    }

    /// Keeps a value, and the item that it may be.
    #[inline]
    fn leave(&mut self, node: &Node<'_>, span: Span) {
        if let Some(slot) = node.slot {
            self.slots.set(slot, span);
        }
        if !node.places.is_empty() {
            self.count(node, span);
        }
        if self.slots.have_any(node.tested) {
            self.probe(node);
        }
    }

    /// Counts a value as an item of the node's places.
    fn count(&mut self, node: &Node<'_>, span: Span) {
        let Some(found) = &mut self.found else {
            return;
        };
        for &index in node.places {
            if let Some(place) = self.reader.places.get(usize::from(index)) {
                found.count(index, place, span, self.slots, self.text);
            }
        }
    }

    /// Counts a value for the node's places that are there to be tested only.
    fn probe(&mut self, node: &Node<'_>) {
        let Some(found) = &mut self.found else {
            return;
        };
        for &index in node.probes {
            if let Some(place) = self.reader.places.get(usize::from(index)) {
                found.probe(index, place, self.slots, self.text);
            }
        }
    }
}

/// Whether the trie knows members of a node.
#[inline]
fn has_members(node: &Node<'_>) -> bool {
    !node.members.all.is_empty() || node.any_member.is_some()
}
