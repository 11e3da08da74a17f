//! The shape that most items have.

/// The shape that most items of a place have, so that it is recognized at once: a code and a message, each where it is looked
/// for first, and the documented fields where they are looked for first or in the item itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// The slot of the code.
    pub code: u8,
    /// The slot of the message.
    pub message: u8,
    /// The slot in which fields are looked for first, if that is not the item.
    pub fields: Option<u8>,
    /// The slots of code and message, as bits.
    pub needs: u64,
    /// The other slots that can have the fields, as bits.
    pub without: u64,
}

impl Usual {
    /// The slots of the code, of the message, and of what holds the fields if that is not the item. `without` are the further
    /// slots, as bits, in which fields are looked for before they are in the item.
    #[must_use]
    pub const fn new(code: u8, message: u8, fields: Option<u8>, without: u64) -> Self {
        Self { code, message, fields, needs: 1 << (code & 63) | 1 << (message & 63), without }
    }

    /// Whether these slots, given as bits, have all that is needed, and nothing that would be looked at first.
    #[inline]
    #[must_use]
    pub const fn fits(&self, present: u64) -> bool {
        present & (self.needs | self.without) == self.needs
    }
}
