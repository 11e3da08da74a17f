//! Names of members, and what they lead to.

use crate::lookup::GOLDEN;

/// Members that lead further, in the order in which they mostly come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Members<'t> {
    /// All of them.
    pub all: &'t [Member<'t>],
    /// The starts of their names, hashed to bits: most other names are told apart by theirs.
    #[doc(hidden)]
    pub starts: u64,
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

    /// The bit of the first three bytes of a name and the quote behind it.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn bit(head: u64) -> u64 {
        1 << ((head << 40).wrapping_mul(GOLDEN) >> 58)
    }
}

/// A member that leads further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member<'t> {
    /// Its name, unescaped.
    pub name: &'t str,
    /// The first eight bytes of the name and of the quote behind it, so that one comparison tells most names apart. Of a
    /// name that cannot stand in a body as it is, without escapes, bytes that no text has.
    #[doc(hidden)]
    pub head: u64,
    /// Which bits of `head` count: all where the name is that long.
    #[doc(hidden)]
    pub mask: u64,
    /// The node it leads to.
    pub node: u8,
    /// The slot that keeps its value, where no more than that is to be done; otherwise [`Self::NESTED`].
    #[doc(hidden)]
    pub slot: u8,
}

impl<'t> Member<'t> {
    /// In the place of a slot: the value is scanned as its node says.
    #[doc(hidden)]
    pub const NESTED: u8 = u8::MAX;

    /// In the place of a slot: nothing is known of the member, and its value is not kept.
    #[doc(hidden)]
    pub const UNKNOWN: u8 = 63;

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

    /// The same for a member whose node keeps its value in a slot, less than 63, and does nothing else: it leads nowhere,
    /// keeps no name and has no places.
    #[must_use]
    pub const fn kept_in(self, slot: u8) -> Self {
        Self { slot, ..self }
    }
}
