//! The values that a scan keeps.

use crate::json::Span;
use crate::table::Member;

/// The values that the nodes of the trie keep.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots {
    spans: [Span; 32],
    /// Those that have a value, as bits.
    present: u32,
    traces: Traces,
}

/// What a scan has met, as bits of slots.
#[derive(Clone, Copy, Debug)]
pub(super) struct Traces {
    /// Those of which a value took the place of an earlier one, or may have.
    pub(super) repeated: u32,
    /// Those that had a value when any were forgotten; [`Slots::traces`] adds those that have one.
    pub(super) met: u32,
}

impl Slots {
    pub(super) const EMPTY: Self = Self { spans: [Span::NONE; 32], present: 0, traces: Traces { repeated: 0, met: 0 } };

    #[inline]
    pub(super) fn get(&self, slot: u8) -> Option<Span> {
        if self.have_any(bit(slot)) { self.spans.get(usize::from(slot & 31)).copied() } else { None }
    }

    /// The value of a slot that is present.
    #[inline]
    pub(super) fn kept(&self, slot: u8) -> Span {
        self.spans.get(usize::from(slot & 31)).copied().unwrap_or(Span::NONE)
    }

    /// The slots that have a value, as bits.
    #[inline]
    pub(super) const fn present(&self) -> u32 {
        self.present
    }

    #[inline]
    pub(super) fn set(&mut self, slot: u8, span: Span) {
        if let Some(kept) = self.spans.get_mut(usize::from(slot & 31)) {
            *kept = span;
            self.present |= bit(slot);
        }
    }

    /// The same for a value that may take the place of an earlier one. That of a member that nothing is known of, which
    /// [`Member::UNKNOWN`] stands for, is not kept.
    #[inline]
    pub(super) fn keep(&mut self, slot: u8, span: Span) {
        if slot != Member::UNKNOWN {
            self.note_repeated(bit(slot));
            self.set(slot, span);
        }
    }

    /// Whether one of some slots, given as bits, has a value.
    #[inline]
    pub(super) const fn have_any(&self, slots: u32) -> bool {
        self.present & slots != 0
    }

    /// Whether a value took the place of an earlier one anywhere, or may have.
    #[inline]
    pub(super) const fn any_repeated(&self) -> bool {
        self.traces.repeated != 0
    }

    /// What has been met so far.
    #[inline]
    pub(super) const fn traces(&self) -> Traces {
        let Traces { repeated, met } = self.traces;
        Traces { repeated, met: met | self.present }
    }

    /// Notes that values will take the place of those of some slots, given as bits.
    #[inline]
    pub(super) const fn note_repeated(&mut self, slots: u32) {
        self.traces.repeated |= self.present & slots;
    }

    /// Forgets the values of some slots, given as bits.
    #[inline]
    pub(super) const fn clear(&mut self, slots: u32) {
        self.traces.met |= self.present;
        self.present &= !slots;
    }
}

/// The bit of a slot.
#[inline]
const fn bit(slot: u8) -> u32 {
    1 << (slot & 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_known_is_kept_and_only_what_is_kept_is_repeated() {
        let mut slots = Slots::EMPTY;
        for at in [3, 9] {
            slots.keep(Member::UNKNOWN, Span::new(at, at + 2));
        }
        assert_eq!((slots.present(), slots.any_repeated(), slots.traces().met), (0, false, 0));
        slots.keep(4, Span::new(3, 5));
        assert!(!slots.any_repeated());
        slots.keep(4, Span::new(9, 11));
        assert_eq!((slots.present(), slots.traces().repeated, slots.get(4)), (1 << 4, 1 << 4, Some(Span::new(9, 11))));
    }
}
