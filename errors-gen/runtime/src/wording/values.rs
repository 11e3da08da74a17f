//! The values of the holes in a message, in the order of the wording.

/// The most holes that a wording can have.
pub const MOST_PARAMETERS: usize = 8;

/// The positions of the values of the holes in the spelling of a message.
#[derive(Clone, Copy)]
pub struct Values<'b> {
    spelling: &'b str,
    /// Start and end of each value.
    spans: [(u32, u32); MOST_PARAMETERS],
    count: usize,
    /// Start and end of the text after the wording.
    rest: (u32, u32),
}

impl<'b> Values<'b> {
    /// No values yet.
    #[inline]
    pub(super) const fn new(spelling: &'b str) -> Self {
        Self { spelling, spans: [(0, 0); MOST_PARAMETERS], count: 0, rest: (0, 0) }
    }

    /// Adds the next value; `None` if there are too many, or if the message is larger than 4 GiB.
    #[inline]
    pub(super) fn push(&mut self, start: usize, end: usize) -> Option<()> {
        *self.spans.get_mut(self.count)? = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        self.count += 1;
        Some(())
    }

    /// Stores the position of the text after the wording; `None` if the message is larger than 4 GiB.
    pub(super) fn push_rest(&mut self, start: usize, end: usize) -> Option<()> {
        self.rest = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        Some(())
    }

    /// Removes all but the first `count` values.
    pub(super) fn truncate(&mut self, count: usize) {
        self.count = self.count.min(count);
    }

    /// The number of values.
    #[inline]
    pub(super) const fn len(&self) -> usize {
        self.count
    }

    /// The spelling of the value of the hole with this index.
    #[inline]
    pub(super) fn get(&self, index: usize) -> Option<&'b str> {
        let (start, end) = *self.spans.get(..self.count)?.get(index)?;
        self.spelling.get(start as usize..end as usize)
    }

    /// The spelling of the text after the wording; empty if there is none.
    #[inline]
    pub(super) fn rest(&self) -> &'b str {
        self.spelling.get(self.rest.0 as usize..self.rest.1 as usize).unwrap_or_default()
    }
}
