//! JSON values in a body.

use core::fmt;

use errors_tables::JsonKind;

use super::{Entries, Scanner, Text};

/// A JSON value, borrowed from the body. It has been validated.
///
/// ```
/// use errors_gen::json::{Json, JsonKind};
///
/// let json = Json::parse(br#"{"sku": "M-1", "sku": "M-2", "prices": [1.10]}"#).unwrap();
/// assert_eq!(json.get("sku").unwrap().text().unwrap(), "M-2"); // of members with one name the last one counts
/// assert_eq!(json.get("prices").unwrap().elements().next().unwrap().as_str(), "1.10");
/// assert_eq!(json.kind(), JsonKind::Object);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Json<'b> {
    raw: &'b str,
}

impl<'b> Json<'b> {
    /// A value that has been validated, without whitespace around it.
    #[inline]
    pub(crate) const fn new(raw: &'b str) -> Self {
        Self { raw }
    }

    /// Validates a whole text; `None` if it is not UTF-8, not JSON, or nested more deeply than
    /// [`MAX_DEPTH`](super::MAX_DEPTH).
    #[must_use]
    pub fn parse(text: &'b [u8]) -> Option<Self> {
        let text = core::str::from_utf8(text).ok().filter(|text| u32::try_from(text.len()).is_ok())?;
        let mut scanner = Scanner::new(text, 0);
        let span = scanner.value(0).ok()?;
        scanner.end().ok()?;
        Some(Self::new(span.of(text)))
    }

    /// The value as spelled in the body.
    #[inline]
    #[must_use]
    pub const fn as_str(self) -> &'b str {
        self.raw
    }

    /// The value's type.
    #[inline]
    #[must_use]
    pub fn kind(self) -> JsonKind {
        JsonKind::by_first_byte(self.raw.as_bytes().first().copied())
    }

    /// The text of a string; `None` for other types.
    #[inline]
    #[must_use]
    pub fn text(self) -> Option<Text<'b>> {
        match self.raw.as_bytes() {
            [b'"', .., b'"'] => self.raw.get(1..self.raw.len() - 1).map(Text::new),
            _ => None,
        }
    }

    /// The text of a string, a number or a boolean; `None` for other types. A number keeps its spelling.
    #[inline]
    #[must_use]
    pub fn scalar(self) -> Option<Text<'b>> {
        match self.kind() {
            JsonKind::String => self.text(),
            JsonKind::Number | JsonKind::Boolean => Some(Text::new(self.raw)),
            JsonKind::Null | JsonKind::List | JsonKind::Object => None,
        }
    }

    /// The elements of an array; empty for other types.
    #[must_use]
    pub fn elements(self) -> Elements<'b> {
        Elements { array: self.raw, entries: Entries::new(self.raw, 0, b'[') }
    }

    /// The members of an object in order, including duplicate keys; empty for other types.
    #[must_use]
    pub fn members(self) -> Members<'b> {
        Members { object: self.raw, entries: Entries::new(self.raw, 0, b'{') }
    }

    /// The value of the member with this key; for duplicate keys, the last one.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Json<'b>> {
        self.members().filter(|(key, _)| *key == *name).last().map(|(_, value)| value)
    }
}

impl fmt::Display for Json<'_> {
    /// The value as spelled in the body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Json<'_> {
    /// Shows the type and the length only, since the value may be personal or secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Json({}, {} bytes)", self.kind(), self.as_str().len())
    }
}

/// The elements of an array.
#[derive(Clone)]
pub struct Elements<'b> {
    array: &'b str,
    entries: Option<Entries<'b>>,
}

impl<'b> Iterator for Elements<'b> {
    type Item = Json<'b>;

    #[inline]
    fn next(&mut self) -> Option<Json<'b>> {
        let element = self.entries.as_mut()?.element()?;
        Some(Json::new(element.of(self.array)))
    }
}

/// The members of an object: keys and values.
#[derive(Clone)]
pub struct Members<'b> {
    object: &'b str,
    entries: Option<Entries<'b>>,
}

impl<'b> Iterator for Members<'b> {
    type Item = (Text<'b>, Json<'b>);

    fn next(&mut self) -> Option<(Text<'b>, Json<'b>)> {
        let (key, _, value) = self.entries.as_mut()?.member()?;
        Some((Text::new(key.unquoted().of(self.object)), Json::new(value.of(self.object))))
    }
}

impl fmt::Debug for Elements<'_> {
    /// Shows how many are left.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Elements({})", self.clone().count())
    }
}

impl fmt::Debug for Members<'_> {
    /// Shows how many are left.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Members({})", self.clone().count())
    }
}
