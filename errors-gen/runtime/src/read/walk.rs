//! The walk: scans a body along the trie of a vendor's envelopes, storing values and counting items, and validates the
//! rest.

use crate::json::{Fault, Scanner, Span, find_key};
use crate::table::{Member, Node, Reader};

use super::condition::Known;
use super::found::Found;
use super::http::Http;
use super::slots::Slots;

/// The maximum depth to which the trie is followed, which limits the recursion.
const MAX_LEVELS: usize = 20;

/// A walk in progress.
#[derive(Debug)]
pub(super) struct Walk<'w, 't> {
    pub(super) reader: &'t Reader<'t>,
    pub(super) text: &'w str,
    pub(super) slots: &'w mut Slots,
    /// The items that were found; `None` while an item is read again, which counts nothing.
    pub(super) found: Option<&'w mut Found>,
}

impl<'t> Walk<'_, 't> {
    /// Scans the whole body.
    ///
    /// # Errors
    ///
    /// The body is not JSON. The complete values up to that point have been stored and counted; an array or object that
    /// is cut off is treated as if it ended there.
    pub(super) fn body(&mut self) -> Result<(), Fault> {
        let end = self.value(0, self.node(Some(0)), Span::NONE, 0)?;
        Scanner::new(self.text, end).end()
    }

    /// Scans the item at the position, whose key and node are given, and returns its end.
    pub(super) fn item(&mut self, at: usize, node: u8, key: Span) -> Result<usize, Fault> {
        self.value(at, self.node(Some(node)), key, 0)
    }

    #[inline]
    fn node(&self, index: Option<u8>) -> &'t Node<'t> {
        let node = index.and_then(|index| self.reader.nodes.get(usize::from(index)));
        node.unwrap_or(const { &Node::EMPTY })
    }

    /// Scans the value at the position, whose node and key are given and which is nested in `depth` arrays and objects.
    /// Returns its end.
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
        // Also after a fault, for `guess`, which uses the values of a body that was cut off.
        let (Ok(end) | Err(end)) = walked.map_err(Fault::at);
        self.leave(node, Span::new(start, end.min(self.text.len())));
        walked
    }

    /// Scans the array at the position.
    fn array(&mut self, mut here: Scanner<'_>, node: &'t Node<'t>, depth: usize) -> Result<usize, Fault> {
        let element = self.node(node.element);
        let mut more = here.open(b']')?;
        while more {
            here.go_to(self.value(here.at(), element, Span::NONE, depth)?);
            more = here.separator(b']')?;
        }
        Ok(here.at())
    }

    /// Scans an object that is in the place of an array, and counts it as its only element.
    #[cold]
    fn lone(&mut self, at: usize, node: &'t Node<'t>, depth: usize) {
        let element = self.node(node.element);
        // Arrays nested in the object have no items.
        let Some(found) = self.found.take() else {
            return;
        };
        let (Ok(end) | Err(end)) = self.value(at, element, Span::NONE, depth).map_err(Fault::at);
        let span = Span::new(at, end.min(self.text.len()));
        let known = known(self.text, self.slots, found);
        for &index in element.places {
            if let Some(place) = self.reader.places.get(usize::from(index)) {
                found.count_lone(index, place, span, &known);
            }
        }
        self.found = Some(found);
    }

    /// Scans the object at the position.
    fn object(&mut self, mut here: Scanner<'_>, node: &'t Node<'t>, depth: usize) -> Result<usize, Fault> {
        let mut expected = 0;
        let mut more = here.open(b'}')?;
        while more {
            self.member(&mut here, node, &mut expected, depth)?;
            more = here.separator(b'}')?;
        }
        Ok(here.at())
    }

    /// Scans a member of an object. Most values are only stored or skipped.
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
                // For duplicate keys, the last one wins, even if it is cut off.
                self.slots.forget(slot);
                return Err(fault);
            }
        }
        Ok(())
    }

    /// Clears the slots and counts of an earlier value of this node, and stores the key.
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

    /// Stores a value, and counts it as an item if it is one.
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
        let known = known(self.text, self.slots, found);
        for &index in node.places {
            if let Some(place) = self.reader.places.get(usize::from(index)) {
                found.count(index, place, span, &known);
            }
        }
    }

    /// Counts a value for the node's probes.
    fn probe(&mut self, node: &Node<'_>) {
        let Some(found) = &mut self.found else {
            return;
        };
        let known = known(self.text, self.slots, found);
        for &index in node.probes {
            if let Some(place) = self.reader.places.get(usize::from(index)) {
                found.probe(index, place, &known);
            }
        }
    }
}

/// What is known on the way. Whatever depends on the HTTP status waits until the whole body has been read.
#[inline]
const fn known<'a>(text: &'a str, slots: &'a Slots, found: &Found) -> Known<'a> {
    Known { text, http: Http::UNKNOWN, slots, counted: found.counted() }
}

/// Whether the trie knows members of a node.
#[inline]
fn has_members(node: &Node<'_>) -> bool {
    !node.members.all.is_empty() || node.any_member.is_some()
}
