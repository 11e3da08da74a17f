//! The items of one place, read from the body when they are asked for.

use crate::json::{Entries, Scanner, Span, Text};
use crate::table::{Node, Place, Reader, Step};

use super::found::{Found, is_item};
use super::slots::Slots;
use super::spans::ItemSpans;
use super::walk::Walk;

/// How many `Each...` steps a place can have.
const MAX_LEVELS: usize = 16;

/// An array or an object whose entries are gone through.
#[derive(Clone, Copy, Debug)]
struct Level {
    /// Where it starts, then where the entry ends that was met last.
    at: u32,
    object: bool,
    /// How many steps of the place lead to an entry.
    steps: u8,
    /// The trie's node of an entry.
    node: Option<u8>,
    /// The key of the member that was met last.
    key: Span,
}

/// The items of one place. Where the body is cut off, the last one is what is left of it.
#[derive(Clone)]
pub(super) struct LazyItems<'b, 't> {
    reader: &'t Reader<'t>,
    body: &'b str,
    index: u8,
    place: &'t Place<'t>,
    begun: bool,
    /// What the body has outside of the items, where these are told by it.
    body_slots: Option<Slots>,
    /// One for each `Each...` step that has been taken, from the outside in.
    levels: [Level; MAX_LEVELS],
    open: usize,
}

impl<'b, 't> LazyItems<'b, 't> {
    /// The items of the place with this index.
    pub(super) fn new(reader: &'t Reader<'t>, body: &'b str, index: u8) -> Option<Self> {
        const CLOSED: Level = Level { at: 0, object: false, steps: 0, node: None, key: Span::NONE };
        let place = reader.places.get(usize::from(index))?;
        let body_slots = place.rooted.then(|| body_slots(reader, body));
        Some(Self { reader, body, index, place, begun: false, body_slots, levels: [CLOSED; MAX_LEVELS], open: 0 })
    }

    fn node(&self, index: Option<u8>) -> Option<&'t Node<'t>> {
        self.reader.nodes.get(usize::from(index?))
    }

    /// Follows the place's steps from a value on, the first ones of which lead to it, up to an item or into an array or
    /// object whose entries come next.
    fn descend(&mut self, mut at: usize, steps: u8, mut node: Option<u8>) -> Option<ItemSpans> {
        let place = self.place;
        for (taken, step) in (1..).zip(place.steps).skip(usize::from(steps)) {
            let here = self.node(node);
            match step {
                Step::Member(name) => {
                    at = last_member(self.body, at, name)?;
                    let member = here?.members.all.iter().find(|member| member.name == *name);
                    node = member.map(|member| member.node);
                }
                Step::EachElement | Step::EachMember => {
                    let object = *step == Step::EachMember;
                    let Some(entries) = Entries::new(self.body, at, if object { b'{' } else { b'[' }) else {
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

    /// The item that an object at the position is, if it stands where there are lists of items else, and says something.
    fn lone(&self, at: usize) -> Option<ItemSpans> {
        Entries::new(self.body, at, b'{')?;
        self.item(at)?.0.filter(ItemSpans::says_something)
    }

    /// The item that the value at the position is, if it is one, and where the value ends.
    fn item(&self, at: usize) -> Option<(Option<ItemSpans>, usize)> {
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
        let mut walk = Walk { reader: self.reader, text: self.body, slots: &mut slots, found: None };
        let mut here = Scanner::new(self.body, at);
        here.peek().ok()?;
        let (Ok(end) | Err(end)) = walk.item(here.at(), self.place.node, key).map_err(|_| self.body.len());
        let span = Span::new(here.at(), end);
        let item = is_item(self.place, span, &slots, const { &Found::EMPTY }, self.body).then(|| {
            let mut item = ItemSpans::EMPTY;
            item.fill(self.index, self.place, span, &slots, self.body);
            item
        });
        Some((item, end))
    }

    /// Goes to the next entry of the innermost array or object, and gives where its value starts, if there is one.
    fn entry(&mut self) -> Option<usize> {
        let level = self.levels.get_mut(self.open.checked_sub(1)?)?;
        let mut entries = Entries::behind(self.body, level.at as usize, level.object);
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
            // An item is walked through once, which gives its end. Behind a value that is cut off nothing is left.
            let (item, end) = if is_last {
                self.item(at)?
            } else {
                let value = Scanner::new(self.body, at).value(0);
                (None, value.map_or(self.body.len(), |value| value.end as usize))
            };
            self.levels.get_mut(top)?.at = Span::new(end, 0).start;
            if let Some(item) = if is_last { item } else { self.descend(at, steps, node) } {
                return Some(item);
            }
        }
    }
}

/// What a walk through a whole body keeps.
pub(super) fn body_slots(reader: &Reader<'_>, body: &str) -> Slots {
    let mut slots = Slots::EMPTY;
    // It has been validated, or is what is left of a body that was cut off.
    let _ = Walk { reader, text: body, slots: &mut slots, found: None }.body();
    slots
}

/// Where the value of the last member of this name starts, in the object at the position.
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
