//! Names of members, and what they lead to.

use super::lookup::GOLDEN;
use crate::hint::cold_path;
use crate::json::{Span, Text, Utf8};
use crate::swar::word;

/// Members that lead further, in the order in which they mostly come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Members<'t> {
    all: &'t [Member<'t>],
    /// The starts of their names, hashed to bits: most other names are told apart by theirs.
    starts: u64,
}

impl<'t> Members<'t> {
    /// These members.
    #[must_use]
    pub const fn new(all: &'t [Member<'t>]) -> Self {
        let (mut starts, mut index) = (0, 0);
        while index < all.len() {
            // What follows the quote behind a name of one letter is not known.
            starts |= if all[index].name.len() < 2 { u64::MAX } else { Self::bit(all[index].head) };
            index += 1;
        }
        Self { all, starts }
    }

    /// All of them.
    #[inline]
    #[must_use]
    pub const fn all(&self) -> &'t [Member<'t>] {
        self.all
    }

    /// The member whose name and a quote stand at a position. `expected` is the index of the one that is looked for first,
    /// 0 at the start of an object: members mostly come in the order of the table.
    ///
    /// Names with escapes, and short ones at the very end, are none: [`Self::passed_over`] is for those.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every member of a body passes here")]
    pub(crate) fn standing_at(&self, bytes: &[u8], at: usize, expected: &mut usize) -> Option<&'t Member<'t>> {
        let head = word(bytes, at)?;
        if let Some(member) = self.all.get(*expected)
            && member.stands_at(head, bytes, at)
        {
            *expected += 1;
            return Some(member);
        }
        cold_path();
        if self.starts & Self::bit(head) == 0 {
            return None;
        }
        *expected = self.position_of(head, bytes, at);
        let member = self.all.get(*expected)?;
        *expected += 1;
        Some(member)
    }

    /// The index of the member whose name and a quote stand at a position; the number of members where there is none.
    /// Out of line, since most members come in the order of the table.
    #[inline(never)]
    fn position_of(&self, head: u64, bytes: &[u8], at: usize) -> usize {
        self.all.iter().position(|member| member.stands_at(head, bytes, at)).unwrap_or(self.all.len())
    }

    /// The member of the name at this span of a text, if [`Self::standing_at`] can have passed it over.
    #[inline]
    pub(crate) fn passed_over(&self, text: Utf8<'_>, name: Span, escaped: bool) -> Option<&'t Member<'t>> {
        // Eight bytes and the quote before them.
        let near_end = text.len() - (name.start as usize) < 9;
        if escaped || near_end { self.named(Text::new(name.inside(text))) } else { None }
    }

    #[cold]
    #[inline(never)]
    fn named(&self, name: Text<'_>) -> Option<&'t Member<'t>> {
        self.all.iter().find(|member| name == member.name())
    }

    /// The bit of the first three bytes of a name and the quote behind it.
    #[inline]
    const fn bit(head: u64) -> u64 {
        1 << ((head << 40).wrapping_mul(GOLDEN) >> 58)
    }
}

/// A member that leads further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member<'t> {
    name: &'t str,
    /// The first eight bytes of the name and of the quote behind it, so that one comparison tells most names apart. Of a
    /// name that cannot stand in a body as it is, without escapes, bytes that no text has.
    head: u64,
    /// Which bits of `head` count: all where the name is that long.
    mask: u64,
    node: u8,
    /// The slot that keeps its value, where no more than that is to be done.
    slot: u8,
}

impl<'t> Member<'t> {
    /// In the place of a slot: the value is scanned as its node says.
    pub(crate) const NESTED: u8 = u8::MAX;

    /// In the place of a slot: nothing is known of the member, and its value is not kept.
    pub(crate) const UNKNOWN: u8 = 31;

    /// The member of this name, unescaped, and the node it leads to.
    #[must_use]
    pub const fn new(name: &'t str, node: u8) -> Self {
        let bytes = name.as_bytes();
        let (mut head, mut mask, mut plain) = (0, 0, true);
        let mut index = 0;
        while index <= bytes.len() {
            let byte = if index < bytes.len() { bytes[index] } else { b'"' };
            if index < 8 {
                head |= (byte as u64) << (8 * index);
                mask |= 0xff << (8 * index);
            }
            plain = plain && (index == bytes.len() || (byte != b'"' && byte != b'\\' && byte >= 0x20));
            index += 1;
        }
        if !plain {
            (head, mask) = (u64::MAX, u64::MAX);
        }
        Self { name, head, mask, node, slot: Self::NESTED }
    }

    /// The same for a member whose node keeps its value in a slot, less than 31, and does nothing else: it leads nowhere,
    /// keeps no name and has no places.
    #[must_use]
    pub const fn kept_in(self, slot: u8) -> Self {
        Self { slot, ..self }
    }

    /// Its name, unescaped.
    #[must_use]
    pub const fn name(&self) -> &'t str {
        self.name
    }

    /// The node it leads to.
    #[must_use]
    pub const fn node(&self) -> u8 {
        self.node
    }

    /// The slot that keeps its value, or [`Self::NESTED`].
    #[inline]
    pub(crate) const fn slot(&self) -> u8 {
        self.slot
    }

    /// Whether its name and a quote stand at a position; `head` holds the eight bytes from there on.
    #[inline]
    pub(crate) fn stands_at(&self, head: u64, bytes: &[u8], at: usize) -> bool {
        if (head ^ self.head) & self.mask != 0 {
            return false;
        }
        if self.name.len() < 8 {
            return true;
        }
        // Not that seldom, but the longer comparison is better out of the way of the short one.
        cold_path();
        self.tail_stands_at(bytes, at)
    }

    /// The same behind the first eight bytes.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "behind a hint it would be called, which costs more than it does")]
    fn tail_stands_at(&self, bytes: &[u8], at: usize) -> bool {
        let (name, end) = (self.name.as_bytes(), at + self.name.len());
        let stands = |there: Option<&[u8]>| match (there.and_then(|there| there.last_chunk()), name.last_chunk::<8>()) {
            (Some(there), Some(name)) => u64::from_le_bytes(*there) == u64::from_le_bytes(*name),
            _ => false,
        };
        let there = bytes.get(at..end);
        let tail = if name.len() <= 16 { stands(there) } else { there == Some(name) };
        tail && bytes.get(end) == Some(&b'"')
    }
}
