//! The way through the items of one place, for those that the scan did not keep.
//!
//! Unlike the scan it goes to the place only, and looks for the last of several members with one name before it goes on.

use crate::json::{Fault, Scanner, Span, Text, Utf8};
use crate::table::{Node, Place, Reader, Step};

use super::found::{Found, is_item};
use super::marks::Marks;
use super::shortcut::{Shortcut, Trail};
use super::slots::{Slots, Traces};
use super::spans::ItemSpans;
use super::walk::Walk;

/// How many `Each...` steps a place can have.
const MAX_LEVELS: usize = 16;

/// After how many items in a row that the shortcut does not lead to it is not tried again.
const MOST_MISSED: u8 = 2;

/// A list or an object that is gone through.
#[derive(Clone, Copy, Debug)]
struct Level {
    /// Where the next element or member is looked for.
    at: u32,
    /// The name of the member that was met last.
    name: Span,
    /// The step behind the `Each...` step.
    step: u8,
    /// The trie's node of an element or member.
    node: Option<u8>,
    /// Whether it is an object.
    object: bool,
}

/// How far the way has been gone.
#[derive(Clone, Debug)]
pub(super) struct Cursor {
    levels: [Level; MAX_LEVELS],
    open: u8,
    started: bool,
    /// What the items on the shortcut have shown.
    trail: Trail,
    /// How many items in a row the shortcut did not lead to.
    missed: u8,
}

impl Cursor {
    const START: Self = Self {
        levels: [Level { at: 0, name: Span::NONE, step: 0, node: None, object: false }; MAX_LEVELS],
        open: 0,
        started: false,
        trail: Trail::START,
        missed: 0,
    };

    fn open(&self) -> &[Level] {
        self.levels.get(..usize::from(self.open)).unwrap_or_default()
    }

    /// The innermost list or object.
    fn innermost(&mut self) -> Option<&mut Level> {
        self.levels.get_mut(usize::from(self.open).checked_sub(1)?)
    }

    /// Enters a list or an object; `None` where there are too many.
    fn enter(&mut self, level: Level) -> Option<()> {
        *self.levels.get_mut(usize::from(self.open))? = level;
        self.open += 1;
        Some(())
    }
}

/// The way to the items of one place, from the root on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way<'m, 'b, 't> {
    reader: &'t Reader<'t>,
    body: Utf8<'b>,
    index: u8,
    place: Option<&'t Place<'t>>,
    /// Marks of some of its items.
    marks: Option<&'m Marks>,
    /// To most items, where there is one.
    shortcut: Option<Shortcut<'t>>,
}

/// One step further.
enum Progress {
    /// An item.
    Item(ItemSpans),
    /// No item, but there may be more.
    Nothing,
    /// There is no more.
    End,
}

/// Where a way through members ends.
enum Stop {
    /// At a value of the place.
    Item(usize),
    /// In a list or an object, which is gone through next.
    Level,
    /// Nowhere.
    Nothing,
}

impl<'m, 'b, 't> Way<'m, 'b, 't> {
    /// `traces` are what the scan of the body has met.
    pub(super) fn new(reader: &'t Reader<'t>, body: Utf8<'b>, index: u8, traces: Traces) -> Self {
        let place = reader.places.get(usize::from(index));
        let shortcut = place.and_then(|place| Shortcut::new(reader, index, place, traces));
        Self { reader, body, index, place, marks: None, shortcut }
    }

    /// The same where some of its items are marked.
    pub(super) fn marked(self, marks: Option<&'m Marks>) -> Self {
        Self { marks, ..self }
    }

    /// The first item.
    pub(super) fn first(&self) -> Option<ItemSpans> {
        self.next(&mut Cursor::START.clone())
    }

    /// Behind the first items, by going past them.
    pub(super) fn past(&self, items: usize) -> Cursor {
        let mut cursor = Cursor::START;
        for _ in 0..items {
            if self.next(&mut cursor).is_none() {
                break;
            }
        }
        cursor
    }

    /// Behind this item, where its list is the only one on the way.
    pub(super) fn behind(&self, item: Span) -> Option<Cursor> {
        let place = self.place?;
        let (last, before) = place.steps.split_last()?;
        let each = |step: &Step<'_>| !matches!(step, Step::Member(_));
        if !each(last) || before.iter().any(each) {
            return None;
        }
        let mut cursor = Cursor { started: true, ..Cursor::START };
        let step = u8::try_from(place.steps.len()).ok()?;
        let object = *last == Step::EachMember;
        cursor.enter(Level { at: item.end, name: Span::NONE, step, node: Some(place.node), object })?;
        Some(cursor)
    }

    /// The next item. The body has been validated, so a fault only ever means the end.
    fn next(&self, cursor: &mut Cursor) -> Option<ItemSpans> {
        let mut items = [ItemSpans::EMPTY];
        (self.next_few(cursor, &mut items) == 1).then_some(items[0])
    }

    /// The next items, as many as there is room for or fewer, and how many; none at the end.
    #[inline(never)]
    pub(super) fn next_few(&self, cursor: &mut Cursor, items: &mut [ItemSpans]) -> usize {
        let few = self.next_by_shortcut(cursor, items);
        if few > 0 {
            return few;
        }
        match (self.next_otherwise(cursor), items.first_mut()) {
            (Some(next), Some(item)) => *item = next,
            _ => return 0,
        }
        1
    }

    /// The same without the shortcut, as far as the next list.
    #[inline(never)]
    fn next_otherwise(&self, cursor: &mut Cursor) -> Option<ItemSpans> {
        loop {
            match self.step(cursor).ok()? {
                Progress::Item(item) => return Some(item),
                Progress::Nothing => {}
                Progress::End => return None,
            }
        }
    }

    /// The next items, as far as the shortcut leads to them.
    #[inline]
    fn next_by_shortcut(&self, cursor: &mut Cursor, items: &mut [ItemSpans]) -> usize {
        let Some(shortcut) = self.shortcut.as_ref().filter(|_| cursor.missed < MOST_MISSED) else {
            return 0;
        };
        let Some(level) = usize::from(cursor.open).checked_sub(1).and_then(|top| cursor.levels.get_mut(top)) else {
            return 0;
        };
        // The shortcut is only left where it does not lead on, which the trail knows.
        if level.step != shortcut.steps() {
            return 0;
        }
        let found = shortcut.next_few(self.body, self.marks, &mut level.at, &mut cursor.trail, items);
        cursor.missed = if found > 0 { 0 } else { cursor.missed + 1 };
        found
    }

    fn node(&self, index: Option<u8>) -> Option<&'t Node<'t>> {
        self.reader.nodes.get(usize::from(index?))
    }

    /// Goes on from a value along members until there is an item, or something to go through.
    fn descend(&self, cursor: &mut Cursor, at: usize, step: u8, node: Option<u8>) -> Result<Stop, Fault> {
        let Some(place) = self.place else {
            return Ok(Stop::Nothing);
        };
        let (mut at, mut node) = (at, node);
        for (step, kind) in (0_u8..).zip(place.steps).skip(usize::from(step)) {
            let mut scanner = Scanner::new(self.body, at);
            let first = scanner.peek()?;
            let here = self.node(node);
            match kind {
                Step::Member(name) => {
                    let Some(value) = last_member(&mut scanner, first, name)? else {
                        return Ok(Stop::Nothing);
                    };
                    at = value;
                    node = here
                        .and_then(|node| node.members.all.iter().find(|member| member.name == *name))
                        .map(|member| member.node);
                }
                Step::EachElement | Step::EachMember => {
                    let object = *kind == Step::EachMember;
                    if first != if object { b'{' } else { b'[' } {
                        return Ok(Stop::Nothing);
                    }
                    let node = here.and_then(|node| if object { node.any_member } else { node.element });
                    let inside = Span::new(scanner.at() + 1, 0).start;
                    let level = Level { at: inside, name: Span::NONE, step: step + 1, node, object };
                    return Ok(cursor.enter(level).map_or(Stop::Nothing, |()| Stop::Level));
                }
            }
        }
        Ok(Stop::Item(at))
    }

    /// Goes to the next value of the place.
    fn step(&self, cursor: &mut Cursor) -> Result<Progress, Fault> {
        if !cursor.started {
            cursor.started = true;
            return match self.descend(cursor, 0, 0, Some(0))? {
                Stop::Item(at) => self.item(cursor, at).map(|(item, _)| item),
                Stop::Level => Ok(Progress::Nothing),
                Stop::Nothing => Ok(Progress::End),
            };
        }
        let Some(level) = cursor.innermost() else {
            return Ok(Progress::End);
        };
        let mut scanner = Scanner::new(self.body, level.at as usize);
        let mut first = scanner.peek()?;
        if first == b',' {
            scanner.advance();
            first = scanner.peek()?;
        }
        if matches!(first, b']' | b'}') {
            cursor.open -= 1;
            return Ok(Progress::Nothing);
        }
        if level.object {
            (level.name, _) = scanner.name()?;
        }
        scanner.skip_white_space();
        let (value, step, node) = (scanner.at(), level.step, level.node);
        if self.place.is_some_and(|place| place.steps.len() == usize::from(step)) {
            let (item, end) = self.item(cursor, value)?;
            go_on(cursor, end);
            return Ok(item);
        }
        let span = scanner.skip_value(0)?;
        go_on(cursor, span.end as usize);
        match self.descend(cursor, value, step, node)? {
            Stop::Item(at) => self.item(cursor, at).map(|(item, _)| item),
            Stop::Level | Stop::Nothing => Ok(Progress::Nothing),
        }
    }

    /// The item that a value is, if it is one, and where the value ends.
    fn item(&self, cursor: &Cursor, at: usize) -> Result<(Progress, usize), Fault> {
        let mut slots = Slots::EMPTY;
        let mut name = Span::NONE;
        for level in cursor.open() {
            name = level.name;
            if level.object
                && let Some(slot) = self.node(level.node).and_then(|node| node.name_slot)
            {
                slots.set(slot, name);
            }
        }
        let mut start = Scanner::new(self.body, at);
        start.skip_white_space();
        let at = start.at();
        let node = self.place.map_or(0, |place| place.node);
        let mut walk = Walk { reader: self.reader, text: self.body, slots: &mut slots, found: None };
        let end = walk.value(at, node, name)?;
        let span = Span::new(at, end);
        let Some(place) = self.place.filter(|place| is_item(place, span, &slots, &Found::new(&mut []), self.body))
        else {
            return Ok((Progress::Nothing, end));
        };
        let mut item = ItemSpans::EMPTY;
        item.fill(self.index, place, span, &slots, self.body);
        Ok((Progress::Item(item), end))
    }
}

/// Notes where the innermost list or object goes on.
fn go_on(cursor: &mut Cursor, at: usize) {
    if let Some(level) = cursor.innermost() {
        level.at = Span::new(at, at).start;
    }
}

/// Where the value of the last member of this name starts, in the object at the scanner's position.
fn last_member(scanner: &mut Scanner<'_>, first: u8, name: &str) -> Result<Option<usize>, Fault> {
    if first != b'{' {
        return Ok(None);
    }
    scanner.advance();
    let mut found = None;
    while scanner.peek()? != b'}' {
        let (member, _) = scanner.name()?;
        let matches = Text::new(member.inside(scanner.text())) == *name;
        scanner.skip_white_space();
        let value = scanner.at();
        scanner.skip_value(0)?;
        if matches {
            found = Some(value);
        }
        if scanner.peek()? == b',' {
            scanner.advance();
        }
    }
    Ok(found)
}
