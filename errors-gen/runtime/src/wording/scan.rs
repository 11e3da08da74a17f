//! The operations on a message's text that matching needs, for text with and without escapes.

use crate::swar::{HIGH, ONES, lowest_byte, word, zero_flags};

/// The text of a message. Positions are byte offsets in its spelling, at character boundaries.
pub(super) trait Scan<'b>: Copy {
    /// The spelling of the text.
    fn spelling(self) -> &'b str;

    /// The end of `text` if it starts at this position.
    fn strip(self, at: usize, text: &str) -> Option<usize>;

    /// The end of `value`, which is from elsewhere in the message, if the same text starts at this position.
    fn strip_again(self, at: usize, value: &'b str) -> Option<usize>;

    /// The end of the message without its trailing whitespace.
    fn trimmed_end(self) -> usize;

    /// The first occurrence of `text` at or after `at` that ends at or before `limit`: its start and end.
    fn find(self, at: usize, limit: usize, text: &str) -> Option<(usize, usize)>;

    /// The next character, and the position after it; `None` at the end.
    fn next(self, at: usize) -> Option<(char, usize)>;
}

/// The next position at or after `at` at which a text may start; if there are `ESCAPES`, a backslash may be a start
/// too.
///
/// `str::find` first preprocesses the needle, which does not pay for short needles that are found once. This compares
/// eight positions at a time with the first two bytes of the needle, which rarely match anything else in natural
/// language.
#[inline]
pub(super) fn candidate<const ESCAPES: bool>(bytes: &[u8], mut at: usize, text: &[u8]) -> Option<usize> {
    let Some(&first) = text.first() else { return (at <= bytes.len()).then_some(at) };
    let (second, any_second) = text.get(1).map_or((first, HIGH), |&second| (second, 0));
    let is = |word: u64, byte: u8| zero_flags(word ^ (ONES * u64::from(byte)));
    while let (Some(ones), Some(others)) = (word(bytes, at), word(bytes, at + 1)) {
        let mut flags = is(ones, first) & (is(others, second) | any_second);
        if ESCAPES {
            flags |= is(ones, b'\\') | is(ones, first) & is(others, b'\\');
        }
        if flags != 0 {
            return Some(at + lowest_byte(flags));
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    Some(at + rest.iter().position(|&byte| byte == first || ESCAPES && byte == b'\\')?)
}
