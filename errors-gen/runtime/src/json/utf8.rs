//! Bytes that are UTF-8.

use core::fmt;

use crate::hint::cold_path;

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// The same where there are that many.
const LONG_BLOCK: usize = 256;

/// Text of a body as bytes, which have been checked. It is a `str` only where one is asked for: cutting a `str` looks at
/// where characters start each time, and making one of a whole body takes as long as scanning it.
///
/// Whoever cuts it does so beside what is ASCII: quotes, brackets, digits.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Utf8<'b> {
    bytes: &'b [u8],
}

impl<'b> Utf8<'b> {
    /// The text of a `str`.
    #[inline]
    pub(crate) const fn new(text: &'b str) -> Self {
        Self { bytes: text.as_bytes() }
    }

    /// The bytes as text.
    ///
    /// # Errors
    ///
    /// The number of bytes up to which they are UTF-8.
    #[inline]
    pub(crate) fn check(bytes: &'b [u8]) -> Result<Self, usize> {
        // Most bodies are nothing but ASCII, which is seen several times as fast.
        let rest = behind_ascii(bytes);
        if rest.is_empty() {
            return Ok(Self { bytes });
        }
        cold_path();
        match core::str::from_utf8(rest) {
            Ok(_) => Ok(Self { bytes }),
            Err(error) => Err(bytes.len() - rest.len() + error.valid_up_to()),
        }
    }

    /// The text.
    #[inline]
    pub(crate) const fn as_str(self) -> &'b str {
        match core::str::from_utf8(self.bytes) {
            Ok(text) => text,
            // Nobody cuts a character in two.
            Err(_) => "",
        }
    }

    #[inline]
    pub(crate) const fn as_bytes(self) -> &'b [u8] {
        self.bytes
    }

    #[inline]
    pub(crate) const fn len(self) -> usize {
        self.bytes.len()
    }

    #[inline]
    pub(crate) const fn is_empty(self) -> bool {
        self.bytes.is_empty()
    }

    /// The piece from one index to another; nothing where they do not fit.
    #[inline]
    pub(crate) fn piece(self, start: usize, end: usize) -> Self {
        if start > end || end > self.bytes.len() {
            cold_path();
            return Self::default();
        }
        Self { bytes: self.bytes.get(start..end).unwrap_or_default() }
    }

    /// Without white space around it.
    pub(crate) fn trimmed(self) -> Self {
        let is_white_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\r');
        let start = self.bytes.iter().take_while(|byte| is_white_space(byte)).count();
        let end = self.bytes.iter().rev().take_while(|byte| is_white_space(byte)).count();
        self.piece(start, self.len().saturating_sub(end))
    }

    /// The piece from an index to the end; nothing where it does not fit.
    #[inline]
    pub(crate) fn rest(self, start: usize) -> Self {
        Self { bytes: self.bytes.get(start..).unwrap_or_default() }
    }
}

impl fmt::Debug for Utf8<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

/// What is left behind the blocks at the start that are ASCII; nothing where all is.
#[inline]
fn behind_ascii(bytes: &[u8]) -> &[u8] {
    let mut rest = if bytes.len() < LONG_BLOCK { bytes } else { behind_long_ascii(bytes) };
    while let Some((block, behind)) = rest.split_first_chunk::<BLOCK>() {
        if !block.is_ascii() {
            cold_path();
            return rest;
        }
        rest = behind;
    }
    // The last block overlaps the one before, so that no bytes are left over.
    match bytes.last_chunk::<BLOCK>() {
        Some(last) if last.is_ascii() => &[],
        _ => {
            cold_path();
            rest
        }
    }
}

/// The same in longer blocks.
#[inline(never)]
fn behind_long_ascii(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let Some((block, behind)) = rest.split_first_chunk::<LONG_BLOCK>()
        // Written so that it is compiled to few vector instructions.
        && block.iter().fold(0, |any, byte| any | byte).is_ascii()
    {
        rest = behind;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_that_is_not_utf8_is_found_wherever_it_stands() {
        for length in 0..600_usize {
            for position in 0..=length {
                for (index, other) in [(0, 0x80), (position / 2, b'a'), (position.saturating_sub(1), 0xc3)] {
                    let mut bytes = [b'a'; 600];
                    let bytes = bytes.get_mut(..length).unwrap_or_default();
                    for (index, byte) in [(index, other), (position, 0x80)] {
                        if let Some(there) = bytes.get_mut(index) {
                            *there = byte;
                        }
                    }
                    let expected = core::str::from_utf8(bytes).map_err(|error| error.valid_up_to());
                    assert_eq!(Utf8::check(bytes).map(Utf8::as_str), expected, "length {length}, position {position}");
                }
            }
        }
    }

    #[test]
    fn characters_of_several_bytes_are_text() {
        for text in ["", "Größe", "価格", "a😀"] {
            assert_eq!(Utf8::check(text.as_bytes()).map(Utf8::as_str), Ok(text));
        }
        assert_eq!(Utf8::check(b"Gr\xf6\xdfe").map(Utf8::as_str), Err(2));
        assert_eq!(Utf8::new("Größe").piece(1, 3).as_str(), "");
    }
}
