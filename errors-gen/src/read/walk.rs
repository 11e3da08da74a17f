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
    spans: [Span; 32],
    present: u32,
    /// Those of which a value took the place of an earlier one, or may have.
    repeated: u32,
}

impl Slots {
    pub(super) const EMPTY: Self = Self { spans: [Span::NONE; 32], present: 0, repeated: 0 };

    #[inline]
    pub(super) fn get(&self, slot: u8) -> Option<Span> {
        if self.present >> (slot & 31) & 1 == 0 {
            return None;
        }
        self.spans.get(usize::from(slot)).copied()
    }

    #[inline]
    pub(super) fn set(&mut self, slot: u8, span: Span) {
        if let Some(kept) = self.spans.get_mut(usize::from(slot)) {
            *kept = span;
            self.present |= 1 << (slot & 31);
        }
    }

    /// Whether all of some slots, given as bits, have a value.
    #[inline]
    pub(super) const fn have(&self, bits: u32) -> bool {
        self.present & bits == bits
    }

    /// Whether a value of one of some slots, given as bits, may have taken the place of an earlier one.
    #[inline]
    pub(super) const fn were_repeated(&self, bits: u32) -> bool {
        self.repeated & bits != 0
    }

    #[inline]
    const fn clear(&mut self, bits: u32) {
        self.present &= !bits;
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
    pub(super) slots: &'w mut Slots,
    /// Where items are counted: not while an item itself is read again.
    pub(super) found: Option<&'w mut Found>,
}

/// A list or an object that the scan is inside of. The fields leave no gaps, so that all frames are zeroed at once.
#[derive(Clone, Copy)]
struct Frame {
    /// Where it starts.
    start: u32,
    /// Its node in the trie.
    node: u16,
    /// The bracket that ends it.
    end: u16,
}

impl Frame {
    const NONE: Self = Self { start: 0, node: 0, end: 0 };

    const fn is_list(self) -> bool {
        self.end == b']' as u16
    }
}

impl<'t> Walk<'_, 't> {
    #[inline]
    pub(super) fn node(&self, index: u8) -> &'t Node<'t> {
        self.reader.nodes.get(usize::from(index)).unwrap_or(const { &Node::NOTHING })
    }

    /// Scans one value as a value of the node, found under the member of this name, from the scanner's position on.
    pub(super) fn value(&mut self, scanner: &mut Scanner<'_>, node: u8, name: Span) -> Result<(), Fault> {
        let mut here = *scanner;
        let result = self.follow(&mut here, node, name);
        *scanner = here;
        result
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the scanner in registers")]
    fn follow(&mut self, scanner: &mut Scanner<'_>, node: u8, name: Span) -> Result<(), Fault> {
        let nodes = self.reader.nodes;
        let node_at = |index: u16| nodes.get(usize::from(index)).unwrap_or(const { &Node::NOTHING });
        let (mut index, mut name) = (u16::from(node), name);
        // What the scan is inside of: the innermost list or object beside the ones around it.
        let (mut frame, mut parent) = (Frame::NONE, const { &Node::NOTHING });
        let mut around = [Frame::NONE; MAX_STEPS];
        let mut open = 0;
        'value: loop {
            // A value of the node is next.
            let node = node_at(index);
            self.enter(node, name);
            let first = scanner.peek()?;
            let nested = matches!(first, b'{' | b'[');
            let mut ended = true;
            if nested
                && leads_on(node, first)
                && let Some(free) = around.get_mut(open)
            {
                *free = frame;
                open += 1;
                // The closing brackets stand two behind the opening ones.
                frame = Frame { start: Span::new(scanner.at(), 0).start, node: index, end: u16::from(first) + 2 };
                parent = node;
                scanner.advance();
                // An empty list or object ends like one behind its last value.
                ended = u16::from(scanner.peek()?) == frame.end;
            } else {
                let span = scanner.skip_from(first, open)?;
                self.leave(node, span, scanner.text());
                if open == 0 {
                    return Ok(());
                }
            }
            // To the next element or member that the trie knows, past others, and out of what ends on the way.
            loop {
                if ended {
                    let next = scanner.peek()?;
                    if next == b',' {
                        scanner.advance();
                    } else if u16::from(next) == frame.end {
                        scanner.advance();
                        self.leave(parent, Span::new(frame.start as usize, scanner.at()), scanner.text());
                        open -= 1;
                        if open == 0 {
                            return Ok(());
                        }
                        frame = around.get(open).copied().unwrap_or(Frame::NONE);
                        parent = node_at(frame.node);
                        continue;
                    } else {
                        return Err(Fault::syntax(scanner.at()));
                    }
                }
                if frame.is_list() {
                    if let Some(element) = parent.element {
                        (index, name) = (u16::from(element), Span::NONE);
                        continue 'value;
                    }
                } else {
                    let child;
                    (name, child) = member(scanner, parent.members)?;
                    if let Some(child) = child.or(parent.any_member) {
                        index = u16::from(child);
                        self.slots.repeated |= self.slots.present & node_at(index).clears;
                        continue 'value;
                    }
                }
                scanner.skip_value(open)?;
                ended = true;
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
    pub(super) fn leave(&mut self, node: &Node<'_>, span: Span, text: &str) {
        if let Some(slot) = node.slot {
            self.slots.set(slot, span);
        }
        if !node.places.is_empty() {
            self.count_items(node, span, text);
        }
    }

    #[inline(never)]
    fn count_items(&mut self, node: &Node<'_>, span: Span, text: &str) {
        let Some(found) = &mut self.found else {
            return;
        };
        for &place in node.places {
            if let Some(table) = self.reader.places.get(usize::from(place)) {
                found.count_if_item(place, table, span, self.slots, text);
            }
        }
    }
}

/// Whether a list or an object holds anything that the trie knows.
#[inline]
pub(super) fn leads_on(node: &Node<'_>, bracket: u8) -> bool {
    if bracket == b'[' { node.element.is_some() } else { !node.members.is_empty() || node.any_member.is_some() }
}

/// Passes the name of a member and the colon behind it; gives the name and the node that it leads to.
#[inline(always)]
#[expect(clippy::inline_always, reason = "every member of the body passes here")]
pub(super) fn member(scanner: &mut Scanner<'_>, members: &[Member<'_>]) -> Result<(Span, Option<u8>), Fault> {
    // Names that are known are mostly written as they are: they are recognized before their end is looked for.
    if scanner.peek()? == b'"' {
        let (bytes, at) = (scanner.text().as_bytes(), scanner.at() + 1);
        if let Some(head) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
            let head = u64::from_le_bytes(*head);
            if let Some(member) = members.iter().find(|member| member.stands_at(head, bytes, at)) {
                return Ok((scanner.seen_name(member.name().len())?, Some(member.node())));
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
fn rare_member(text: &str, members: &[Member<'_>], name: Span) -> Option<u8> {
    let name = Text::new(name.inside(text));
    members.iter().find(|member| name == member.name()).map(Member::node)
}
