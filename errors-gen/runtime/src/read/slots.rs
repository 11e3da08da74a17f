//! The values that a walk keeps.

use crate::json::Span;
use crate::table::Member;

/// The values that the nodes of the trie keep.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots {
    spans: [Span; 64],
    /// Those that have a value, as bits.
    present: u64,
}

impl Slots {
    pub(super) const EMPTY: Self = Self { spans: [Span::NONE; 64], present: 0 };

    #[inline]
    pub(super) fn get(&self, slot: u8) -> Option<Span> {
        if self.have_any(bit(slot)) { Some(self.kept(slot)) } else { None }
    }

    /// The value of a slot that is present.
    #[inline]
    pub(super) fn kept(&self, slot: u8) -> Span {
        self.spans.get(usize::from(slot & 63)).copied().unwrap_or(Span::NONE)
    }

    /// The slots that have a value, as bits.
    #[inline]
    pub(super) const fn present(&self) -> u64 {
        self.present
    }

    #[inline]
    pub(super) fn set(&mut self, slot: u8, span: Span) {
        if let Some(kept) = self.spans.get_mut(usize::from(slot & 63)) {
            *kept = span;
            self.present |= bit(slot);
        }
    }

    /// Keeps the value of a member, unless it is one that nothing is known of, which [`Member::UNKNOWN`] stands for.
    #[inline]
    pub(super) fn keep(&mut self, slot: u8, span: Span) {
        if slot != Member::UNKNOWN {
            self.set(slot, span);
        }
    }

    /// Whether one of some slots, given as bits, has a value.
    #[inline]
    pub(super) const fn have_any(&self, slots: u64) -> bool {
        self.present & slots != 0
    }

    /// Forgets the values of some slots, given as bits.
    #[inline]
    pub(super) const fn clear(&mut self, slots: u64) {
        self.present &= !slots;
    }

    /// Forgets the value of a slot.
    pub(super) const fn forget(&mut self, slot: u8) {
        self.clear(bit(slot));
    }
}

/// The bit of a slot.
#[inline]
const fn bit(slot: u8) -> u64 {
    1 << (slot & 63)
}
