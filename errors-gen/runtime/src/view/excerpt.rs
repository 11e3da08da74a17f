//! A short owned text, truncated if it is too long.

use core::fmt::{self, Write};

use crate::one_line::is_hidden;

/// What replaces the rest of a truncated text.
const MORE: &str = "…";

/// Up to `N` bytes of text, stored inline.
#[derive(Clone, Copy)]
pub(super) struct Excerpt<const N: usize> {
    bytes: [u8; N],
    len: u8,
    cut: bool,
}

impl<const N: usize> Excerpt<N> {
    /// An empty text.
    pub(super) const EMPTY: Self = Self { bytes: [0; N], len: 0, cut: false };

    /// Whether the text was truncated.
    pub(super) const fn is_cut(&self) -> bool {
        self.cut
    }

    /// The text.
    pub(super) fn as_str(&self) -> &str {
        self.bytes.get(..usize::from(self.len)).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    fn push(&mut self, text: &str, limit: usize) -> bool {
        let start = usize::from(self.len);
        let end = start + text.len();
        let Some(to) = self.bytes.get_mut(start..end).filter(|_| end <= limit) else {
            return false;
        };
        to.copy_from_slice(text.as_bytes());
        self.len = u8::try_from(end).unwrap_or(u8::MAX);
        true
    }
}

impl<const N: usize> Write for Excerpt<N> {
    /// Appends what fits, and drops the rest. Control characters and direction marks are escaped, so that the text
    /// stays on one line.
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            if self.cut {
                break;
            }
            let before = self.len;
            let mut utf8 = [0; 4];
            let mut fits = |text: &str| self.push(text, N - MORE.len());
            let whole = if is_hidden(character) {
                character.escape_default().all(|character| fits(character.encode_utf8(&mut utf8)))
            } else {
                fits(character.encode_utf8(&mut utf8))
            };
            if !whole {
                self.len = before;
                self.cut = true;
                self.push(MORE, N);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str) -> Excerpt<16> {
        let mut excerpt = Excerpt::EMPTY;
        excerpt.write_str(text).unwrap();
        excerpt
    }

    #[test]
    fn long_text_is_cut_between_characters() {
        assert_eq!(excerpt("0123456789abc").as_str(), "0123456789abc");
        assert_eq!(excerpt("0123456789abcd").as_str(), "0123456789abc…");
        assert_eq!(excerpt("0123456789abé").as_str(), "0123456789ab…");
        assert_eq!(excerpt("0123456789\u{202e}z").as_str(), "0123456789…");
        assert_eq!(excerpt("é\u{0}").as_str(), "é\\u{0}");
    }
}
