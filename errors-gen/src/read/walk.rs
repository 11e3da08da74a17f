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
}

impl Slots {
    pub(super) const EMPTY: Self = Self { spans: [Span::NONE; 32], present: 0 };

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

    #[inline]
    const fn clear(&mut self, bits: u32) {
        self.present &= !bits;
    }
}

/// The items met so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// How many items each place has.
    pub(super) counts: [u32; MAX_PLACES],
    /// The first items, in the order of the body.
    pub(super) kept: [ItemSpans; KEPT_ITEMS],
    /// How many of `kept` are filled.
    pub(super) len: u8,
}

impl Found {
    pub(super) const NONE: Self = Self { counts: [0; MAX_PLACES], kept: [ItemSpans::NONE; KEPT_ITEMS], len: 0 };

    /// How many items a place has.
    #[inline]
    pub(super) fn count(&self, place: u8) -> u32 {
        self.counts.get(usize::from(place)).copied().unwrap_or(0)
    }

    /// The kept items.
    #[inline]
    pub(super) fn kept(&self) -> &[ItemSpans] {
        self.kept.get(..usize::from(self.len)).unwrap_or_default()
    }

    /// Whether any of some places, given as bits, has items.
    #[inline]
    fn has_any(&self, places: u16) -> bool {
        self.counts.iter().enumerate().any(|(place, count)| *count > 0 && places >> place & 1 == 1)
    }

    /// Counts a value as an item of a place if it is one.
    #[inline]
    fn count_if_item(&mut self, index: u8, place: &Place<'_>, span: Span, slots: &Slots, text: &str) {
        let counted = if place.probe {
            self.count(index) == 0 && holds(&place.when, slots, self, text)
        } else if let Some(item) = ItemSpans::accept(index, place, span, slots, self, text) {
            if let Some(free) = self.kept.get_mut(usize::from(self.len)) {
                *free = item;
                self.len += 1;
            }
            true
        } else {
            false
        };
        if counted && let Some(count) = self.counts.get_mut(usize::from(index)) {
            *count = count.saturating_add(1);
        }
    }

    /// Forgets the items of some places, given as bits: their list is given again, and the last one counts.
    #[cold]
    fn restart(&mut self, places: u16) {
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

/// A list or an object that the scan is inside of.
#[derive(Clone, Copy)]
struct Frame {
    node: u8,
    list: bool,
    start: u32,
}

/// Where the scan goes on behind a value.
pub(super) enum Next {
    /// To a value of this node, the member of this name.
    Value(u8, Span),
    /// Out of the innermost list or object.
    Up,
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
        let (mut index, mut name) = (node, name);
        let mut frames = [Frame { node: 0, list: false, start: 0 }; MAX_STEPS];
        let mut open = 0;
        loop {
            // A value of the node is next.
            let node = self.node(index);
            self.enter(node, name);
            let first = scanner.peek()?;
            let leads_on = match first {
                b'{' => !node.members.is_empty() || node.any_member.is_some(),
                b'[' => node.element.is_some(),
                _ => false,
            };
            if leads_on && let Some(free) = frames.get_mut(open) {
                let list = first == b'[';
                *free = Frame { node: index, list, start: Span::new(scanner.at(), 0).start };
                open += 1;
                scanner.advance();
                // An empty list or object ends at once, below.
                if scanner.peek()? != if list { b']' } else { b'}' }
                    && let Next::Value(child, child_name) = next(scanner, node, list, open)?
                {
                    (index, name) = (child, child_name);
                    continue;
                }
            } else {
                let span = scanner.skip_value(open)?;
                self.leave(node, span, scanner.text());
            }
            // A value has ended, or a list or object is about to.
            loop {
                let Some(frame) = open.checked_sub(1).and_then(|top| frames.get(top)) else {
                    return Ok(());
                };
                let node = self.node(frame.node);
                match scanner.peek()? {
                    b',' => {
                        scanner.advance();
                        if let Next::Value(child, child_name) = next(scanner, node, frame.list, open)? {
                            (index, name) = (child, child_name);
                            break;
                        }
                    }
                    end @ (b']' | b'}') if (end == b']') == frame.list => {
                        scanner.advance();
                        open -= 1;
                        self.leave(node, Span::new(frame.start as usize, scanner.at()), scanner.text());
                    }
                    _ => return Err(Fault::syntax(scanner.at())),
                }
            }
        }
    }

    /// Forgets what an earlier value of this node left.
    #[inline]
    pub(super) fn enter(&mut self, node: &Node<'_>, name: Span) {
        self.slots.clear(node.clears);
        if let Some(found) = &mut self.found
            && node.restarts != 0
            && found.has_any(node.restarts)
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
        if let Some(found) = &mut self.found {
            for &place in node.places {
                if let Some(table) = self.reader.places.get(usize::from(place)) {
                    found.count_if_item(place, table, span, self.slots, text);
                }
            }
        }
    }
}

/// Goes to the next element or member that the trie knows, past others, or to the closing bracket.
#[inline]
pub(super) fn next(scanner: &mut Scanner<'_>, node: &Node<'_>, list: bool, depth: usize) -> Result<Next, Fault> {
    loop {
        let (child, name) = if list {
            (node.element, Span::NONE)
        } else {
            let name = scanner.name()?;
            (member(scanner, node.members, name).or(node.any_member), name)
        };
        if let Some(child) = child {
            return Ok(Next::Value(child, name));
        }
        scanner.skip_value(depth)?;
        if scanner.peek()? != b',' {
            return Ok(Next::Up);
        }
        scanner.advance();
    }
}

/// The node that a member leads to; `name` is the string that was passed last.
#[inline]
fn member(scanner: &Scanner<'_>, members: &[Member<'_>], name: Span) -> Option<u8> {
    let raw = name.inside(scanner.text());
    if scanner.had_escapes(name) {
        return escaped_member(members, Text::new(raw));
    }
    let head = head(scanner.text().as_bytes(), name, raw);
    members.iter().find(|member| member.is(raw, head)).map(Member::node)
}

#[cold]
fn escaped_member(members: &[Member<'_>], name: Text<'_>) -> Option<u8> {
    members.iter().find(|member| name == member.name()).map(Member::node)
}

/// The first eight bytes of a name, zeros behind a shorter one.
#[inline]
fn head(bytes: &[u8], name: Span, raw: &str) -> u64 {
    match bytes.get(name.start as usize + 1..).and_then(|rest| rest.first_chunk::<8>()) {
        Some(chunk) if raw.len() >= 8 => u64::from_le_bytes(*chunk),
        Some(chunk) => u64::from_le_bytes(*chunk) & ((1 << (8 * raw.len())) - 1),
        // A short name within the last eight bytes of the body.
        None => raw.bytes().rev().fold(0, |head, byte| head << 8 | u64::from(byte)),
    }
}
