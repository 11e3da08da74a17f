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
#[derive(Clone, Debug)]
struct Level<'b> {
    entries: Entries<'b>,
    object: bool,
    /// The key of the member that was met last.
    key: Span,
    /// How many steps of the place lead to an entry.
    steps: usize,
    /// The trie's node of an entry.
    node: Option<u8>,
}

/// The items of one place. Where the body is cut off, the last one is what is left of it.
#[derive(Clone)]
pub(super) struct LazyItems<'b, 't> {
    reader: &'t Reader<'t>,
    body: &'b str,
    index: u8,
    place: &'t Place<'t>,
    begun: bool,
    /// One for each `Each...` step that has been taken, from the outside in.
    levels: [Option<Level<'b>>; MAX_LEVELS],
    open: usize,
}

impl<'b, 't> LazyItems<'b, 't> {
    /// The items of the place with this index.
    pub(super) fn new(reader: &'t Reader<'t>, body: &'b str, index: u8) -> Option<Self> {
        let place = reader.places.get(usize::from(index))?;
        Some(Self { reader, body, index, place, begun: false, levels: [const { None }; MAX_LEVELS], open: 0 })
    }

    fn node(&self, index: Option<u8>) -> Option<&'t Node<'t>> {
        self.reader.nodes.get(usize::from(index?))
    }

    /// Follows the place's steps from a value on, the first ones of which lead to it, up to an item or into an array or
    /// object whose entries come next.
    fn descend(&mut self, mut at: usize, steps: usize, mut node: Option<u8>) -> Option<ItemSpans> {
        let place = self.place;
        for (taken, step) in (1..).zip(place.steps).skip(steps) {
            let here = self.node(node);
            match step {
                Step::Member(name) => {
                    at = last_member(self.body, at, name)?;
                    let member = here?.members.all.iter().find(|member| member.name == *name);
                    node = member.map(|member| member.node);
                }
                Step::EachElement | Step::EachMember => {
                    let object = *step == Step::EachMember;
                    let entries = Entries::new(self.body, at, if object { b'{' } else { b'[' })?;
                    let node = here.and_then(|node| if object { node.any_member } else { node.element });
                    let level = Level { entries, object, key: Span::NONE, steps: taken, node };
                    *self.levels.get_mut(self.open)? = Some(level);
                    self.open += 1;
                    return None;
                }
            }
        }
        self.item(at)?.0
    }

    /// The item that the value at the position is, if it is one, and where the value ends.
    fn item(&self, at: usize) -> Option<(Option<ItemSpans>, usize)> {
        let mut slots = Slots::EMPTY;
        let mut key = Span::NONE;
        for level in self.levels.iter().take(self.open).flatten() {
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

    /// Goes to the next entry of the innermost level: where its value starts, if it has one.
    fn entry(&mut self) -> Option<usize> {
        let level = self.levels.get_mut(self.open.checked_sub(1)?)?.as_mut()?;
        let here = level.entries.advance()?;
        if level.object {
            (level.key, _) = here.key().ok()?;
            here.colon().ok()?;
        }
        Some(here.at())
    }

    /// Goes on behind the value of an entry.
    fn pass(&mut self, open: usize, end: usize) {
        if let Some(level) = open.checked_sub(1).and_then(|top| self.levels.get_mut(top)?.as_mut()) {
            level.entries.go_to(end);
        }
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
            let open = self.open;
            let level = self.levels.get(open.checked_sub(1)?)?.as_ref()?;
            let (steps, node) = (level.steps, level.node);
            let Some(at) = self.entry() else {
                self.open -= 1;
                continue;
            };
            let item = if steps == self.place.steps.len() {
                // An item is walked through once, which gives its end.
                let (item, end) = self.item(at)?;
                self.pass(open, end);
                item
            } else {
                let end = Scanner::new(self.body, at).value(0).map_or(self.body.len(), |value| value.end as usize);
                self.pass(open, end);
                self.descend(at, steps, node)
            };
            if item.is_some() {
                return item;
            }
        }
    }
}

/// Where the value of the last member of this name starts, in the object at the position.
fn last_member(body: &str, at: usize, name: &str) -> Option<usize> {
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
