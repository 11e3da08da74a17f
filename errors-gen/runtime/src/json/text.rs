//! Strings in a body.

use core::fmt;

use super::escape;

/// The text of a JSON string, borrowed from the body with its escapes.
///
/// Comparison, [`chars`](Text::chars) and `Display` decode the escapes and do not allocate. A lone surrogate escape
/// becomes U+FFFD; [`raw`](Text::raw) still has it.
///
/// ```
/// # use errors_gen::json::Json;
/// let json = Json::parse(br#""Gr\u00f6\u00dfe 42""#).unwrap();
/// let text = json.text().unwrap();
/// assert_eq!(text, "Größe 42");
/// assert_eq!(text.raw(), r"Gr\u00f6\u00dfe 42");
/// assert_eq!(text.as_str(), None); // it holds escapes, so it is not one piece of the body
/// ```
#[derive(Clone, Copy, Default)]
pub struct Text<'a> {
    raw: &'a str,
}

impl<'a> Text<'a> {
    /// A text from the inside of a string that has been validated.
    #[inline]
    pub(crate) const fn new(raw: &'a str) -> Self {
        Self { raw }
    }

    /// The text as spelled in the body, with escapes and without quotes.
    #[inline]
    #[must_use]
    pub const fn raw(self) -> &'a str {
        self.raw
    }

    /// Whether the text has escapes.
    #[inline]
    #[must_use]
    pub fn has_escapes(self) -> bool {
        self.raw.as_bytes().contains(&b'\\')
    }

    /// The text as a slice of the body; `None` if it has escapes.
    #[inline]
    #[must_use]
    pub fn as_str(self) -> Option<&'a str> {
        (!self.has_escapes()).then_some(self.raw)
    }

    /// The text's characters, unescaped.
    #[inline]
    #[must_use]
    pub fn chars(self) -> Chars<'a> {
        Chars::spelled(self.raw)
    }

    /// The unescaped text, which allocates only if it has escapes.
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn to_cow(self) -> alloc::borrow::Cow<'a, str> {
        if let Some(text) = self.as_str() {
            return alloc::borrow::Cow::Borrowed(text);
        }
        // Unescaped text is never longer than its spelling, and writing to a string cannot fail.
        let mut text = alloc::string::String::with_capacity(self.raw.len());
        let _ = self.unescape(&mut text);
        alloc::borrow::Cow::Owned(text)
    }

    /// Writes the unescaped text; the text between two escapes is written in one piece.
    fn unescape(self, to: &mut impl fmt::Write) -> fmt::Result {
        let mut rest = self.raw;
        while let Some((plain, escaped)) = rest.find('\\').and_then(|at| rest.split_at_checked(at)) {
            to.write_str(plain)?;
            let Some((character, length)) = escape::decode(escaped.as_bytes()) else { return Ok(()) };
            to.write_char(character)?;
            rest = escaped.get(length..).unwrap_or_default();
        }
        to.write_str(rest)
    }
}

impl PartialEq<str> for Text<'_> {
    fn eq(&self, other: &str) -> bool {
        if self.has_escapes() { self.chars().eq(other.chars()) } else { self.raw == other }
    }
}

impl PartialEq<&str> for Text<'_> {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl PartialEq for Text<'_> {
    /// Compares the unescaped texts.
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw || self.chars().eq(other.chars())
    }
}

impl Eq for Text<'_> {}

impl core::hash::Hash for Text<'_> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        for character in self.chars() {
            character.hash(state);
        }
    }
}

impl fmt::Display for Text<'_> {
    /// The text, unescaped.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_str() {
            Some(text) => f.pad(text),
            None => self.unescape(f),
        }
    }
}

impl fmt::Debug for Text<'_> {
    /// Shows the length only, since the text may be personal or secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes)", self.raw.len())
    }
}

/// The characters of a [`Text`], unescaped.
#[derive(Clone)]
pub struct Chars<'a> {
    rest: &'a str,
}

impl<'a> Chars<'a> {
    /// The characters of a text with this spelling in a body.
    #[inline]
    pub(crate) const fn spelled(rest: &'a str) -> Self {
        Self { rest }
    }

    /// The text that is left, as spelled in the body.
    #[inline]
    pub(crate) const fn rest(&self) -> &'a str {
        self.rest
    }
}

impl fmt::Debug for Chars<'_> {
    /// Shows how many bytes are left.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Chars({} bytes)", self.rest.len())
    }
}

impl Iterator for Chars<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let character = chars.next()?;
        if character != '\\' {
            self.rest = chars.as_str();
            return Some(character);
        }
        let (character, length) = escape::decode(self.rest.as_bytes())?;
        self.rest = self.rest.get(length..).unwrap_or_default();
        Some(character)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // At most twelve bytes, an escaped surrogate pair, make one character.
        (self.rest.len().div_ceil(escape::LONGEST), Some(self.rest.len()))
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};

    fn read(raw: &str) -> String {
        let text = Text::new(raw);
        let whole = text.to_string();
        assert!(text.chars().eq(whole.chars()));
        assert_eq!(text.to_cow(), whole);
        whole
    }

    #[test]
    fn escapes_are_undone() {
        assert_eq!(read(r#"a\"\\\/\b\f\n\r\tz"#), "a\"\\/\u{8}\u{c}\n\r\tz");
        assert_eq!(read(r"\u00e9\uD83D\uDE00"), "é😀");
    }

    #[test]
    fn lone_surrogates_are_replaced_one_by_one() {
        assert_eq!(read(r"\ud83d"), "\u{fffd}");
        assert_eq!(read(r"\ude00!"), "\u{fffd}!");
        assert_eq!(read(r"\ud83d\u0041"), "\u{fffd}A");
        assert_eq!(read(r"\ud83d\ud83d\ude00"), "\u{fffd}😀");
        assert_eq!(read(r"\ud83d\n"), "\u{fffd}\n");
        assert_eq!(Text::new(r"\ud83d").raw(), r"\ud83d");
    }

    #[test]
    fn equality_is_that_of_what_is_read() {
        assert_eq!(Text::new(r"\u0041BC"), Text::new("ABC"));
        assert_eq!(Text::new(r"A\u0042C"), "ABC");
        assert_ne!(Text::new(r"A\u0042C"), r"A\u0042C");
        assert_ne!(Text::new("ABC "), "ABC");
    }
}
