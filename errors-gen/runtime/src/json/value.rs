//! Any JSON value, as it stands in a body.

use core::fmt;

use errors_tables::JsonKind;

use super::skip::Passage;
use super::{Scanner, Span, Text, Utf8};

/// A JSON value as it stands in a body. It has been validated; nothing has been copied.
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
    raw: Utf8<'b>,
}

impl<'b> Json<'b> {
    /// A value that has been validated, without white space around it.
    #[inline]
    pub(crate) const fn new(raw: Utf8<'b>) -> Self {
        Self { raw }
    }

    /// Validates a whole text; `None` where it is not UTF-8, not JSON or nested too deeply.
    #[must_use]
    pub fn parse(text: &'b [u8]) -> Option<Self> {
        let text = Utf8::check(text).ok().filter(|text| u32::try_from(text.len()).is_ok())?;
        let mut scanner = Scanner::new(text, 0);
        let span = scanner.skip_value(0).ok()?;
        scanner.expect_end().ok()?;
        Some(Self::new(span.of(text)))
    }

    /// The value as it stands in the body. That takes a look at all of it.
    #[inline]
    #[must_use]
    pub const fn as_str(self) -> &'b str {
        self.raw.as_str()
    }

    /// The same as bytes.
    #[inline]
    pub(crate) const fn utf8(self) -> Utf8<'b> {
        self.raw
    }

    /// The value's type.
    #[inline]
    #[must_use]
    pub fn kind(self) -> JsonKind {
        JsonKind::by_first_byte(self.raw.as_bytes().first().copied())
    }

    /// The text of a string.
    #[inline]
    #[must_use]
    pub fn text(self) -> Option<Text<'b>> {
        match self.raw.as_bytes() {
            [b'"', .., b'"'] => Some(Text::new(self.raw.piece(1, self.raw.len() - 1))),
            _ => None,
        }
    }

    /// The text of a string, a number or a boolean; a number keeps its digits.
    #[inline]
    #[must_use]
    pub fn scalar(self) -> Option<Text<'b>> {
        match self.kind() {
            JsonKind::String => self.text(),
            JsonKind::Number | JsonKind::Boolean => Some(Text::new(self.raw)),
            JsonKind::Null | JsonKind::List | JsonKind::Object => None,
        }
    }

    /// The elements of a list; none of anything else.
    #[must_use]
    pub fn elements(self) -> Elements<'b> {
        Elements { list: self.raw, passage: Passage::new(self.raw, b'[') }
    }

    /// The members of an object in their order, repeated names too; none of anything else.
    #[must_use]
    pub fn members(self) -> Members<'b> {
        Members { object: self.raw, passage: Passage::new(self.raw, b'{') }
    }

    /// The member of this name; of several the last.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Json<'b>> {
        let (mut passage, mut found) = (Passage::new(self.raw, b'{'), Span::NONE);
        while let Some((member, value)) = passage.member() {
            let member_name = member.span.inside(self.raw);
            if if member.escaped { Text::new(member_name) == *name } else { member_name == Utf8::new(name) } {
                found = value;
            }
        }
        (!found.is_none()).then(|| Json::new(found.of(self.raw)))
    }
}

impl fmt::Display for Json<'_> {
    /// The value as it stands in the body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The elements of a list.
#[derive(Clone, Debug)]
pub struct Elements<'b> {
    list: Utf8<'b>,
    passage: Passage<'b>,
}

impl<'b> Iterator for Elements<'b> {
    type Item = Json<'b>;

    #[inline]
    fn next(&mut self) -> Option<Json<'b>> {
        self.passage.element().map(|element| Json::new(element.of(self.list)))
    }
}

/// The members of an object: names and values.
#[derive(Clone, Debug)]
pub struct Members<'b> {
    object: Utf8<'b>,
    passage: Passage<'b>,
}

impl<'b> Iterator for Members<'b> {
    type Item = (Text<'b>, Json<'b>);

    fn next(&mut self) -> Option<(Text<'b>, Json<'b>)> {
        let (name, value) = self.passage.member()?;
        Some((Text::new(name.span.inside(self.object)), Json::new(value.of(self.object))))
    }
}
