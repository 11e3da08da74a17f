//! The values that a scan keeps.

use crate::json::Span;

/// The values that the nodes of the trie keep.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots {
    /// The last one is for values that nobody asks for, so that they are treated like the others.
    spans: [Span; Self::COUNT],
    present: u64,
    /// Those of which a value took the place of an earlier one, or may have.
    repeated: u64,
}

impl Slots {
    const COUNT: usize = 33;

    pub(super) const EMPTY: Self = Self { spans: [Span::NONE; Self::COUNT], present: 0, repeated: 0 };

    const fn bit(slot: u8) -> u64 {
        1 << (slot & 63)
    }

    #[inline]
    pub(super) fn get(&self, slot: u8) -> Option<Span> {
        if self.present & Self::bit(slot) == 0 {
            return None;
        }
        self.spans.get(usize::from(slot)).copied()
    }

    #[inline]
    pub(super) fn set(&mut self, slot: u8, span: Span) {
        if let Some(kept) = self.spans.get_mut(usize::from(slot)) {
            *kept = span;
            self.present |= Self::bit(slot);
        }
    }

    /// The same for a value that may take the place of an earlier one.
    #[inline]
    pub(super) fn keep(&mut self, slot: u8, span: Span) {
        self.repeated |= self.present & Self::bit(slot);
        self.set(slot, span);
    }

    /// Whether all of some slots, given as bits, have a value.
    #[inline]
    pub(super) fn have(&self, bits: u32) -> bool {
        self.present & u64::from(bits) == u64::from(bits)
    }

    /// Whether one of some slots, given as bits, has a value.
    #[inline]
    pub(super) fn have_any(&self, bits: u32) -> bool {
        self.present & u64::from(bits) != 0
    }

    /// The slots of which a value took the place of an earlier one, or may have, as bits.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the slots that are asked for are the lower half")]
    pub(super) const fn repeated(&self) -> u32 {
        self.repeated as u32
    }

    #[inline]
    pub(super) fn note_repeated(&mut self, bits: u32) {
        self.repeated |= self.present & u64::from(bits);
    }

    #[inline]
    pub(super) fn clear(&mut self, bits: u32) {
        self.present &= !u64::from(bits);
    }
}
