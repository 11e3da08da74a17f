//! The shape that most items have.

/// The shape that most items of a place have, so that it is recognized at once: a code and a message, each where it is looked
/// for first, and the documented fields beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// The slot of the code.
    code: u8,
    /// The slot of the message.
    message: u8,
    /// The slots of both, as bits.
    needs: u32,
    /// The slots that would have the fields, as bits.
    without: u32,
}

impl Usual {
    /// The slots of the code and of the message, and as bits those of the values in which the fields would stand if there
    /// were any.
    #[must_use]
    pub const fn new(code: u8, message: u8, without: u32) -> Self {
        Self { code, message, needs: 1 << (code & 31) | 1 << (message & 31), without }
    }

    /// The slot of the code.
    #[inline]
    pub(crate) const fn code(&self) -> u8 {
        self.code
    }

    /// The slot of the message.
    #[inline]
    pub(crate) const fn message(&self) -> u8 {
        self.message
    }

    /// The slots of both, as bits.
    #[inline]
    pub(crate) const fn needs(&self) -> u32 {
        self.needs
    }

    /// Whether these slots, given as bits, have all that is needed, and none of the others.
    #[inline]
    pub(crate) const fn fits(&self, present: u32) -> bool {
        present & (self.needs | self.without) == self.needs
    }
}
