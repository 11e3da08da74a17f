//! Numbers of any size.

use core::fmt;

use super::{FieldError, Located, View};
use crate::json::{Json, JsonKind};

/// A number in the body, with or without quotes. JSON limits neither its size nor its precision, so it is stored as its
/// text.
///
/// ```
/// use errors_gen::json::Json;
/// use errors_gen::view::{Fields, Number};
///
/// let fields = Fields::of(Json::parse(br#"{"price": 1.10, "big": 1e999}"#).unwrap());
/// let price = fields.read::<Number>("price").unwrap().unwrap();
/// assert_eq!(price.as_str(), "1.10");
/// assert_eq!((price.to_f64(), price.to_i64()), (1.1, None));
/// assert_eq!(fields.read::<Number>("big").unwrap().unwrap().to_f64(), f64::INFINITY);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number<'b> {
    text: &'b str,
}

impl<'b> Number<'b> {
    /// Reads a JSON number, or a string that consists of one; `None` for other values.
    #[inline]
    pub(super) fn of(json: Json<'b>) -> Option<Self> {
        match json.kind() {
            JsonKind::Number => Some(Self { text: json.as_str() }),
            JsonKind::String => in_quotes(json).map(|text| Self { text }),
            _ => None,
        }
    }

    /// The number as spelled in the body, without quotes.
    #[inline]
    #[must_use]
    pub const fn as_str(self) -> &'b str {
        self.text
    }

    /// The nearest `f64`; infinite if the number is too large.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        // Rust parses every JSON number, so this cannot fail.
        self.as_str().parse().unwrap_or(f64::NAN)
    }

    /// The number as an `i64`; `None` if it has a fraction or an exponent, or does not fit.
    #[must_use]
    pub fn to_i64(self) -> Option<i64> {
        errors_tables::integer(self.text.as_bytes())
    }
}

impl fmt::Display for Number<'_> {
    /// The number as spelled in the body, without quotes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Number<'_> {
    /// Shows the length only, since the number may be personal or secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number({} bytes)", self.text.len())
    }
}

/// The text of a string that consists of a JSON number; `None` for other values.
#[inline(never)]
fn in_quotes(json: Json<'_>) -> Option<&str> {
    let text = json.text()?.raw();
    let number = Json::parse(text.as_bytes())?;
    (number.kind() == JsonKind::Number && number.as_str().len() == text.len()).then_some(text)
}

impl<'b> View<'b> for Number<'b> {
    const EXPECTED: &'static str = "a number";

    #[inline]
    fn fits(json: Json<'b>) -> bool {
        json.kind() == JsonKind::Number
    }

    #[inline]
    fn view(at: Located<'b>) -> Result<Self, FieldError> {
        Self::of(at.json()).ok_or_else(|| at.error(Self::EXPECTED))
    }
}
