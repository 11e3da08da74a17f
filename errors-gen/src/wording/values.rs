//! The values of a message's holes, in the order of the wording.

/// The most holes that a wording can have.
pub const MOST_PARAMETERS: usize = 8;

/// The values of a message's holes, as they are spelled.
#[derive(Clone, Copy)]
pub struct Values<'b> {
    values: [&'b str; MOST_PARAMETERS],
    count: usize,
}

impl<'b> Values<'b> {
    pub(super) const NONE: Self = Self { values: [""; MOST_PARAMETERS], count: 0 };

    /// Adds the next value; `None` where there is no room.
    #[inline]
    pub(super) fn push(&mut self, value: &'b str) -> Option<()> {
        *self.values.get_mut(self.count)? = value;
        self.count += 1;
        Some(())
    }

    /// Takes back all but this many.
    pub(super) fn truncate(&mut self, count: usize) {
        self.count = self.count.min(count);
    }

    /// The values.
    #[inline]
    pub(super) fn as_slice(&self) -> &[&'b str] {
        self.values.get(..self.count).unwrap_or_default()
    }
}
