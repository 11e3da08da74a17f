//! Where the parts of further items stand, in two bytes for each, so that they are found again without being looked for.

use crate::json::Span;

/// How many items are marked. Those behind them are looked for.
const MOST: usize = 1024;

/// Marks of the items of one place, from the first one that was not kept. As long as the items come one after another, that
/// is: where something else stands between, they end.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    place: u8,
    /// Where the first item starts.
    start: u32,
    ended: bool,
    len: u16,
    all: [Mark; MOST],
}

/// The end of an item's code and message, and its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// The length of the code or the message, whichever comes second; 0 where one byte does not tell.
    pub(super) second: u8,
    /// The length of what stands behind that, up to the end of the item.
    pub(super) rest: u8,
}

impl Mark {
    const NONE: Self = Self { second: 0, rest: 0 };

    fn new(item: Span, code: Span, message: Span) -> Self {
        let second = if code.start < message.start { message } else { code };
        let lengths = [second.end.wrapping_sub(second.start), item.end.wrapping_sub(second.end)];
        match lengths.map(u8::try_from) {
            [Ok(second), Ok(rest)] => Self { second, rest },
            _ => Self::NONE,
        }
    }
}

impl Marks {
    /// None yet of the items of a place, the first of which starts here.
    pub(super) const fn new(place: u8, start: u32) -> Self {
        Self { place, start, ended: false, len: 0, all: [Mark::NONE; MOST] }
    }

    /// Marks the next item of a place, by the values that it has for its code and message.
    #[inline]
    pub(super) fn add(&mut self, place: u8, item: Span, code: Span, message: Span) {
        if self.place == place
            && !self.ended
            && let Some(free) = self.all.get_mut(usize::from(self.len))
        {
            *free = Mark::new(item, code, message);
            self.len += 1;
        }
    }

    /// Forgets all, and marks no further items.
    pub(super) const fn forget(&mut self) {
        (self.len, self.ended) = (0, true);
    }

    /// Marks no further items.
    pub(super) const fn end(&mut self) {
        self.ended = true;
    }

    /// Whether these are marks of a place's items.
    pub(super) const fn are_of(&self, place: u8) -> bool {
        self.place == place && self.len > 0
    }

    /// Where the first marked item starts.
    #[inline]
    pub(super) const fn start(&self) -> u32 {
        self.start
    }

    /// The mark of the item that comes so many behind the first one.
    #[inline]
    pub(super) fn get(&self, index: usize) -> Option<Mark> {
        self.all.get(..usize::from(self.len))?.get(index).copied().filter(|mark| mark.second > 0)
    }
}
