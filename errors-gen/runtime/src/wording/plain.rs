//! Messages without escapes.

use super::scan::{self, Scan};

/// A message without escapes.
#[derive(Clone, Copy)]
pub(super) struct Plain<'b>(pub(super) &'b str);

impl<'b> Scan<'b> for Plain<'b> {
    #[inline]
    fn spelling(self) -> &'b str {
        self.0
    }

    #[inline]
    fn strip(self, at: usize, text: &str) -> Option<usize> {
        self.0.as_bytes().get(at..)?.starts_with(text.as_bytes()).then(|| at + text.len())
    }

    #[inline]
    fn strip_again(self, at: usize, value: &'b str) -> Option<usize> {
        self.strip(at, value)
    }

    #[inline]
    fn trimmed_end(self) -> usize {
        self.0.trim_end().len()
    }

    #[inline]
    fn find(self, at: usize, limit: usize, text: &str) -> Option<(usize, usize)> {
        // In UTF-8, valid text can only be found at a character boundary.
        let start = at + find(self.0.as_bytes().get(at..limit)?, text.as_bytes())?;
        Some((start, start + text.len()))
    }

    fn next(self, at: usize) -> Option<(char, usize)> {
        let character = self.0.get(at..)?.chars().next()?;
        Some((character, at + character.len_utf8()))
    }
}

/// The index of the first occurrence of a needle.
#[inline]
fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at = scan::candidate::<false>(haystack, at, needle)?;
        if haystack.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_position_and_length_agrees_with_the_search_of_the_standard_library() {
        // Two letters, so that beginnings of the needle are everywhere.
        for length in 0..14_usize {
            for pattern in 0..1_u32 << length {
                let mut haystack = [b'a'; 14];
                for (bit, byte) in haystack.iter_mut().enumerate() {
                    *byte = if pattern >> bit & 1 == 1 { b'b' } else { b'a' };
                }
                let haystack = core::str::from_utf8(haystack.get(..length).unwrap()).unwrap();
                for needle in ["", "a", "b", "ab", "aab", "bba", "abab", "aaaaaaaaab"] {
                    assert_eq!(
                        find(haystack.as_bytes(), needle.as_bytes()),
                        haystack.find(needle),
                        "{needle:?} in {haystack:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_limit_is_kept() {
        let text = Plain("a - b - c");
        assert_eq!(text.find(0, 9, " - "), Some((1, 4)));
        assert_eq!(text.find(2, 9, " - "), Some((5, 8)));
        assert_eq!(text.find(2, 7, " - "), None);
        assert_eq!(text.find(9, 2, ""), None);
    }
}
