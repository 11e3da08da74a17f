//! Where all variants hand what they found.

use std::hint::black_box;

/// What a variant found: for each item, message or lookup, the values that came out.
pub type Answers = Vec<Vec<Option<String>>>;

/// Takes what a variant finds. For timing it has each value ready and nothing more; for comparison it keeps all.
#[derive(Default)]
pub struct Sink {
    /// How many rows were begun.
    pub rows: usize,
    /// Whether the details of each item are wanted, beside its code and message.
    pub details: bool,
    kept: Option<Answers>,
}

impl Sink {
    /// A sink for comparison.
    #[must_use]
    pub fn keeping() -> Self {
        Self { kept: Some(Vec::new()), ..Self::default() }
    }

    /// Everything that was kept, if this sink keeps.
    pub const fn answers(&mut self) -> Option<&mut Answers> {
        self.kept.as_mut()
    }

    /// Begins a row.
    #[inline]
    pub fn row(&mut self) {
        self.rows += 1;
        if let Some(kept) = &mut self.kept {
            kept.push(Vec::new());
        }
    }

    /// Begins the row of an item.
    #[inline]
    pub fn item(&mut self, code: Option<impl ToString>, message: Option<impl ToString>) {
        self.row();
        self.value(code);
        self.value(message);
    }

    /// A further value of the row.
    #[inline]
    pub fn value<T: ToString>(&mut self, value: Option<T>) {
        black_box(&value);
        if let Some(row) = self.kept.as_mut().and_then(|kept| kept.last_mut()) {
            keep(row, value);
        }
    }
}

#[cold]
#[inline(never)]
fn keep<T: ToString>(row: &mut Vec<Option<String>>, value: Option<T>) {
    row.push(value.map(|value| value.to_string()));
}
