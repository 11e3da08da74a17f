//! The memory that tables borrow from.

use bumpalo::Bump;

/// The memory of any number of vendors, which are freed together.
#[derive(Debug, Default)]
pub struct Arena {
    bump: Bump,
}

impl Arena {
    /// An empty arena.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Copies a text.
    pub(super) fn text(&self, text: &str) -> &str {
        self.bump.alloc_str(text)
    }

    /// Copies texts.
    pub(super) fn texts(&self, texts: &[String]) -> &[&str] {
        self.each(texts, |text| self.text(text))
    }

    /// Stores a value.
    pub(super) fn value<T: Copy>(&self, value: T) -> &T {
        self.bump.alloc(value)
    }

    /// Copies values.
    pub(super) fn all<T: Copy>(&self, values: &[T]) -> &[T] {
        self.bump.alloc_slice_copy(values)
    }

    /// Stores the result of `make` for each value.
    pub(super) fn each<A, B: Copy>(&self, values: &[A], make: impl FnMut(&A) -> B) -> &[B] {
        self.bump.alloc_slice_fill_iter(values.iter().map(make))
    }

    /// Stores the result of `make` for each value.
    ///
    /// # Errors
    ///
    /// The first error of `make`.
    pub(super) fn try_each<A, B: Copy, E>(
        &self,
        values: &[A],
        make: impl FnMut(&A) -> Result<B, E>,
    ) -> Result<&[B], E> {
        Ok(self.bump.alloc_slice_try_fill_iter(values.iter().map(make))?)
    }
}
