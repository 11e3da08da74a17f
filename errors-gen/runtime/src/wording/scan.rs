//! What reading a message needs of its text, whether there are escapes in it or not.

use crate::swar::{HIGH, ONES, lowest_byte, word, zero_flags};

/// The text of a message. Positions are byte offsets in its spelling, always between two characters.
pub(super) trait Scan<'b>: Copy {
    /// The text as it is spelled.
    fn spelling(self) -> &'b str;

    /// Where this text ends, if it stands here.
    fn strip(self, at: usize, text: &str) -> Option<usize>;

    /// Where a value ends that stood elsewhere in the message, if it stands here again.
    fn strip_again(self, at: usize, value: &'b str) -> Option<usize>;

    /// Where the message ends without its trailing whitespace.
    fn trimmed_end(self) -> usize;

    /// The first place at or after `at` where this text stands, and its end, which is no later than `limit`.
    fn find(self, at: usize, limit: usize, text: &str) -> Option<(usize, usize)>;

    /// The next character, and the position behind it; `None` at the end.
    fn next(self, at: usize) -> Option<(char, usize)>;
}

/// The next place at or after `at` where a text may start, or where a backslash stands if there are `ESCAPES`.
///
/// `str::find` prepares for any needle; those of wordings are short and found once each. So eight positions are looked at
/// together, for the first two bytes of the needle, which in natural language are seldom those of anything else.
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
