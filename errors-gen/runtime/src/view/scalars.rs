//! Implements [`View`] for texts, integers, booleans and values of any type.

use super::{FieldError, Located, Number, View};
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
        json.kind() == JsonKind::Number && errors_tables::integer(json.as_str().as_bytes()).is_some()
    }

    #[inline]
    fn view(at: Located<'b>) -> Result<Self, FieldError> {
        Number::of(at.json()).and_then(Number::to_i64).ok_or_else(|| at.error(Self::EXPECTED))
    }
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
