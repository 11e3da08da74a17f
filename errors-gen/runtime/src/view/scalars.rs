//! Views of texts, integers, booleans and values of any type.

use super::{FieldError, Located, View};
use crate::json::{Json, JsonKind, Text};

impl<'b> View<'b> for Text<'b> {
    const EXPECTED: &'static str = "a string";

    #[inline]
    fn fits(json: Json<'b>) -> bool {
        json.kind() == JsonKind::String
    }

    #[inline]
    fn view(at: Located<'b>) -> Result<Self, FieldError> {
        at.json().text().ok_or_else(|| at.error(Self::EXPECTED))
    }
}

impl<'b> View<'b> for i64 {
    const EXPECTED: &'static str = "a 64-bit integer";

    #[inline]
    fn fits(json: Json<'b>) -> bool {
        integer(json).is_some()
    }

    #[inline]
    fn view(at: Located<'b>) -> Result<Self, FieldError> {
        integer(at.json()).ok_or_else(|| at.error(Self::EXPECTED))
    }
}

/// The number of a JSON number that is written as an integer.
#[inline]
pub(super) fn integer(json: Json<'_>) -> Option<i64> {
    if json.kind() == JsonKind::Number { errors_tables::integer(json.as_str().as_bytes()) } else { None }
}

impl<'b> View<'b> for bool {
    const EXPECTED: &'static str = "a boolean";

    #[inline]
    fn fits(json: Json<'b>) -> bool {
        json.kind() == JsonKind::Boolean
    }

    #[inline]
    fn view(at: Located<'b>) -> Result<Self, FieldError> {
        match at.json().as_str().as_bytes() {
            b"true" => Ok(true),
            b"false" => Ok(false),
            _ => Err(at.error(Self::EXPECTED)),
        }
    }
}

impl<'b> View<'b> for Json<'b> {
    const EXPECTED: &'static str = "any value";
    const NULL: bool = true;

    #[inline]
    fn fits(_: Json<'b>) -> bool {
        true
    }

    #[inline]
    fn view(at: Located<'b>) -> Result<Self, FieldError> {
        Ok(at.json())
    }
}
