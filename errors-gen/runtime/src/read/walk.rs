//! The scan: it follows the trie of a vendor's envelopes through a value, and validates all the rest on the way.

use crate::hint::cold_path;
use crate::json::FindMember as _;
use crate::json::{Fault, Scanner, Span, Utf8};
use crate::table::{Member, Node, Reader};

use super::found::Found;
use super::long_list::Passed;
use super::slots::Slots;

/// How many steps a trie is followed: as deep as the walk calls itself.
pub(super) const MAX_STEPS: usize = 20;

/// How many elements of a list are walked before it is taken for a long one, for which more is worth while.
const FEW: usize = 32;

/// A member that has been scanned.
pub(super) struct Scanned {
    /// The slot that keeps its value, [`Member::NESTED`] or [`Member::UNKNOWN`].
    pub(super) slot: u8,
    pub(super) name: Span,
    /// Where its value starts.
    pub(super) value: u32,
}

/// A scan in progress.
#[derive(Debug)]
pub(super) struct Walk<'w, 'k, 't> {
    pub(super) reader: &'t Reader<'t>,
    pub(super) text: Utf8<'w>,
    pub(super) slots: &'w mut Slots,
    /// Where items are counted: not while an item itself is read again.
    pub(super) found: Option<&'w mut Found<'k>>,
}

impl<'t> Walk<'_, '_, 't> {
    #[inline]
    pub(super) fn node(&self, index: u8) -> &'t Node<'t> {
        let Some(node) = self.reader.nodes.get(usize::from(index)) else {
            cold_path();
            return const { &Node::NOTHING };
        };
        node
    }

    /// Scans the whole body.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "spares a call for every body")]
    pub(super) fn body(&mut self) -> Result<(), Fault> {
        let mut here = Scanner::new(self.text, 0);
        let first = here.peek()?;
        let end = self.follow(here.at(), first, self.node(0), 0)?;
        Scanner::new(self.text, end).expect_end()
    }

    /// Scans one value as a value of the node, found under the member of this name, from the position on. Gives its end.
    pub(super) fn value(&mut self, at: usize, node: u8, name: Span) -> Result<usize, Fault> {
        let mut here = Scanner::new(self.text, at);
        let first = here.peek()?;
        let node = self.node(node);
        self.enter(node, name);
        self.follow(here.at(), first, node, 0)
    }

    /// Scans the value of the node at the position, which starts with this byte. `depth` lists and objects are open around
    /// it.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "lists and objects get a loop each, with a frame of its own")]
    fn follow(&mut self, at: usize, first: u8, node: &'t Node<'t>, depth: usize) -> Result<usize, Fault> {
        let end = self.end_of(at, first, node, depth).inspect_err(|_| cold_path())?;
        self.leave(node, Span::new(at, end));
        Ok(end)
    }

    /// The same without keeping anything of the value itself.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "lists and objects get a loop each, with a frame of its own")]
    pub(super) fn end_of(&mut self, at: usize, first: u8, node: &'t Node<'t>, depth: usize) -> Result<usize, Fault> {
        if first == b'{' && has_members(node) && depth < MAX_STEPS {
            return self.object(at, node, depth + 1);
        }
        if first == b'[' && node.element.is_some() && depth < MAX_STEPS {
            return self.list(at + 1, node, depth + 1);
        }
        end_of_value(self.text, at, first, depth)
    }

    /// Scans the list whose opening bracket is before the position.
    #[inline(never)]
    fn list(&mut self, at: usize, node: &Node<'_>, depth: usize) -> Result<usize, Fault> {
        let mut here = Scanner::new(self.text, at);
        let element = self.node(node.element.unwrap_or(u8::MAX));
        let mut first = here.peek()?;
        if first == b']' {
            cold_path();
            return Ok(here.at() + 1);
        }
        // The same for every element, so that most of them are not asked again.
        let objects_lead_on = depth < MAX_STEPS && has_members(element);
        let mut walked = 0;
        loop {
            // An element has no name, and no place is counted anew with it.
            self.slots.clear(element.clears);
            let end = if first == b'{' && objects_lead_on {
                self.object(here.at(), element, depth + 1).inspect_err(|_| cold_path())?
            } else {
                cold_path();
                self.end_of(here.at(), first, element, depth).inspect_err(|_| cold_path())?
            };
            let span = Span::new(here.at(), end);
            self.leave_element(element, first, span);
            here = Scanner::new(self.text, end);
            walked += 1;
            if walked == FEW && objects_lead_on {
                cold_path();
                match self.rest_of_list(end, element, depth)? {
                    Passed::List(end) => return Ok(end),
                    Passed::Elements(end) => here.go_to(end),
                }
            }
            match here.next_element()? {
                Some(next) => first = next,
                None => return Ok(here.at()),
            }
        }
    }

    /// Scans the object at the position.
    #[inline(never)]
    fn object(&mut self, at: usize, node: &Node<'_>, depth: usize) -> Result<usize, Fault> {
        let mut here = Scanner::new(self.text, at);
        if !here.enter_object()? {
            cold_path();
            return Ok(here.at());
        }
        let mut expected = 0;
        loop {
            self.pass_member(&mut here, node, &mut expected, depth).inspect_err(|_| cold_path())?;
            if !here.pass_comma()? {
                return Ok(here.at());
            }
        }
    }

    /// Scans a member of the node's object, whose name's opening quote is at the position.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every member of a body passes here")]
    pub(super) fn pass_member(
        &mut self,
        here: &mut Scanner<'_>,
        node: &Node<'_>,
        expected: &mut usize,
        depth: usize,
    ) -> Result<Scanned, Fault> {
        let (name, member) = member(here, node, expected)?;
        let slot = match member {
            Some(member) => member.slot,
            None if node.any_member.is_some() => Member::NESTED,
            None => Member::UNKNOWN,
        };
        let first = here.pass_colon()?;
        let start = here.at();
        if slot == Member::NESTED {
            let child = member.map(|member| member.node).or(node.any_member).unwrap_or(u8::MAX);
            here.go_to(self.nested(start, first, child, name, depth).inspect_err(|_| cold_path())?);
        } else {
            let span = here.skip_from(first, depth)?;
            self.slots.keep(slot, span);
        }
        Ok(Scanned { slot, name, value: Span::new(start, start).start })
    }

    /// Scans the value of a member that leads further. Out of line, so that objects without such a member, as most items
    /// are, have less to set up.
    #[inline(never)]
    pub(super) fn nested(&mut self, at: usize, first: u8, child: u8, name: Span, depth: usize) -> Result<usize, Fault> {
        let child = self.node(child);
        self.slots.note_repeated(child.clears);
        self.enter(child, name);
        self.follow(at, first, child, depth)
    }

    /// Forgets what an earlier value of this node left.
    #[inline]
    pub(super) fn enter(&mut self, node: &Node<'_>, name: Span) {
        self.slots.clear(node.clears);
        if let Some(found) = &mut self.found {
            found.restart(node.restarts);
        }
        if let Some(slot) = node.name_slot
            && !name.is_none()
        {
            cold_path();
            self.slots.set(slot, name);
        }
    }

    /// Keeps a value, and the item that it may be.
    #[inline]
    pub(super) fn leave(&mut self, node: &Node<'_>, span: Span) {
        self.keep(node, span);
        self.count_items(node, span);
        self.probe(node);
    }

    /// The same for an element of a list, which starts with this byte.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every item of a list passes here")]
    pub(super) fn leave_element(&mut self, node: &Node<'_>, first: u8, span: Span) {
        // Most items have the usual shape of their place: nothing is called for those.
        let counted = first == b'{' && self.count_usual_item(node, span);
        self.keep(node, span);
        if !counted {
            cold_path();
            self.count_items(node, span);
        }
        self.probe(node);
    }

    /// Keeps a value.
    #[inline]
    fn keep(&mut self, node: &Node<'_>, span: Span) {
        if let Some(slot) = node.slot {
            self.slots.set(slot, span);
        }
    }

    /// Counts an object as an item of the node's only place, if it has the usual shape of the items there; whether it did.
    #[inline]
    fn count_usual_item(&mut self, node: &Node<'_>, span: Span) -> bool {
        if let (Some(usual), Some(found), [place]) = (&node.usual, &mut self.found, node.places) {
            found.count_usual(*place, usual, span, self.slots, self.text)
        } else {
            false
        }
    }

    /// Counts a value as an item of the node's places.
    #[inline]
    fn count_items(&mut self, node: &Node<'_>, span: Span) {
        if !node.places.is_empty() {
            cold_path();
            self.count_any_items(node, span);
        }
    }

    #[inline(never)]
    fn count_any_items(&mut self, node: &Node<'_>, span: Span) {
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
    #[inline]
    fn probe(&mut self, node: &Node<'_>) {
        if self.slots.have_any(node.tested) {
            cold_path();
            self.probe_any(node);
        }
    }

    #[inline(never)]
    fn probe_any(&mut self, node: &Node<'_>) {
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

/// The end of a value of which nothing is known.
#[inline(never)]
fn end_of_value(text: Utf8<'_>, at: usize, first: u8, depth: usize) -> Result<usize, Fault> {
    let mut here = Scanner::new(text, at);
    here.skip_from(first, depth)?;
    Ok(here.at())
}

/// Whether a value that starts with this byte holds anything that the trie knows.
#[inline]
pub(super) fn leads_on(node: &Node<'_>, first: u8) -> bool {
    match first {
        b'[' => node.element.is_some(),
        b'{' => has_members(node),
        _ => false,
    }
}

/// Whether the trie knows members of a node.
#[inline]
fn has_members(node: &Node<'_>) -> bool {
    if !node.members.all.is_empty() {
        return true;
    }
    cold_path();
    node.any_member.is_some()
}

/// Passes the name of a member, whose opening quote is at the position; gives the name and what is known of it.
#[inline(always)]
#[expect(clippy::inline_always, reason = "every member of the body passes here")]
pub(super) fn member<'t>(
    scanner: &mut Scanner<'_>,
    node: &Node<'t>,
    expected: &mut usize,
) -> Result<(Span, Option<&'t Member<'t>>), Fault> {
    // Names that are known are mostly written as they are: they are recognized before their end is looked for.
    if let Some(member) = node.members.standing_at(scanner.text().as_bytes(), scanner.at() + 1, expected) {
        return Ok((scanner.seen_name(member.name.len()), Some(member)));
    }
    let (name, escaped) = scanner.string_or_escaped()?;
    Ok((name, node.members.passed_over(scanner.text(), name, escaped)))
}
