//! Reads the items of one place from the body when they are requested.

use crate::json::{Entries, Scanner, Span, Text};
use crate::table::{Node, Place, Reader, Step};

use super::body::Body;
use super::condition::holds;
use super::found::{Found, bit, is_item};
use super::item_spans::ItemSpans;
use super::slots::Slots;
use super::walk::Walk;

/// The maximum number of `Each...` steps of a place.
const MAX_LEVELS: usize = 16;

/// An array or an object that is being iterated.
#[derive(Clone, Copy, Debug)]
struct Level {
    /// The start of the array or object, then the end of the last entry that was read.
    at: u32,
    object: bool,
    /// The number of steps of the place that lead to an entry.
    steps: u8,
    /// The node of an entry.
    node: Option<u8>,
    /// The key of the last member that was read.
    key: Span,
}

/// The items of one place. If the body is cut off, the last one is incomplete.
#[derive(Clone)]
pub(super) struct LazyItems<'b, 't> {
    body: Body<'b, 't>,
    index: u8,
    place: &'t Place<'t>,
    begun: bool,
    /// The values in the body outside of the items, if the condition of the items needs them.
    body_slots: Option<Slots>,
    /// One level for each `Each...` step that was taken, the outermost first.
    levels: [Level; MAX_LEVELS],
    open: usize,
}

impl<'b, 't> LazyItems<'b, 't> {
    /// The items of the place with this index.
    pub(super) fn new(body: Body<'b, 't>, index: u8) -> Option<Self> {
        const CLOSED: Level = Level { at: 0, object: false, steps: 0, node: None, key: Span::NONE };
        let place = body.reader.places.get(usize::from(index))?;
        let body_slots = (place.rooted || place.outside != 0).then(|| body_slots(body.reader, body.text));
        Some(Self { body, index, place, begun: false, body_slots, levels: [CLOSED; MAX_LEVELS], open: 0 })
    }

    fn node(&self, index: Option<u8>) -> Option<&'t Node<'t>> {
        self.body.reader.nodes.get(usize::from(index?))
    }

    /// Follows the place's steps from a value, to which the first `steps` of them lead: up to an item, or into an array
    /// or object whose entries come next.
    fn descend(&mut self, mut at: usize, steps: u8, mut node: Option<u8>) -> Option<ItemSpans> {
        let place = self.place;
        for (taken, step) in (1..).zip(place.steps).skip(usize::from(steps)) {
            let here = self.node(node);
            match step {
                Step::Member(name) => {
                    at = last_member(self.body.text, at, name)?;
                    let member = here?.members.all.iter().find(|member| member.name == *name);
                    node = member.map(|member| member.node);
                }
                Step::EachElement | Step::EachMember => {
                    let object = *step == Step::EachMember;
                    let Some(entries) = Entries::new(self.body.text, at, if object { b'{' } else { b'[' }) else {
                        let is_last = usize::from(taken) == place.steps.len();
                        return if is_last && !object { self.lone(at) } else { None };
                    };
                    let node = here.and_then(|node| if object { node.any_member } else { node.element });
                    let at = Span::new(entries.at(), 0).start;
                    *self.levels.get_mut(self.open)? = Level { at, object, steps: taken, node, key: Span::NONE };
                    self.open += 1;
                    return None;
                }
            }
        }
        self.item(at)?.0
    }

    /// The object at the position as a single item, if it is in the place of an array of items and has a code or a
    /// message.
    fn lone(&self, at: usize) -> Option<ItemSpans> {
        Entries::new(self.body.text, at, b'{')?;
        self.item(at)?.0.filter(ItemSpans::says_something)
    }

    /// The value at the position as an item, if it is one, and its end.
    fn item(&self, at: usize) -> Option<(Option<ItemSpans>, usize)> {
        let (slots, span) = self.walk(at, self.place)?;
        let known = self.body.known(&slots, const { &Found::EMPTY });
        // What is only tested may be a value of any type.
        let any = self.place.is_probe();
        let is_item = if any { holds(&self.place.when, &known) } else { is_item(self.place, span, &known) };
        let item = is_item.then(|| {
            let mut item = ItemSpans::EMPTY;
            item.fill(self.index, self.place, span, &slots, self.body.text);
            item
        });
        Some((item, span.end as usize))
    }

    /// Whether the value at the position, to which some steps lead, is an item of a place within which nothing counts
    /// here.
    fn is_outside(&self, at: usize, steps: u8) -> bool {
        let outside = (0..).zip(self.body.reader.places).filter(|(index, _)| self.place.outside & bit(*index) != 0);
        let here = outside.map(|(_, place)| place).filter(|place| place.steps.len() == usize::from(steps));
        here.into_iter().any(|place| {
            self.walk(at, place)
                .is_some_and(|(slots, span)| is_item(place, span, &self.body.known(&slots, const { &Found::EMPTY })))
        })
    }

    /// Walks through the value at the position as through an item of a place: what it keeps, and the value.
    fn walk(&self, at: usize, place: &Place<'_>) -> Option<(Slots, Span)> {
        let mut slots = self.body_slots.unwrap_or(Slots::EMPTY);
        let mut key = Span::NONE;
        for level in self.levels.iter().take(self.open) {
            key = level.key;
            if level.object
                && let Some(slot) = self.node(level.node).and_then(|node| node.name_slot)
            {
                slots.set(slot, key);
            }
        }
        let Body { reader, text, .. } = self.body;
        let mut here = Scanner::new(text, at);
        here.peek().ok()?;
        let mut walk = Walk { reader, text, slots: &mut slots, found: None };
        let (Ok(end) | Err(end)) = walk.item(here.at(), place.node, key).map_err(|_| text.len());
        Some((slots, Span::new(here.at(), end)))
    }

    /// Moves to the next entry of the innermost array or object, and returns the start of its value; `None` at the end.
    fn entry(&mut self) -> Option<usize> {
        let level = self.levels.get_mut(self.open.checked_sub(1)?)?;
        let mut entries = Entries::behind(self.body.text, level.at as usize, level.object);
        let here = entries.advance()?;
        if level.object {
            (level.key, _) = here.key().ok()?;
            here.colon().ok()?;
        }
        Some(here.at())
    }
}

impl Iterator for LazyItems<'_, '_> {
    type Item = ItemSpans;

    fn next(&mut self) -> Option<ItemSpans> {
        if !self.begun {
            self.begun = true;
            if let Some(item) = self.descend(0, 0, Some(0)) {
                return Some(item);
            }
        }
        loop {
            let top = self.open.checked_sub(1)?;
            let Level { steps, node, .. } = *self.levels.get(top)?;
            let Some(at) = self.entry() else {
                self.open = top;
                continue;
            };
            let is_last = usize::from(steps) == self.place.steps.len();
            let passed = self.place.outside != 0 && self.is_outside(at, steps);
            // Scanning the item yields its end. Nothing follows a value that is cut off.
            let (item, end) = if is_last && !passed {
                self.item(at)?
            } else {
                let value = Scanner::new(self.body.text, at).value(0);
                (None, value.map_or(self.body.text.len(), |value| value.end as usize))
            };
            self.levels.get_mut(top)?.at = Span::new(end, 0).start;
            if let Some(item) = if is_last || passed { item } else { self.descend(at, steps, node) } {
                return Some(item);
            }
        }
    }
}

/// Scans a whole body, and returns the stored values.
pub(super) fn body_slots(reader: &Reader<'_>, body: &str) -> Slots {
    let mut slots = Slots::EMPTY;
    // The body has been validated, or was cut off, so a fault is of no interest.
    let _ = Walk { reader, text: body, slots: &mut slots, found: None }.body();
    slots
}

/// The start of the value of the last member with this key, in the object at the position.
pub(super) fn last_member(body: &str, at: usize, name: &str) -> Option<usize> {
    let mut entries = Entries::new(body, at, b'{')?;
    let mut found = None;
    while let Some(here) = entries.advance()
        && let Ok((key, _)) = here.key()
        && here.colon().is_ok()
    {
        if Text::new(key.unquoted().of(body)) == *name {
            found = Some(here.at());
        }
        if here.value(0).is_err() {
            break;
        }
    }
    found
}
