//! The scan: it follows the trie of a vendor's envelopes through a value, and validates all the rest on the way.

use crate::json::{Fault, Scanner, Span, Text};
use crate::table::{Member, Node, Place, Reader};

use super::condition::holds;
use super::item::ItemSpans;

/// How many items are kept from the scan. Further ones are read again from their list when they are asked for.
pub(super) const KEPT_ITEMS: usize = 6;

/// How many places a reader can have.
pub(super) const MAX_PLACES: usize = 16;

/// How many steps a trie is followed.
pub(super) const MAX_STEPS: usize = 20;

/// The values that the nodes of the trie keep.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots {
    /// The last one is for values that nobody asks for, so that they are treated like the others.
    spans: [Span; Self::COUNT],
    present: u64,
    /// Those of which a value took the place of an earlier one, or may have.
    repeated: u64,
}

impl Slots {
    const COUNT: usize = 33;

    pub(super) const EMPTY: Self = Self { spans: [Span::NONE; Self::COUNT], present: 0, repeated: 0 };

    const fn bit(slot: u8) -> u64 {
        1 << (slot & 63)
    }

    #[inline]
    pub(super) fn get(&self, slot: u8) -> Option<Span> {
        if self.present & Self::bit(slot) == 0 {
            return None;
        }
        self.spans.get(usize::from(slot)).copied()
    }

    #[inline]
    pub(super) fn set(&mut self, slot: u8, span: Span) {
        if let Some(kept) = self.spans.get_mut(usize::from(slot)) {
            *kept = span;
            self.present |= Self::bit(slot);
        }
    }

    /// The same for a value that may take the place of an earlier one.
    #[inline]
    fn keep(&mut self, slot: u8, span: Span) {
        self.repeated |= self.present & Self::bit(slot);
        self.set(slot, span);
    }

    /// Whether all of some slots, given as bits, have a value.
    #[inline]
    pub(super) fn have(&self, bits: u32) -> bool {
        self.present & u64::from(bits) == u64::from(bits)
    }

    /// Whether one of some slots, given as bits, has a value.
    #[inline]
    pub(super) fn have_any(&self, bits: u32) -> bool {
        self.present & u64::from(bits) != 0
    }

    /// Whether a value of one of some slots, given as bits, may have taken the place of an earlier one.
    #[inline]
    pub(super) fn were_repeated(&self, bits: u32) -> bool {
        self.repeated & u64::from(bits) != 0
    }

    #[inline]
    fn note_repeated(&mut self, bits: u32) {
        self.repeated |= self.present & u64::from(bits);
    }

    #[inline]
    fn clear(&mut self, bits: u32) {
        self.present &= !u64::from(bits);
    }
}

/// The items met so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// How many items each place has.
    counts: [u32; MAX_PLACES],
    /// The places that have any, as bits.
    counted: u16,
    /// How many of `kept` are filled.
    len: u8,
    /// The first items, in the order of the body.
    kept: [ItemSpans; KEPT_ITEMS],
}

impl Found {
    pub(super) const NONE: Self =
        Self { counts: [0; MAX_PLACES], counted: 0, len: 0, kept: [ItemSpans::NONE; KEPT_ITEMS] };

    /// How many items a place has.
    #[inline]
    pub(super) fn count(&self, place: u8) -> u32 {
        self.counts.get(usize::from(place)).copied().unwrap_or(0)
    }

    /// Whether a place has items.
    #[inline]
    pub(super) const fn has(&self, place: u8) -> bool {
        self.counted >> (place & 15) & 1 == 1
    }

    /// Whether one of some places, given as bits, has items.
    #[inline]
    pub(super) const fn have_any(&self, bits: u16) -> bool {
        self.counted & bits != 0
    }

    pub(super) fn set_count(&mut self, place: u8, count: u32) {
        if let Some(entry) = self.counts.get_mut(usize::from(place)) {
            *entry = count;
            let bit = 1 << (place & 15);
            self.counted = if count > 0 { self.counted | bit } else { self.counted & !bit };
        }
    }

    /// The kept items.
    #[inline]
    pub(super) fn kept(&self) -> &[ItemSpans] {
        self.kept.get(..usize::from(self.len)).unwrap_or_default()
    }

    /// Where an item is kept that no list leads to. It takes the place of the last kept item where there is no room: that
    /// one is read again from its list.
    pub(super) fn free_for_single(&mut self) -> Option<&mut ItemSpans> {
        let free = usize::from(self.len).min(KEPT_ITEMS - 1);
        self.len = u8::try_from(free + 1).unwrap_or(u8::MAX);
        self.kept.get_mut(free)
    }

    /// Counts a value as an item of a place if it is one.
    #[inline]
    fn count_if_item(&mut self, index: u8, place: &Place<'_>, span: Span, slots: &Slots, text: &str) {
        if place.probe {
            if self.has(index) || !holds(&place.when, slots, self, text) {
                return;
            }
        } else {
            if !ItemSpans::is_item(place, span, slots, self, text) {
                return;
            }
            // Filled where it stays: what has just been written is slow to copy.
            if let Some(free) = self.kept.get_mut(usize::from(self.len)) {
                free.fill(index, place, span, slots, text);
                self.len += 1;
            }
        }
        if let Some(count) = self.counts.get_mut(usize::from(index)) {
            *count = count.saturating_add(1);
            self.counted |= 1 << (index & 15);
        }
    }

    /// Forgets the items of some places, given as bits: their list is given again, and the last one counts.
    #[cold]
    fn restart(&mut self, places: u16) {
        self.counted &= !places;
        for (place, count) in self.counts.iter_mut().enumerate() {
            if places >> place & 1 == 1 {
                *count = 0;
            }
        }
        let mut len = 0;
        for index in 0..usize::from(self.len) {
            let Some(&item) = self.kept.get(index) else {
                break;
            };
            if places >> item.place & 1 == 0 {
                if let Some(free) = self.kept.get_mut(usize::from(len)) {
                    *free = item;
                }
                len += 1;
            }
        }
        self.len = len;
    }
}

/// A scan in progress.
#[derive(Debug)]
pub(super) struct Walk<'w, 't> {
    pub(super) reader: &'t Reader<'t>,
    pub(super) text: &'w str,
    pub(super) slots: &'w mut Slots,
    /// Where items are counted: not while an item itself is read again.
    pub(super) found: Option<&'w mut Found>,
}

impl<'t> Walk<'_, 't> {
    #[inline]
    pub(super) fn node(&self, index: u8) -> &'t Node<'t> {
        self.reader.nodes.get(usize::from(index)).unwrap_or(const { &Node::NOTHING })
    }

    /// Scans one value as a value of the node, found under the member of this name, from the position on. Gives its end.
    pub(super) fn value(&mut self, at: usize, node: u8, name: Span) -> Result<usize, Fault> {
        let mut here = Scanner::new(self.text, at);
        let first = here.peek()?;
        self.follow(here.at(), first, node, name, 0)
    }

    /// Scans the value at the position, which starts with this byte. `depth` lists and objects are open around it.
    fn follow(&mut self, at: usize, first: u8, node: u8, name: Span, depth: usize) -> Result<usize, Fault> {
        let node = self.node(node);
        self.enter(node, name);
        let end = if !leads_on(node, first) || depth == MAX_STEPS {
            let mut here = Scanner::new(self.text, at);
            here.skip_from(first, depth)?;
            here.at()
        } else if first == b'[' {
            self.list(at + 1, node, depth + 1)?
        } else {
            self.object(at + 1, node, depth + 1)?
        };
        self.leave(node, Span::new(at, end));
        Ok(end)
    }

    /// Scans the list whose opening bracket is before the position.
    fn list(&mut self, at: usize, node: &Node<'_>, depth: usize) -> Result<usize, Fault> {
        let mut here = Scanner::new(self.text, at);
        let element = node.element.unwrap_or(u8::MAX);
        let mut first = here.peek()?;
        if first == b']' {
            return Ok(here.at() + 1);
        }
        loop {
            let end = self.follow(here.at(), first, element, Span::NONE, depth)?;
            here = Scanner::new(self.text, end);
            match here.peek()? {
                b',' => here.advance(),
                b']' => return Ok(here.at() + 1),
                _ => return Err(here.fault()),
            }
            first = here.peek()?;
        }
    }

    /// Scans the object whose opening bracket is before the position.
    fn object(&mut self, at: usize, node: &Node<'_>, depth: usize) -> Result<usize, Fault> {
        let mut here = Scanner::new(self.text, at);
        if here.peek()? == b'}' {
            return Ok(here.at() + 1);
        }
        let mut expected = 0;
        let other = node.any_member.map_or((Member::UNKNOWN, 0), |node| (Member::NESTED, node));
        loop {
            let (name, member) = member(&mut here, node, &mut expected)?;
            let (slot, child) = member.map_or(other, |member| (member.slot(), member.node()));
            let first = here.peek()?;
            if slot == Member::NESTED {
                self.slots.note_repeated(self.node(child).clears);
                here = Scanner::new(self.text, self.follow(here.at(), first, child, name, depth)?);
            } else {
                let span = here.skip_from(first, depth)?;
                self.slots.keep(slot, span);
            }
            match here.peek()? {
                b',' => here.advance(),
                b'}' => return Ok(here.at() + 1),
                _ => return Err(here.fault()),
            }
        }
    }

    /// Forgets what an earlier value of this node left.
    #[inline]
    pub(super) fn enter(&mut self, node: &Node<'_>, name: Span) {
        self.slots.clear(node.clears);
        if let Some(found) = &mut self.found
            && found.counted & node.restarts != 0
        {
            found.restart(node.restarts);
        }
        if let Some(slot) = node.name_slot {
            self.slots.set(slot, name);
        }
    }

    /// Keeps a value, and the item that it may be.
    #[inline]
    pub(super) fn leave(&mut self, node: &Node<'_>, span: Span) {
        if let Some(slot) = node.slot {
            self.slots.set(slot, span);
        }
        if !node.places.is_empty() {
            self.count_items(node, span);
        }
    }

    #[inline(never)]
    fn count_items(&mut self, node: &Node<'_>, span: Span) {
        let Some(found) = &mut self.found else {
            return;
        };
        for &place in node.places {
            if let Some(table) = self.reader.places.get(usize::from(place)) {
                found.count_if_item(place, table, span, self.slots, self.text);
            }
        }
    }
}

/// Whether a list or an object holds anything that the trie knows.
#[inline]
pub(super) fn leads_on(node: &Node<'_>, bracket: u8) -> bool {
    if bracket == b'[' { node.element.is_some() } else { !node.members.is_empty() || node.any_member.is_some() }
}

/// Passes the name of a member and the colon behind it; gives the name and what is known of it.
#[inline(always)]
#[expect(clippy::inline_always, reason = "every member of the body passes here")]
pub(super) fn member<'n, 't>(
    scanner: &mut Scanner<'_>,
    node: &Node<'t>,
    expected: &mut usize,
) -> Result<(Span, Option<&'t Member<'t>>), Fault> {
    let members = node.members;
    // Names that are known are mostly written as they are: they are recognized before their end is looked for.
    if scanner.peek()? == b'"' {
        let (bytes, at) = (scanner.text().as_bytes(), scanner.at() + 1);
        if let Some(head) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
            let first = head[0];
            let head = u64::from_le_bytes(*head);
            // Members mostly come in the order of the table.
            let mut member = members.get(*expected).filter(|member| member.stands_at(head, bytes, at));
            if member.is_none() && node.initials & Member::initial(first) != 0 {
                *expected = members.iter().position(|member| member.stands_at(head, bytes, at)).unwrap_or(members.len());
                member = members.get(*expected);
            }
            if let Some(member) = member {
                *expected += 1;
                return Ok((scanner.seen_name(member.name().len())?, Some(member)));
            }
        }
    }
    let (name, escaped) = scanner.name()?;
    // What is left: names with escapes, and short ones at the very end of the body.
    let near_end = scanner.text().len() - (name.start as usize) < 9;
    Ok((name, if escaped || near_end { rare_member(scanner.text(), members, name) } else { None }))
}

#[cold]
#[inline(never)]
fn rare_member<'n, 't>(text: &str, members: &'n [Member<'t>], name: Span) -> Option<&'n Member<'t>> {
    let name = Text::new(name.inside(text));
    members.iter().find(|member| name == member.name())
}
