//! What reading a message needs of its text, whether there are escapes in it or not.

/// The text of a message. Positions are byte offsets in its spelling, always between two characters.
pub(super) trait Scan<'b>: Copy {
    /// The text as it is spelled.
    fn spelling(self) -> &'b str;

    /// Where this text ends, if it stands here.
    fn strip(self, at: usize, text: &str) -> Option<usize>;

    /// Where a value ends that stood elsewhere in the message, if it stands here again.
    fn strip_again(self, at: usize, value: &'b str) -> Option<usize>;

    /// Where this text starts, if the message ends with it.
    fn strip_end(self, text: &str) -> Option<usize>;

    /// The first place at or after `at` where this text stands, and its end, which is no later than `limit`.
    fn find(self, at: usize, limit: usize, text: &str) -> Option<(usize, usize)>;

    /// The position behind the next character; `None` at the end.
    fn next(self, at: usize) -> Option<usize>;
}
