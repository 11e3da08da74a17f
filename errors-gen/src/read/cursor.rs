//! The way through the items of one place, for those that the scan did not keep.
//!
//! Unlike the scan it goes to the place only, and looks for the last of several members with one name before it goes on.

use crate::json::{Fault, Scanner, Span, Text};
use crate::table::{Member, Place, Reader, Step};

use super::item::ItemSpans;
use super::walk::{Found, Slots, Walk};

/// How many `Each...` steps a place can have.
const MAX_LEVELS: usize = 16;

/// A list or an object that is gone through.
#[derive(Clone, Copy, Debug)]
struct Level {
    /// The step behind the `Each...` step.
    step: usize,
    /// The trie's node of an element or member.
    node: Option<u8>,
    /// Where the next element or member is looked for.
    at: usize,
    /// Whether it is an object.
    object: bool,
}

/// The items of one place, from the root on.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'b, 't> {
    reader: &'t Reader<'t>,
    body: &'b str,
    index: u8,
    place: Option<&'t Place<'t>>,
    levels: [Option<Level>; MAX_LEVELS],
    open: usize,
    started: bool,
    /// What the last item left, and the names of members that `EachMember` steps went through.
    slots: Slots,
    /// The name of the member that the innermost of them is at.
    name: Span,
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

impl<'b, 't> Cursor<'b, 't> {
    pub(super) fn new(reader: &'t Reader<'t>, body: &'b str, index: u8) -> Self {
        Self {
            reader,
            body,
            index,
            place: reader.places.get(usize::from(index)),
            levels: [None; MAX_LEVELS],
            open: 0,
            started: false,
            slots: Slots::EMPTY,
            name: Span::NONE,
        }
    }

    /// Goes on from a value along members until there is an item, or something to go through.
    fn descend(&mut self, at: usize, step: usize, node: Option<u8>) -> Result<Stop, Fault> {
        let Some(place) = self.place else {
            return Ok(Stop::Nothing);
        };
        let (mut at, mut node) = (at, node);
        for (step, kind) in place.steps.iter().enumerate().skip(step) {
            let mut scanner = Scanner::new(self.body, at);
            let first = scanner.peek()?;
            let here = node.and_then(|node| self.reader.nodes.get(usize::from(node)));
            match kind {
                Step::Member(name) => {
                    let Some(value) = last_member(&mut scanner, first, name)? else {
                        return Ok(Stop::Nothing);
                    };
                    at = value;
                    node = here
                        .and_then(|node| node.members.iter().find(|member| member.name() == *name))
                        .map(Member::node);
                }
                Step::EachElement | Step::EachMember => {
                    let object = *kind == Step::EachMember;
                    if first != if object { b'{' } else { b'[' } {
                        return Ok(Stop::Nothing);
                    }
                    let node = here.and_then(|node| if object { node.any_member } else { node.element });
                    let level = Level { step: step + 1, node, at: scanner.at() + 1, object };
                    let Some(free) = self.levels.get_mut(self.open) else {
                        return Ok(Stop::Nothing);
                    };
                    *free = Some(level);
                    self.open += 1;
                    return Ok(Stop::Level);
                }
            }
        }
        Ok(Stop::Item(at))
    }

    /// Goes to the next value of the place.
    fn step(&mut self) -> Result<Progress, Fault> {
        if !self.started {
            self.started = true;
            return match self.descend(0, 0, Some(0))? {
                Stop::Item(at) => self.item(at).map(|(item, _)| item),
                Stop::Level => Ok(Progress::Nothing),
                Stop::Nothing => Ok(Progress::End),
            };
        }
        let Some(Some(level)) = self.open.checked_sub(1).and_then(|top| self.levels.get(top)).copied() else {
            return Ok(Progress::End);
        };
        let mut scanner = Scanner::new(self.body, level.at);
        let mut first = scanner.peek()?;
        if first == b',' {
            scanner.advance();
            first = scanner.peek()?;
        }
        if matches!(first, b']' | b'}') {
            self.open -= 1;
            return Ok(Progress::Nothing);
        }
        self.name = Span::NONE;
        if level.object {
            let name = scanner.name()?;
            self.name = name;
            if let Some(slot) =
                level.node.and_then(|node| self.reader.nodes.get(usize::from(node))).and_then(|node| node.name_slot)
            {
                self.slots.set(slot, name);
            }
        }
        scanner.skip_white_space();
        let value = scanner.at();
        if self.place.is_some_and(|place| place.steps.len() == level.step) {
            let (item, end) = self.item(value)?;
            self.go_on(end);
            return Ok(item);
        }
        let end = scanner.skip_value(0)?.end as usize;
        self.go_on(end);
        match self.descend(value, level.step, level.node)? {
            Stop::Item(at) => self.item(at).map(|(item, _)| item),
            Stop::Level | Stop::Nothing => Ok(Progress::Nothing),
        }
    }

    /// Notes where the innermost list or object goes on.
    fn go_on(&mut self, at: usize) {
        if let Some(Some(level)) = self.open.checked_sub(1).and_then(|top| self.levels.get_mut(top)) {
            level.at = at;
        }
    }

    /// The item that a value is, if it is one, and where the value ends.
    fn item(&mut self, at: usize) -> Result<(Progress, usize), Fault> {
        let mut scanner = Scanner::new(self.body, at);
        let node = self.place.map_or(0, |place| place.node);
        Walk { reader: self.reader, slots: &mut self.slots, found: None }.value(&mut scanner, node, self.name)?;
        let end = scanner.at();
        let item = self.place.and_then(|place| {
            let span = Span::new(at, end);
            ItemSpans::accept(self.index, place, span, &self.slots, &Found::NONE, self.body)
        });
        Ok((item.map_or(Progress::Nothing, Progress::Item), end))
    }
}

impl Iterator for Cursor<'_, '_> {
    type Item = ItemSpans;

    /// The body has been validated, so a fault only ever means the end.
    fn next(&mut self) -> Option<ItemSpans> {
        loop {
            match self.step().ok()? {
                Progress::Item(item) => return Some(item),
                Progress::Nothing => {}
                Progress::End => return None,
            }
        }
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
        let member = scanner.name()?;
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
