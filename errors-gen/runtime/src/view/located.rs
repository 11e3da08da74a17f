//! A value and the way to it.

use super::FieldError;
use crate::json::Json;
use crate::mask::MASK;

/// A value together with the value that reading started from, so that an error can say where it stands.
#[derive(Clone, Copy)]
pub struct Located<'b> {
    json: Json<'b>,
    root: Json<'b>,
    masked: bool,
    /// Whether the way leads through a key of a map, which can be anything.
    keyed: bool,
}

impl<'b> Located<'b> {
    /// The value that reading starts from.
    #[inline]
    #[must_use]
    pub const fn root(json: Json<'b>) -> Self {
        Self { json, root: json, masked: false, keyed: false }
    }

    /// The value.
    #[inline]
    #[must_use]
    pub const fn json(self) -> Json<'b> {
        self.json
    }

    /// The value that reading started from.
    pub(super) const fn start(self) -> Json<'b> {
        self.root
    }

    /// Whether the names on the way to the value are not shown: keys of a map that is not.
    pub(super) const fn hides_way(self) -> bool {
        self.masked && self.keyed
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

    /// A value within this one, under a key of a map.
    #[inline]
    pub(super) const fn keyed(self, json: Json<'b>) -> Self {
        Self { json, keyed: true, ..self }
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
        FieldError::new(self, expected)
    }
}

impl core::fmt::Debug for Located<'_> {
    /// The type and the length of the value, unless it is masked.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if self.masked { f.write_str(MASK) } else { self.json.fmt(f) }
    }
}
