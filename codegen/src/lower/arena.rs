//! The memory that tables borrow from.

use bumpalo::Bump;

/// The memory of any number of vendors, which are freed together.
#[derive(Debug, Default)]
pub struct Arena {
    bump: Bump,
}

impl Arena {
    /// An arena without vendors.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A text.
    pub(super) fn text(&self, text: &str) -> &str {
        self.bump.alloc_str(text)
    }

    /// Several texts.
    pub(super) fn texts(&self, texts: &[String]) -> &[&str] {
        self.each(texts, |text| self.text(text))
    }

    /// A value.
    pub(super) fn value<T: Copy>(&self, value: T) -> &T {
        self.bump.alloc(value)
    }

    /// Values as they are.
    pub(super) fn all<T: Copy>(&self, values: &[T]) -> &[T] {
        self.bump.alloc_slice_copy(values)
    }

    /// What becomes of each value.
    pub(super) fn each<A, B: Copy>(&self, values: &[A], make: impl FnMut(&A) -> B) -> &[B] {
        self.bump.alloc_slice_fill_iter(values.iter().map(make))
    }

    /// What becomes of each value, unless one of them becomes nothing.
    pub(super) fn try_each<A, B: Copy, E>(
        &self,
        values: &[A],
        make: impl FnMut(&A) -> Result<B, E>,
    ) -> Result<&[B], E> {
        Ok(self.bump.alloc_slice_try_fill_iter(values.iter().map(make))?)
    }
}
