//! Any JSON value, as it stands in a body.

use core::fmt;

use super::{Fault, Scanner, Span, Text};

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
    raw: &'b str,
}

/// The type of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JsonKind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number of any size.
    Number,
    /// A string.
    String,
    /// A list.
    List,
    /// An object.
    Object,
}

impl JsonKind {
    /// The type of a value, which its first byte tells.
    #[inline]
    pub(crate) const fn by_first_byte(byte: Option<u8>) -> Self {
        match byte {
            Some(b'"') => Self::String,
            Some(b'{') => Self::Object,
            Some(b'[') => Self::List,
            Some(b't' | b'f') => Self::Boolean,
            Some(b'n') | None => Self::Null,
            Some(_) => Self::Number,
        }
    }
}

impl fmt::Display for JsonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::List => "a list",
            Self::Object => "an object",
        })
    }
}

impl<'b> Json<'b> {
    /// A value that has been validated, without white space around it.
    #[inline]
    pub(crate) const fn new(raw: &'b str) -> Self {
        Self { raw }
    }

    /// Validates a whole text; `None` where it is not UTF-8, not JSON or nested too deeply.
    #[must_use]
    pub fn parse(text: &'b [u8]) -> Option<Self> {
        let text = core::str::from_utf8(text).ok().filter(|text| u32::try_from(text.len()).is_ok())?;
        let mut scanner = Scanner::new(text, 0);
        let span = scanner.skip_value(0).ok()?;
        scanner.expect_end().ok()?;
        Some(Self::new(span.of(text)))
    }

    /// The value as it stands in the body.
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

    /// The text of a string.
    #[inline]
    #[must_use]
    pub fn text(self) -> Option<Text<'b>> {
        self.raw.strip_prefix('"')?.strip_suffix('"').map(Text::new)
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
        Elements { walk: Walk::new(self.raw, b'[') }
    }

    /// The members of an object in their order, repeated names too; none of anything else.
    #[must_use]
    pub fn members(self) -> Members<'b> {
        Members { walk: Walk::new(self.raw, b'{') }
    }

    /// The member of this name; of several the last.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Json<'b>> {
        self.members().filter(|(member, _)| *member == *name).last().map(|(_, value)| value)
    }
}

impl fmt::Display for Json<'_> {
    /// The value as it stands in the body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.raw)
    }
}

impl fmt::Debug for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.raw)
    }
}

/// The way through a list or an object that has been validated.
#[derive(Clone, Debug)]
struct Walk<'b> {
    scanner: Scanner<'b>,
    open: bool,
}

impl<'b> Walk<'b> {
    fn new(raw: &'b str, bracket: u8) -> Self {
        Self { scanner: Scanner::new(raw, 1), open: raw.as_bytes().first() == Some(&bracket) }
    }

    /// The next element or member; the text has been validated, so a fault only ever means the end.
    fn next(&mut self, named: bool) -> Result<Option<(Span, Span)>, Fault> {
        if matches!(self.scanner.peek()?, b']' | b'}') {
            return Ok(None);
        }
        let name = if named { self.scanner.name()?.0 } else { Span::NONE };
        let value = self.scanner.skip_value(0)?;
        if self.scanner.peek()? == b',' {
            self.scanner.advance();
        }
        Ok(Some((name, value)))
    }

    fn step(&mut self, named: bool) -> Option<(&'b str, Json<'b>)> {
        if !self.open {
            return None;
        }
        let Ok(Some((name, value))) = self.next(named) else {
            self.open = false;
            return None;
        };
        let text = self.scanner.text();
        Some((name.of(text), Json::new(value.of(text))))
    }
}

/// The elements of a list.
#[derive(Clone, Debug)]
pub struct Elements<'b> {
    walk: Walk<'b>,
}

impl<'b> Iterator for Elements<'b> {
    type Item = Json<'b>;

    fn next(&mut self) -> Option<Json<'b>> {
        self.walk.step(false).map(|(_, value)| value)
    }
}

/// The members of an object: names and values.
#[derive(Clone, Debug)]
pub struct Members<'b> {
    walk: Walk<'b>,
}

impl<'b> Iterator for Members<'b> {
    type Item = (Text<'b>, Json<'b>);

    fn next(&mut self) -> Option<(Text<'b>, Json<'b>)> {
        let (name, value) = self.walk.step(true)?;
        Json::new(name).text().map(|name| (name, value))
    }
}
