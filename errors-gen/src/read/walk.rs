//! The scan: it follows the trie of a vendor's envelopes through a value, and validates all the rest on the way.

use crate::json::{Fault, MAX_DEPTH, Scanner, Span, Text};
use crate::table::{Member, Node, Reader};

use super::condition::holds;
use super::item::ItemSpans;

/// How many items are kept from the scan. Further ones are read again from their list when they are asked for.
pub(super) const KEPT_ITEMS: usize = 6;

/// How many places a reader can have.
pub(super) const MAX_PLACES: usize = 16;

/// How many steps a trie is followed.
const MAX_STEPS: usize = 20;

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

    #[inline]
    fn keep(&mut self, item: ItemSpans) {
        if let Some(free) = self.kept.get_mut(usize::from(self.len)) {
            *free = item;
            self.len += 1;
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

/// A scan in progress, or what it noted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walk<'b, 't> {
    pub(super) reader: &'t Reader<'t>,
    pub(super) scanner: Scanner<'b>,
    pub(super) slots: Slots,
    pub(super) found: Found,
    /// Whether items are counted: not while an item itself is read again.
    pub(super) counting: bool,
}

/// A list or an object that the scan is inside of.
#[derive(Clone, Copy)]
struct Frame {
    node: u8,
    list: bool,
    start: u32,
}

/// Where the scan goes on behind a value.
enum Next {
    /// To a value of this node, the member of this name.
    Value(u8, Span),
    /// Out of the innermost list or object.
    Up,
}

impl<'b, 't> Walk<'b, 't> {
    pub(super) const fn new(reader: &'t Reader<'t>, scanner: Scanner<'b>, counting: bool) -> Self {
        Self { reader, scanner, slots: Slots::EMPTY, found: Found::NONE, counting }
    }

    #[inline]
    fn node(&self, index: u8) -> &'t Node<'t> {
        self.reader.nodes.get(usize::from(index)).unwrap_or(const { &Node::NOTHING })
    }

    /// Scans one value as a value of the node, found under the member of this name; `depth` lists and objects are open
    /// around it.
    pub(super) fn value(&mut self, node: u8, name: Span, depth: usize) -> Result<(), Fault> {
        let (mut index, mut name) = (node, name);
        let mut frames = [Frame { node: 0, list: false, start: 0 }; MAX_STEPS];
        let mut open = 0;
        loop {
            // A value of the node is next.
            let node = self.node(index);
            self.enter(node, name);
            let first = self.scanner.peek()?;
            let leads_on = match first {
                b'{' => !node.members.is_empty() || node.any_member.is_some(),
                b'[' => node.element.is_some(),
                _ => false,
            };
            if leads_on && let Some(free) = frames.get_mut(open) {
                let at = self.scanner.at();
                if depth + open >= MAX_DEPTH {
                    return Err(Fault::TooDeep(at));
                }
                let list = first == b'[';
                *free = Frame { node: index, list, start: Span::new(at, at).start };
                open += 1;
                self.scanner.advance();
                // An empty list or object ends at once, below.
                if self.scanner.peek()? != if list { b']' } else { b'}' }
                    && let Next::Value(child, child_name) = self.next(node, list, depth + open)?
                {
                    (index, name) = (child, child_name);
                    continue;
                }
            } else {
                let span = self.scanner.skip_value(depth + open)?;
                self.leave(node, span);
            }
            // A value has ended, or a list or an object is about to.
            loop {
                let Some(frame) = open.checked_sub(1).and_then(|top| frames.get(top)).copied() else {
                    return Ok(());
                };
                let node = self.node(frame.node);
                match self.scanner.peek()? {
                    b',' => {
                        self.scanner.advance();
                        if let Next::Value(child, child_name) = self.next(node, frame.list, depth + open)? {
                            (index, name) = (child, child_name);
                            break;
                        }
                    }
                    end @ (b']' | b'}') if (end == b']') == frame.list => {
                        self.scanner.advance();
                        open -= 1;
                        self.leave(node, Span::new(frame.start as usize, self.scanner.at()));
                    }
                    _ => return Err(Fault::Syntax(self.scanner.at())),
                }
            }
        }
    }

    /// Goes to the next element or member that the trie knows, past others, or to the closing bracket.
    #[inline]
    fn next(&mut self, node: &Node<'_>, list: bool, depth: usize) -> Result<Next, Fault> {
        loop {
            let (child, name) = if list {
                (node.element, Span::NONE)
            } else {
                let name = self.scanner.name()?;
                (member(node.members, name.of(self.scanner.text())).or(node.any_member), name)
            };
            if let Some(child) = child {
                return Ok(Next::Value(child, name));
            }
            self.scanner.skip_value(depth)?;
            if self.scanner.peek()? != b',' {
                return Ok(Next::Up);
            }
            self.scanner.advance();
        }
    }

    /// Forgets what an earlier value of this node left.
    #[inline]
    fn enter(&mut self, node: &Node<'_>, name: Span) {
        self.slots.clear(node.clears);
        if node.restarts != 0 && self.counting {
            self.found.restart(node.restarts);
        }
        if let Some(slot) = node.name_slot {
            self.slots.set(slot, name);
        }
    }

    /// Keeps a value, and the item that it may be.
    #[inline]
    fn leave(&mut self, node: &Node<'_>, span: Span) {
        if let Some(slot) = node.slot {
            self.slots.set(slot, span);
        }
        if self.counting {
            for &place in node.places {
                self.count(place, span);
            }
        }
    }

    /// Counts the value as an item of a place if it is one.
    #[inline]
    fn count(&mut self, index: u8, span: Span) {
        let Some(place) = self.reader.places.get(usize::from(index)) else {
            return;
        };
        let text = self.scanner.text();
        let counted = if place.probe {
            holds(&place.when, &self.slots, &self.found, text)
        } else if let Some(item) = ItemSpans::accept(index, place, span, &self.slots, &self.found, text) {
            self.found.keep(item);
            true
        } else {
            false
        };
        if counted && let Some(count) = self.found.counts.get_mut(usize::from(index)) {
            *count = count.saturating_add(1);
        }
    }
}

/// The node that a member leads to; `name` has its quotes.
#[inline]
fn member(members: &[Member<'_>], name: &str) -> Option<u8> {
    let raw = name.get(1..name.len() - 1)?;
    let found = members.iter().find(|member| member.name == raw);
    if found.is_none() && raw.as_bytes().contains(&b'\\') {
        return members.iter().find(|member| Text::new(raw) == member.name).map(|member| member.node);
    }
    found.map(|member| member.node)
}
