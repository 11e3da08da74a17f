//! A value together with the root of its path.

use super::FieldError;
use crate::json::Json;
use crate::mask::MASK;

/// A value together with the root that reading started from, so that an error can say its path.
#[derive(Clone, Copy)]
pub struct Located<'b> {
    json: Json<'b>,
    root: Json<'b>,
    masked: bool,
    /// Whether the path goes through a key of a map, which can be any text, even a personal one.
    keyed: bool,
}

impl<'b> Located<'b> {
    /// The root that reading starts from.
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

    /// The root that reading started from.
    pub(super) const fn start(self) -> Json<'b> {
        self.root
    }

    /// Whether the keys on the path to the value are not shown: the value is masked, and the path goes through a map.
    pub(super) const fn hides_keys(self) -> bool {
        self.masked && self.keyed
    }

    /// Whether the value is marked as personal or secret: `Debug` and errors then do not show it.
    #[inline]
    #[must_use]
    pub const fn is_masked(self) -> bool {
        self.masked
    }

    /// A value nested in this one.
    #[inline]
    pub(super) const fn at(self, json: Json<'b>) -> Self {
        Self { json, ..self }
    }

    /// A value nested in this one, under a key of a map.
    #[inline]
    pub(super) const fn keyed(self, json: Json<'b>) -> Self {
        Self { json, keyed: true, ..self }
    }

    /// This value, marked as personal or secret.
    #[inline]
    pub(super) const fn masked(self) -> Self {
        Self { masked: true, ..self }
    }

    /// The error that another type was expected here.
    #[inline]
    #[must_use]
    pub fn error(self, expected: &'static str) -> FieldError {
        FieldError::new(self, expected)
    }
}

impl core::fmt::Debug for Located<'_> {
    /// Shows the type and the length of the value, unless it is masked.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if self.masked { f.write_str(MASK) } else { self.json.fmt(f) }
    }
}
