//! What stands between the values of a list's items. They are mostly written alike, so what stood there once is recognized and
//! not taken apart again.

use crate::json::Lead;
use crate::swar::word;
use crate::table::GOLDEN;

/// How many gaps are remembered in a list.
const MOST: usize = 16;

/// How many keys are told apart, as a power of two.
const KEY_BITS: u32 = 6;

/// How many gaps of one key are compared. Further ones are only known where they are expected.
const MOST_OF_KEY: usize = 4;

/// How many more gaps than items there may have been that were not known: enough to meet each for the first time.
const CREDIT: u8 = 32;

/// From behind one value to the next: to a further member of an item, or to the first one of the next item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    lead: Lead,
    /// The slot that keeps the value behind it, or [`Member::UNKNOWN`](crate::table::Member::UNKNOWN).
    pub(super) slot: u8,
    /// How far from its start the item ends, and the next one starts; zeros where it is the same item.
    pub(super) items: [u8; 2],
    /// The index of another gap with the same key.
    other: u8,
    /// The index of the gap that came next last time.
    next: u8,
}

/// The gaps that have been met.
#[derive(Clone, Debug)]
pub(super) struct Gaps {
    all: [Gap; MOST],
    len: u8,
    /// The index of a gap with each key; `u8::MAX` where there is none.
    by_key: [u8; 1 << KEY_BITS],
    /// How far behind a value the bytes are that make the key: from before a name on, if all are written like the first.
    key_at: u8,
    /// The index of the gap that was met last.
    last: u8,
    /// What is left of that.
    credit: u8,
}

/// Where a gap was met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met {
    /// Behind a value.
    pub(super) start: usize,
    /// Where the item ended and the next one started, if they did.
    pub(super) items: Option<[usize; 2]>,
    /// Where the name of the next member starts.
    pub(super) name: usize,
    /// Where its value starts.
    pub(super) end: usize,
}

impl Gaps {
    pub(super) const NONE: Self = Self {
        all: [Gap { lead: Lead::NOWHERE, slot: 0, items: [0; 2], other: u8::MAX, next: 0 }; MOST],
        len: 0,
        by_key: [u8::MAX; 1 << KEY_BITS],
        key_at: 0,
        last: 0,
        credit: CREDIT,
    };

    /// The gap behind the value that ends at the position, and where the next value starts.
    #[inline]
    pub(super) fn at(&mut self, bytes: &[u8], at: usize) -> Option<(usize, &Gap)> {
        if self.are_useless() {
            return None;
        }
        // What came next last time mostly does so again: then nothing waits for the gap to be found.
        let expected = self.all.get(usize::from(self.last))?.next;
        let (behind, index) = match self.all.get(usize::from(expected))?.lead.behind(bytes, at) {
            Some(behind) => (behind, expected),
            None => self.find(bytes, at)?,
        };
        self.follow(index);
        self.all.get(usize::from(index)).map(|gap| (behind, gap))
    }

    /// The gap at the position by its key.
    #[inline]
    fn find(&self, bytes: &[u8], at: usize) -> Option<(usize, u8)> {
        let mut index = *self.by_key.get(self.key(bytes, at)?)?;
        for _ in 0..MOST_OF_KEY {
            let gap = self.all.get(usize::from(index))?;
            if let Some(behind) = gap.lead.behind(bytes, at) {
                return Some((behind, index));
            }
            index = gap.other;
        }
        None
    }

    /// Notes that an item has ended.
    #[inline]
    pub(super) fn end_item(&mut self) {
        if (1..CREDIT).contains(&self.credit) {
            self.credit += 1;
        }
    }

    /// Whether more than one gap in each item was not known.
    #[inline]
    pub(super) const fn are_useless(&self) -> bool {
        self.credit == 0
    }

    /// Notes which gap has come next.
    #[inline]
    fn follow(&mut self, index: u8) {
        if let Some(last) = self.all.get_mut(usize::from(self.last)) {
            last.next = index;
        }
        self.last = index;
    }

    /// Remembers a gap that was not known and the slot of the value behind it, unless it is too long or there are too many.
    #[inline]
    pub(super) fn remember(&mut self, bytes: &[u8], met: Met, slot: u8) {
        self.credit = self.credit.saturating_sub(1);
        if usize::from(self.len) < MOST {
            self.add(bytes, met, slot);
        }
    }

    #[inline(never)]
    fn add(&mut self, bytes: &[u8], met: Met, slot: u8) {
        let Met { start, items, name, end } = met;
        let Some(lead) = Lead::new(bytes, start, end) else {
            return;
        };
        // A lead is short.
        let length = |to: usize| u8::try_from(to - start).unwrap_or(u8::MAX);
        if self.len == 0 {
            self.key_at = length(name).saturating_sub(1);
        }
        let key = self.key(bytes, start);
        if let Some(free) = self.all.get_mut(usize::from(self.len))
            && let Some(first) = key.and_then(|key| self.by_key.get_mut(key))
        {
            *free = Gap { lead, slot, items: items.map_or([0; 2], |items| items.map(length)), other: *first, next: 0 };
            *first = self.len;
            self.len += 1;
            self.follow(self.len - 1);
        }
    }

    /// The key of what stands at the position: seven bytes, which are mostly a name's. Fewer would be those of many. Behind a
    /// very short name a value's first bytes count too: then one gap may be remembered more than once.
    #[inline]
    fn key(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let bytes = word(bytes, at + usize::from(self.key_at))? << 8;
        Some((bytes.wrapping_mul(GOLDEN) >> (u64::BITS - KEY_BITS)) as usize)
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::vec::Vec;

    /// Where a gap goes on to, its slot, and its items, if it is known.
    fn known(gaps: &mut Gaps, bytes: &[u8]) -> Option<(usize, u8, [u8; 2])> {
        gaps.at(bytes, 0).map(|(behind, gap)| (behind, gap.slot, gap.items))
    }

    /// Bytes that start with a gap to a string, and are long enough for one.
    fn text(gap: &str) -> Vec<u8> {
        format!("{gap}\"a string with more than enough letters\"").into_bytes()
    }

    fn remember(gaps: &mut Gaps, gap: &str, slot: u8, items: Option<[usize; 2]>) {
        let name = gap.find('"').unwrap_or_default();
        gaps.remember(&text(gap), Met { start: 0, items, name, end: gap.len() }, slot);
    }

    #[test]
    fn a_gap_is_known_once_it_is_remembered_whatever_came_before() {
        // The names of some start alike, and one is short.
        let all =
            [",\"message\":", ",\"product_id\":", ",\"product_name\":", ",\"produce\":", ",\"id\":", "},{\"code\":"];
        let items = |slot: u8| (slot == 5).then_some([1, 2]);
        let mut gaps = Gaps::NONE.clone();
        for (slot, gap) in (0..).zip(all) {
            assert_eq!(known(&mut gaps, &text(gap)), None);
            remember(&mut gaps, gap, slot, items(slot));
        }
        for before in all {
            for (slot, gap) in (0..).zip(all) {
                assert!(known(&mut gaps, &text(before)).is_some());
                let expected = (gap.len(), slot, items(slot).map_or([0; 2], |_| [1, 2]));
                assert_eq!(known(&mut gaps, &text(gap)), Some(expected), "{gap} behind {before}");
            }
        }
        for other in [",\"messages\":", ", \"message\":", ",\"message\" :", "},{\"kode\":", "]"] {
            assert_eq!(known(&mut gaps, &text(other)), None, "{other}");
        }
    }

    #[test]
    fn gaps_with_white_space_are_told_apart_by_their_names() {
        let mut gaps = Gaps::NONE.clone();
        let indented = |name: &str| format!(",\n            \"{name}\": ");
        for (slot, name) in (0..).zip(["code", "message", "field"]) {
            remember(&mut gaps, &indented(name), slot, None);
        }
        assert!(gaps.all.iter().take(3).all(|gap| gap.other == u8::MAX), "no two have the same key");
        assert_eq!(known(&mut gaps, &text(&indented("field"))).map(|(_, slot, _)| slot), Some(2));
    }

    #[test]
    fn gaps_that_are_mostly_not_known_are_given_up() {
        let (mut gaps, known_one) = (Gaps::NONE.clone(), ",\"message\":");
        remember(&mut gaps, known_one, 1, None);
        for index in 0..1_000 {
            assert!(known(&mut gaps, &text(known_one)).is_some() && !gaps.are_useless());
            remember(&mut gaps, &format!(",\"x{index}\":"), 1, None);
            gaps.end_item();
        }
        for index in 0..50 {
            remember(&mut gaps, &format!(",\"y{index}\":"), 1, None);
            remember(&mut gaps, &format!(",\"z{index}\":"), 1, None);
            gaps.end_item();
        }
        gaps.end_item();
        assert!(gaps.are_useless());
        assert_eq!(known(&mut gaps, &text(known_one)), None);
    }

    #[test]
    fn what_is_too_long_or_too_much_is_not_remembered() {
        let mut gaps = Gaps::NONE.clone();
        let long = ",\"aNameThatIsLongerThanWhatIsCompared\":";
        remember(&mut gaps, long, 1, None);
        assert_eq!(known(&mut gaps, &text(long)), None);
        let names: Vec<_> = (0..MOST + 3).map(|index| format!(",\"member{index}\":")).collect();
        for name in &names {
            remember(&mut gaps, name, 1, None);
        }
        for (index, name) in names.iter().enumerate() {
            assert_eq!(known(&mut gaps, &text(name)).is_some(), index < MOST, "{name}");
        }
        assert_eq!(known(&mut gaps, b",\"member0\":\"near the end\""), None);
    }
}
