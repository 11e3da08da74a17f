//! A value and the way to it.

use super::FieldError;
use crate::json::Json;

/// A value together with the value that reading started from, so that an error can say where it stands.
#[derive(Clone, Copy)]
pub struct Located<'b> {
    json: Json<'b>,
    root: Json<'b>,
    masked: bool,
}

impl<'b> Located<'b> {
    /// The value that reading starts from.
    #[inline]
    #[must_use]
    pub const fn root(json: Json<'b>) -> Self {
        Self { json, root: json, masked: false }
    }

    /// The value.
    #[inline]
    #[must_use]
    pub const fn json(self) -> Json<'b> {
        self.json
    }

    /// Whether the value can hold personal or secret data: `Debug` and errors then do not show it.
    #[inline]
    #[must_use]
    pub const fn is_masked(self) -> bool {
        self.masked
    }

    /// A value within this one.
    #[inline]
    pub(super) const fn at(self, json: Json<'b>) -> Self {
        Self { json, ..self }
    }

    /// The same, not shown.
    #[inline]
    pub(super) const fn masked(self) -> Self {
        Self { masked: true, ..self }
    }

    /// The error that says that something else was expected here.
    #[inline]
    #[must_use]
    pub fn error(self, expected: &'static str) -> FieldError {
        // In pieces, so that nothing is put together where there is no error.
        FieldError::new(self.json, self.root, self.masked, expected)
    }
}

impl core::fmt::Debug for Located<'_> {
    /// The value as it stands in the body, unless it is masked.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if self.masked { f.write_str("<masked>") } else { self.json.fmt(f) }
    }
}
