//! The members of an object that a table knows.

use crate::lookup::GOLDEN;

/// The known members of an object, in the order in which bodies mostly have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Members<'t> {
    /// The members.
    pub all: &'t [Member<'t>],
    /// A Bloom filter over the first bytes of their names, by which most unknown names are skipped without a
    /// comparison.
    #[doc(hidden)]
    pub starts: u64,
}

impl<'t> Members<'t> {
    /// The members in this order.
    #[must_use]
    pub const fn new(all: &'t [Member<'t>]) -> Self {
        let (mut starts, mut index) = (0, 0);
        while index < all.len() {
            // Only the first two bytes (a letter and the quote) of a name of one letter are known, so it may have any
            // bit.
            starts |= if all[index].name.len() < 2 { u64::MAX } else { Self::bit(all[index].head) };
            index += 1;
        }
        Self { all, starts }
    }

    /// The bit in [`starts`](Self::starts) for the first three bytes of a name and its closing quote, the lowest three
    /// of `head`.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn bit(head: u64) -> u64 {
        1 << ((head << 40).wrapping_mul(GOLDEN) >> 58)
    }
}

/// A known member of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member<'t> {
    /// Its name, unescaped.
    pub name: &'t str,
    /// The first eight bytes of the name and its closing quote, little endian, so that one comparison distinguishes
    /// most names. For a name that JSON can only spell with escapes, bytes that occur in no text.
    #[doc(hidden)]
    pub head: u64,
    /// Which bits of `head` are compared: all of them if the name has eight bytes or more.
    #[doc(hidden)]
    pub mask: u64,
    /// The node of its value.
    pub node: u8,
    /// The slot that stores the span of its value, if nothing else is to be done with it; otherwise [`Self::NESTED`].
    #[doc(hidden)]
    pub slot: u8,
}

impl<'t> Member<'t> {
    /// Stands for a slot in [`slot`](Self::slot): the value is scanned by its node.
    #[doc(hidden)]
    pub const NESTED: u8 = u8::MAX;

    /// Stands for a slot: the member is unknown, and its value is not stored.
    #[doc(hidden)]
    pub const UNKNOWN: u8 = 63;

    /// A member with this name, unescaped, and the node of its value.
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

    /// This member, for a node that only stores its value in a slot (less than 63): a node without members, name slot
    /// and places.
    #[must_use]
    pub const fn kept_in(self, slot: u8) -> Self {
        Self { slot, ..self }
    }
}
