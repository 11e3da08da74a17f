//! Why a field cannot be read.

use core::fmt::{self, Write as _};

use super::excerpt::Excerpt;
use super::path;
use crate::json::{Json, JsonKind};

/// One field has another type than documented. All others can still be read.
///
/// The error borrows nothing and allocates nothing, so that `?` takes it anywhere. It keeps the beginning of the path and
/// of the value; the whole value is still in the body.
#[derive(Clone, Copy)]
pub struct FieldError {
    expected: &'static str,
    path: Excerpt<62>,
    found: Excerpt<32>,
    kind: JsonKind,
    masked: bool,
}

impl FieldError {
    /// The error about a value, on the way from `root`.
    #[cold]
    #[inline(never)]
    pub(super) fn new(json: Json<'_>, root: Json<'_>, masked: bool, expected: &'static str) -> Self {
        let (mut path, mut found) = (Excerpt::EMPTY, Excerpt::EMPTY);
        // An excerpt takes what fits and never fails.
        let _ = path::write(root, json, &mut path);
        if !masked {
            let _ = found.write_str(json.as_str());
        }
        Self { expected, path, found, kind: json.kind(), masked }
    }

    /// Where the value stands, from the object that holds the error's fields on: `extensionErrors[1].code`.
    ///
    /// Empty for the value that reading started from, and cut where it is long.
    #[must_use]
    pub fn path(&self) -> &str {
        self.path.as_str()
    }

    /// What was expected: `a string`.
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        self.expected
    }

    /// The type of the value that stands there.
    #[must_use]
    pub const fn found(&self) -> JsonKind {
        self.kind
    }

    /// The value that stands there as the body has it, cut where it is long; `None` where the field can hold personal or
    /// secret data.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        (!self.masked).then(|| self.found.as_str())
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
            Some(value) if self.kind != JsonKind::Null => write!(f, " ({value})"),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = if self.masked { "<masked>" } else { self.found.as_str() };
        f.debug_struct("FieldError")
            .field("path", &self.path.as_str())
            .field("expected", &self.expected)
            .field("found", &self.kind)
            .field("value", &format_args!("{value}"))
            .finish()
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
