//! Where the parts of further items stand, in three bytes for each, so that they are found again without being looked for.

use crate::json::Span;

/// How many items are marked. Those behind them are looked for.
const MOST: usize = 1024;

/// Marks of the items of one place, from the first one that was not kept on to one that is unusual.
///
/// They are used from that first item on only. Where its list is given again, the items are those of the last one, and nobody
/// comes to it.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    place: u8,
    /// Where the first item starts.
    start: u32,
    /// Whether something unusual has come.
    ended: bool,
    len: u16,
    all: [Mark; MOST],
}

/// The lengths of an item's parts; `second` is 0 in a mark that tells nothing, because one of them does not fit into a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The length of the code or the message, whichever comes first.
    pub(super) first: u8,
    /// The same of the other one.
    pub(super) second: u8,
    /// The length of what stands behind that, up to the end of the item.
    pub(super) rest: u8,
}

impl Mark {
    const NONE: Self = Self { first: 0, second: 0, rest: 0 };

    fn new(item: Span, code: Span, message: Span) -> Self {
        let (first, second) = if code.start < message.start { (code, message) } else { (message, code) };
        let lengths = [(first.start, first.end), (second.start, second.end), (second.end, item.end)]
            .map(|(start, end)| end.wrapping_sub(start));
        if lengths.iter().fold(0, |any, length| any | length) > u32::from(u8::MAX) {
            return Self::NONE;
        }
        let [[first, ..], [second, ..], [rest, ..]] = lengths.map(u32::to_le_bytes);
        Self { first, second, rest }
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

    /// Marks no further items of a place.
    pub(super) const fn end(&mut self, place: u8) {
        self.ended |= self.place == place;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// An item with a code of this length, a message behind it, and as much behind that.
    fn add(marks: &mut Marks, [first, second, rest]: [usize; 3]) {
        let (code, message) = (Span::new(10, 10 + first), Span::new(first + 20, first + 20 + second));
        marks.add(3, Span::new(1, first + 20 + second + rest), code, message);
    }

    #[test]
    fn what_is_too_long_for_a_byte_has_no_mark() {
        for (lengths, marked) in [
            ([3, 2, 1], true),
            ([255, 255, 255], true),
            ([256, 2, 1], false),
            ([3, 256, 1], false),
            ([3, 2, 256], false),
            ([66_000, 66_000, 66_000], false),
        ] {
            let mut marks = Marks::new(3, 1);
            add(&mut marks, lengths);
            let mark = marks.get(0).map(|mark| [mark.first, mark.second, mark.rest].map(usize::from));
            assert_eq!(mark, marked.then_some(lengths));
        }
    }

    #[test]
    fn the_message_may_come_first() {
        let mut marks = Marks::new(0, 1);
        marks.add(0, Span::new(1, 40), Span::new(30, 38), Span::new(5, 20));
        assert_eq!(marks.get(0), Some(Mark { first: 15, second: 8, rest: 2 }));
    }

    #[test]
    fn marks_end_with_their_place_and_with_the_room_for_them() {
        let mut marks = Marks::new(3, 1);
        for _ in 0..MOST + 10 {
            add(&mut marks, [3, 2, 1]);
            marks.add(4, Span::new(1, 9), Span::new(2, 4), Span::new(5, 7));
        }
        assert!((0..MOST).all(|index| marks.get(index).is_some_and(|mark| mark.rest == 1)));
        assert!(marks.get(MOST).is_none());

        let mut marks = Marks::new(3, 1);
        add(&mut marks, [3, 2, 1]);
        marks.end(4);
        add(&mut marks, [3, 2, 1]);
        marks.end(3);
        add(&mut marks, [3, 2, 1]);
        assert!(marks.get(1).is_some() && marks.get(2).is_none());
    }
}
