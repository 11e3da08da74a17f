//! Text as it stands in a body.

use core::fmt::{self, Write as _};

/// Text as it stands between the quotes of a body, escapes and all.
///
/// Comparison, [`chars`](Text::chars) and `Display` unescape on the way and allocate nothing. An escape of a lone
/// surrogate gives U+FFFD; [`raw`](Text::raw) still has it.
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
    /// Text whose escapes are known to be well formed.
    #[inline]
    pub(crate) const fn new(raw: &'a str) -> Self {
        Self { raw }
    }

    /// The text as it stands in the body, without its quotes.
    #[inline]
    #[must_use]
    pub const fn raw(self) -> &'a str {
        self.raw
    }

    /// Whether the text holds escapes.
    #[inline]
    #[must_use]
    pub fn has_escapes(self) -> bool {
        self.raw.as_bytes().contains(&b'\\')
    }

    /// The text as a piece of the body; `None` where it holds escapes.
    #[inline]
    #[must_use]
    pub fn as_str(self) -> Option<&'a str> {
        (!self.has_escapes()).then_some(self.raw)
    }

    /// The text's characters, unescaped.
    #[inline]
    #[must_use]
    pub fn chars(self) -> Chars<'a> {
        Chars { rest: self.raw }
    }

    /// The text as one piece, allocated only where it holds escapes.
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn to_cow(self) -> alloc::borrow::Cow<'a, str> {
        match self.as_str() {
            Some(text) => alloc::borrow::Cow::Borrowed(text),
            None => alloc::borrow::Cow::Owned(self.chars().collect()),
        }
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
    /// Whether both read the same, however they are escaped.
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
            None => self.chars().try_for_each(|character| f.write_char(character)),
        }
    }
}

impl fmt::Debug for Text<'_> {
    /// The text, unescaped, as a Rust string literal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for character in self.chars() {
            write!(f, "{}", character.escape_debug())?;
        }
        f.write_char('"')
    }
}

/// The characters of a [`Text`], unescaped.
#[derive(Clone, Debug)]
pub struct Chars<'a> {
    rest: &'a str,
}

impl<'a> Chars<'a> {
    /// What is left, as it stands in the body.
    #[inline]
    pub(crate) const fn rest(&self) -> &'a str {
        self.rest
    }

    /// Takes the four hexadecimal digits of an escape.
    fn code_unit(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        let unit = u32::from_str_radix(digits, 16).ok()?;
        self.rest = rest;
        Some(unit)
    }

    /// The character of an escape `\u`, whose letter has been taken.
    fn unicode(&mut self) -> char {
        let Some(unit) = self.code_unit() else {
            return char::REPLACEMENT_CHARACTER;
        };
        if !(0xd800..0xdc00).contains(&unit) {
            return char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER);
        }
        // A high surrogate counts with a low one right behind it; another escape there is a character of its own.
        let before = self.rest;
        if let Some(rest) = before.strip_prefix("\\u") {
            self.rest = rest;
            if let Some(low @ 0xdc00..0xe000) = self.code_unit() {
                let pair = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                return char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER);
            }
            self.rest = before;
        }
        char::REPLACEMENT_CHARACTER
    }
}

impl Iterator for Chars<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let character = chars.next()?;
        self.rest = chars.as_str();
        if character != '\\' {
            return Some(character);
        }
        let mut chars = self.rest.chars();
        let escape = chars.next()?;
        self.rest = chars.as_str();
        Some(match escape {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => self.unicode(),
            itself => itself,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // An escape of a pair takes twelve bytes for one character.
        (self.rest.len().div_ceil(12), Some(self.rest.len()))
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};

    fn read(raw: &str) -> String {
        Text::new(raw).to_string()
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
