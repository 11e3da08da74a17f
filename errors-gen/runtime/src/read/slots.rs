//! Slots: the spans of values that are stored during a scan.

use crate::json::Span;
use crate::table::{Condition, Member};

/// The spans that the nodes of the trie store.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots {
    spans: [Span; 64],
    /// The slots that hold a value, as a bit set. The last one always counts as holding one, for conditions on the HTTP
    /// status alone.
    present: u64,
}

impl Slots {
    pub(super) const EMPTY: Self = Self { spans: [Span::NONE; 64], present: Condition::STATUS };

    #[inline]
    pub(super) fn get(&self, slot: u8) -> Option<Span> {
        if self.have_any(bit(slot)) { Some(self.kept(slot)) } else { None }
    }

    /// The value of a slot that is present.
    #[inline]
    pub(super) fn kept(&self, slot: u8) -> Span {
        self.spans.get(usize::from(slot & 63)).copied().unwrap_or(Span::NONE)
    }

    /// The slots that hold a value, as a bit set.
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

    /// Stores the value of a member, unless the slot is [`Member::UNKNOWN`].
    #[inline]
    pub(super) fn keep(&mut self, slot: u8, span: Span) {
        if slot != Member::UNKNOWN {
            self.set(slot, span);
        }
    }

    /// Whether any slot of a bit set holds a value.
    #[inline]
    pub(super) const fn have_any(&self, slots: u64) -> bool {
        self.present & slots != 0
    }

    /// Clears the slots of a bit set.
    #[inline]
    pub(super) const fn clear(&mut self, slots: u64) {
        self.present &= !slots;
    }

    /// Clears a slot.
    pub(super) const fn forget(&mut self, slot: u8) {
        self.clear(bit(slot));
    }
}

/// The bit of a slot.
#[inline]
const fn bit(slot: u8) -> u64 {
    1 << (slot & 63)
}
