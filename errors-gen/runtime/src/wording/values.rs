//! The values of a message's holes, in the order of the wording.

/// The most holes that a wording can have.
pub const MOST_PARAMETERS: usize = 8;

/// Where the values of a message's holes stand in its spelling.
#[derive(Clone, Copy)]
pub struct Values<'b> {
    spelling: &'b str,
    /// Start and end of each.
    spans: [(u32, u32); MOST_PARAMETERS],
    count: usize,
    /// Where the text behind the wording starts, and where it ends.
    rest: (u32, u32),
}

impl<'b> Values<'b> {
    /// No values yet.
    #[inline]
    pub(super) const fn new(spelling: &'b str) -> Self {
        Self { spelling, spans: [(0, 0); MOST_PARAMETERS], count: 0, rest: (0, 0) }
    }

    /// Adds the next value; `None` where there is no room, or where the message goes beyond 4 GiB.
    #[inline]
    pub(super) fn push(&mut self, start: usize, end: usize) -> Option<()> {
        *self.spans.get_mut(self.count)? = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        self.count += 1;
        Some(())
    }

    /// Notes the text behind the wording.
    pub(super) fn push_rest(&mut self, start: usize, end: usize) -> Option<()> {
        self.rest = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        Some(())
    }

    /// Takes back all but this many.
    pub(super) fn truncate(&mut self, count: usize) {
        self.count = self.count.min(count);
    }

    /// How many there are.
    #[inline]
    pub(super) const fn len(&self) -> usize {
        self.count
    }

    /// The value of the hole with this index, as it is spelled.
    #[inline]
    pub(super) fn get(&self, index: usize) -> Option<&'b str> {
        let (start, end) = *self.spans.get(..self.count)?.get(index)?;
        self.spelling.get(start as usize..end as usize)
    }

    /// The text behind the wording, as it is spelled; empty where there is none.
    #[inline]
    pub(super) fn rest(&self) -> &'b str {
        self.spelling.get(self.rest.0 as usize..self.rest.1 as usize).unwrap_or_default()
    }
}
