//! Messages without escapes.

use super::scan::Scan;
use crate::swar::{HIGH, ONES, lowest_byte, zero_flags};

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
    fn strip_end(self, text: &str) -> Option<usize> {
        self.0.ends_with(text).then(|| self.0.len() - text.len())
    }

    #[inline]
    fn find(self, at: usize, limit: usize, text: &str) -> Option<(usize, usize)> {
        // Where whole characters are found among whole characters, there a character starts.
        let start = at + find(self.0.as_bytes().get(at..limit)?, text.as_bytes())?;
        Some((start, start + text.len()))
    }

    fn next(self, at: usize) -> Option<usize> {
        Some(at + self.0.get(at..)?.chars().next()?.len_utf8())
    }
}

/// The index at which a needle starts for the first time.
///
/// `str::find` prepares for any needle; those of wordings are short and found once each. So eight positions are looked at
/// together, for the first two bytes of the needle, which in natural language are seldom those of anything else.
#[inline]
fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let Some(&first) = needle.first() else { return Some(0) };
    let (second, any_second) = needle.get(1).map_or((first, HIGH), |&second| (second, 0));
    let (firsts, seconds) = (ONES * u64::from(first), ONES * u64::from(second));
    let mut at = 0;
    while let Some(rest) = haystack.get(at..)
        && let Some(chunk) = rest.first_chunk::<9>()
    {
        let ([ones @ .., _], [_, others @ ..]) = (chunk, chunk);
        let (ones, others) = (u64::from_le_bytes(*ones), u64::from_le_bytes(*others));
        let mut flags = zero_flags(ones ^ firsts) & (zero_flags(others ^ seconds) | any_second);
        while flags != 0 {
            let offset = lowest_byte(flags);
            if rest.get(offset..).is_some_and(|rest| rest.starts_with(needle)) {
                return Some(at + offset);
            }
            flags &= flags - 1;
        }
        at += 8;
    }
    let last = haystack.len().checked_sub(needle.len())?;
    (at..=last)
        .find(|&at| haystack.get(at..).is_some_and(|rest| rest.first() == Some(&first) && rest.starts_with(needle)))
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
