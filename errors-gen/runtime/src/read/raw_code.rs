//! Codes as received.

use core::fmt::{self, Write as _};

use crate::json::Text;
use crate::table::Reader;

/// The longest code that a catalog can list, in bytes.
const LONGEST: usize = 128;

/// A code as received, listed or not: a text, the digits of a number, `true` or `false`.
///
/// Compare it with [`is`](RawCode::is), which still works once the code is listed.
#[derive(Clone, Copy)]
pub struct RawCode<'a> {
    namespace: Option<(Text<'a>, &'a str)>,
    zeros: u8,
    text: Text<'a>,
}

impl<'a> RawCode<'a> {
    /// A code that is one text.
    #[inline]
    pub(super) const fn text(text: Text<'a>) -> Self {
        Self { namespace: None, zeros: 0, text }
    }

    /// A code that is a JSON number, padded to `width` digits.
    #[inline]
    pub(super) fn number(text: Text<'a>, width: u8) -> Self {
        let digits = text.raw().as_bytes();
        // Most numbers need no padding.
        let missing = usize::from(width).saturating_sub(digits.len());
        let zeros = if missing > 0 && digits.iter().all(u8::is_ascii_digit) { missing } else { 0 };
        Self { namespace: None, zeros: u8::try_from(zeros).unwrap_or(0), text }
    }

    /// A namespace and a code.
    #[inline]
    pub(super) const fn pair(namespace: Text<'a>, separator: &'a str, text: Text<'a>) -> Self {
        Self { namespace: Some((namespace, separator)), zeros: 0, text }
    }

    /// The last segment of a URI: the text after the last `/`, `#` or `:`, ignoring those at the end.
    pub(super) fn last_segment(uri: Text<'a>) -> Self {
        let raw = uri.raw();
        let mut segment = 0..0;
        let mut behind_separator = true;
        let mut chars = uri.chars();
        loop {
            let from = raw.len() - chars.rest().len();
            let Some(character) = chars.next() else {
                break;
            };
            if matches!(character, '/' | '#' | ':') {
                behind_separator = true;
                continue;
            }
            if behind_separator {
                segment.start = from;
                behind_separator = false;
            }
            segment.end = raw.len() - chars.rest().len();
        }
        Self::text(Text::new(raw.get(segment).unwrap_or_default()))
    }

    /// Whether the code is exactly this text: whitespace is not trimmed, and case matters.
    #[must_use]
    pub fn is(&self, wire: &str) -> bool {
        match self.as_str() {
            Some(text) => text == wire,
            None => self.chars().eq(wire.chars()),
        }
    }

    /// The code as a slice of the body; `None` if it has escapes, was padded, or is a pair.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> Option<&'a str> {
        if self.namespace.is_some() || self.zeros > 0 { None } else { self.text.as_str() }
    }

    /// The code's characters, unescaped, padded and joined.
    pub fn chars(&self) -> impl Iterator<Item = char> + use<'a> {
        let (namespace, separator) = self.namespace.unwrap_or_default();
        let zeros = core::iter::repeat_n('0', usize::from(self.zeros));
        namespace.chars().chain(separator.chars()).chain(zeros).chain(self.text.chars())
    }

    /// The namespace of a pair.
    #[must_use]
    pub fn namespace(&self) -> Option<Text<'a>> {
        self.namespace.map(|(namespace, _)| namespace)
    }

    /// The code as one text, which allocates only if it is not a slice of the body.
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn to_cow(&self) -> alloc::borrow::Cow<'a, str> {
        match self.as_str() {
            Some(text) => alloc::borrow::Cow::Borrowed(text),
            None => alloc::borrow::Cow::Owned(self.chars().collect()),
        }
    }

    /// Calls `f` with the code as one slice of bytes; `None` if it is longer than any code of a catalog.
    #[inline]
    pub(crate) fn with_bytes<T>(&self, f: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
        if let Some(text) = self.as_str() {
            return f(text.as_bytes());
        }
        let mut buffer = [0; LONGEST];
        let mut len = 0;
        for character in self.chars() {
            let end = len + character.len_utf8();
            character.encode_utf8(buffer.get_mut(len..end)?);
            len = end;
        }
        f(buffer.get(..len)?)
    }

    /// The index of the code in the vendor's table.
    #[inline]
    pub(super) fn index(&self, reader: &Reader<'_>) -> Option<usize> {
        self.with_bytes(|text| reader.lookup.find_bytes(reader.wire, text))
    }
}

impl fmt::Display for RawCode<'_> {
    /// The code, unescaped.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_str() {
            Some(text) => f.pad(text),
            None => self.chars().try_for_each(|character| f.write_char(character)),
        }
    }
}

impl fmt::Debug for RawCode<'_> {
    /// Shows the number of characters only, since the code may be any text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawCode({} characters)", self.chars().count())
    }
}

impl PartialEq<str> for RawCode<'_> {
    fn eq(&self, other: &str) -> bool {
        self.is(other)
    }
}

impl PartialEq<&str> for RawCode<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.is(other)
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn the_last_segment_of_a_uri() {
        let last = |uri| RawCode::last_segment(Text::new(uri)).to_string();
        assert_eq!(last("https://example.com/probs/out-of-stock"), "out-of-stock");
        assert_eq!(last(r"https:\/\/example.com\/probs\/out-of-stock\/"), "out-of-stock");
        assert_eq!(last("urn:problem-type:outOfStock"), "outOfStock");
        assert_eq!(last("https://example.com/errors#E-7"), "E-7");
        assert_eq!(last("plain"), "plain");
        assert_eq!(last(r"a\u002fb"), "b");
        assert_eq!(last("///"), "");
        assert_eq!(last(""), "");
    }

    #[test]
    fn numbers_are_padded_and_texts_are_not() {
        assert!(RawCode::number(Text::new("1001"), 6).is("001001"));
        assert!(RawCode::number(Text::new("0"), 6).is("000000"));
        assert!(RawCode::number(Text::new("-1"), 6).is("-1"));
        assert!(RawCode::number(Text::new("1e3"), 6).is("1e3"));
        assert!(RawCode::number(Text::new("1234567"), 6).is("1234567"));
        assert!(RawCode::text(Text::new("1001")).is("1001"));
    }

    #[test]
    fn a_pair_is_compared_as_one() {
        let pair = RawCode::pair(Text::new("global"), ".", Text::new(r"not\u0046ound"));
        assert!(pair.is("global.notFound"));
        assert!(!pair.is("notFound"));
        assert_eq!(pair.with_bytes(|text| Some(text.len())), Some(15));
    }

    #[test]
    fn a_code_longer_than_any_listed_one_is_not_looked_up() {
        let long = r"\u0041".repeat(LONGEST + 1);
        assert_eq!(RawCode::text(Text::new(&long)).with_bytes(|_| Some(())), None);
    }
}
