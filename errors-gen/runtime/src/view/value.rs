//! Values of any type.

use super::{Fields, Number};
use crate::json::{Elements, Json, JsonKind, Text};

/// A value by its JSON type, to match on: that of a field whose documented type is `any`.
///
/// ```
/// use errors_gen::json::Json;
/// use errors_gen::view::Value;
///
/// let show = |json: &str| match Json::parse(json.as_bytes()).unwrap().value() {
///     Value::String(text) => text.to_string(),
///     Value::Number(number) => format!("the number {number}"),
///     Value::List(elements) => format!("{} elements", elements.count()),
///     other => format!("{other:?}"),
/// };
/// assert_eq!(show(r#""Gr\u00f6\u00dfe""#), "Größe");
/// assert_eq!(show("1.50"), "the number 1.50");
/// assert_eq!(show("[1, 2]"), "2 elements");
/// assert_eq!(show("true"), "Boolean(true)");
/// ```
#[derive(Clone, Debug)]
pub enum Value<'b> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number of any size.
    Number(Number<'b>),
    /// A string.
    String(Text<'b>),
    /// An array: its elements.
    List(Elements<'b>),
    /// An object.
    Object(Fields<'b>),
}

impl<'b> Json<'b> {
    /// The value by its JSON type.
    #[must_use]
    pub fn value(self) -> Value<'b> {
        match self.kind() {
            JsonKind::Null => Value::Null,
            JsonKind::Boolean => Value::Boolean(self.as_str() == "true"),
            JsonKind::Number => Number::of(self).map_or(Value::Null, Value::Number),
            JsonKind::String => Value::String(self.text().unwrap_or_default()),
            JsonKind::List => Value::List(self.elements()),
            JsonKind::Object => Value::Object(Fields::of(self)),
        }
    }
}
