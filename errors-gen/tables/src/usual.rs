//! A fast path for the shape that most items have.

/// The usual shape of a place's items, which is recognized with one test of bits: code and message are at the first of
/// their paths, and the documented fields are at the first of theirs or in the item itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// The slot of the code.
    pub code: u8,
    /// The slot of the message.
    pub message: u8,
    /// The slot of the object in which the fields are looked for first; `None` if that is the item.
    pub fields: Option<u8>,
    /// The slots that must hold a value, those of code and message, as a bit set.
    pub needs: u64,
    /// The slots that must be empty, as a bit set: the further objects in which the fields are looked for before the
    /// item.
    pub without: u64,
}

impl Usual {
    /// A shape with code and message in these slots, and the fields in the object in the slot `fields`. See the fields
    /// of the same names.
    #[must_use]
    pub const fn new(code: u8, message: u8, fields: Option<u8>, without: u64) -> Self {
        Self { code, message, fields, needs: 1 << (code & 63) | 1 << (message & 63), without }
    }

    /// Whether an item has this shape; `present` is the set of slots that hold a value.
    #[inline]
    #[must_use]
    pub const fn fits(&self, present: u64) -> bool {
        present & (self.needs | self.without) == self.needs
    }
}
