//! Why a field cannot be read.

use core::fmt::{self, Write as _};

use super::excerpt::Excerpt;
use super::{Located, path};
use crate::json::JsonKind;
use crate::mask;

/// A field that has another type than documented. All other fields can still be read.
///
/// The error borrows nothing and allocates nothing, so that `?` can return it from anywhere. It stores the beginning of
/// the path and of the value; the whole value is still in the body. `Display` and `Debug` show the parts of the value
/// that [look harmless](crate::log), and never the value of a field that is marked as sensitive.
#[derive(Clone, Copy)]
pub struct FieldError {
    expected: &'static str,
    path: Excerpt<62>,
    found: Excerpt<32>,
    kind: JsonKind,
    masked: bool,
}

impl FieldError {
    /// The error for a value that does not have the expected type.
    #[cold]
    #[inline(never)]
    pub(super) fn new(at: Located<'_>, expected: &'static str) -> Self {
        let (mut path, mut found) = (Excerpt::EMPTY, Excerpt::EMPTY);
        // Writing to an excerpt never fails: it truncates.
        let _ = path::write(at.start(), at.json(), at.hides_keys(), &mut path);
        if !at.is_masked() {
            let _ = found.write_str(at.json().as_str());
        }
        Self { expected, path, found, kind: at.json().kind(), masked: at.is_masked() }
    }

    /// The path of the value, from the object with the error's fields: `extensionErrors[1].code`.
    ///
    /// It is empty if that object itself has the wrong type, and truncated if it is long.
    #[must_use]
    pub fn path(&self) -> &str {
        self.path.as_str()
    }

    /// What was expected: `a string`.
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        self.expected
    }

    /// The actual type of the value.
    #[must_use]
    pub const fn found(&self) -> JsonKind {
        self.kind
    }

    /// The value as spelled in the body, truncated if it is long; `None` if the field can hold personal or secret data.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        (!self.masked).then(|| self.found.as_str())
    }
}

impl FieldError {
    /// Writes a value in brackets, masking what does not look harmless.
    fn write_value(&self, value: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let string = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
        match self.kind {
            JsonKind::String => {
                f.write_str(" (\"")?;
                mask::write(string.unwrap_or_default().chars().map(Some), f)?;
                f.write_str("\")")
            }
            JsonKind::Number | JsonKind::Boolean => {
                f.write_str(" (")?;
                mask::write(value.chars().map(Some), f)?;
                f.write_str(")")
            }
            JsonKind::Null | JsonKind::List | JsonKind::Object => Ok(()),
        }
    }
}

impl fmt::Display for FieldError {
    /// One line: `` `extensionErrors[1].code`: expected a string, found a number (42) ``.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path().is_empty() {
            write!(f, "`{}`: ", self.path())?;
        }
        write!(f, "expected {}, found {}", self.expected, self.kind)?;
        match self.value() {
            Some(value) if !self.found.is_cut() => self.write_value(value, f),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldError")
            .field("path", &self.path.as_str())
            .field("expected", &self.expected)
            .field("found", &self.kind)
            .finish_non_exhaustive()
    }
}

impl core::error::Error for FieldError {}

impl PartialEq for FieldError {
    fn eq(&self, other: &Self) -> bool {
        (self.path(), self.expected, self.kind, self.value())
            == (other.path(), other.expected, other.kind, other.value())
    }
}

impl Eq for FieldError {}
