//! Lines of bounded length.

use std::io::{self, BufRead, BufReader, Read};

use super::super::LONGEST;

/// How much is read at once.
const READ_AT_ONCE: usize = 256 << 10;

/// What some editors put at the start of a file in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Whether a line was short enough to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// It is in the buffer, without its end.
    Whole,
    /// It was passed over.
    TooLong,
}

/// The lines of an input.
#[derive(Debug)]
pub(super) struct Lines<R> {
    input: BufReader<R>,
    longest: usize,
    at_start: bool,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(READ_AT_ONCE, input), longest: LONGEST, at_start: true }
    }

    /// Whether the next line is not there yet as a whole.
    pub(super) fn would_wait(&self) -> bool {
        !self.input.buffer().contains(&b'\n')
    }

    /// Adds the next line to a buffer, without its end and without a byte order mark before the first one; `None` where
    /// there is none.
    pub(super) fn next(&mut self, line: &mut Vec<u8>) -> io::Result<Option<Length>> {
        let start = line.len();
        let limit = u64::try_from(self.longest).unwrap_or(u64::MAX).saturating_add(1);
        if self.input.by_ref().take(limit).read_until(b'\n', line)? == 0 {
            return Ok(None);
        }
        if std::mem::take(&mut self.at_start) && line.get(start..).is_some_and(|new| new.starts_with(BYTE_ORDER_MARK)) {
            line.drain(start..start + BYTE_ORDER_MARK.len());
        }
        if line.last() == Some(&b'\n') && line.len() > start {
            line.pop();
        } else if line.len() - start > self.longest {
            line.truncate(start);
            self.input.skip_until(b'\n')?;
            return Ok(Some(Length::TooLong));
        }
        Ok(Some(Length::Whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8]) -> Vec<String> {
        let mut lines = Lines { longest: 4, ..Lines::new(input) };
        let mut all = Vec::new();
        let mut line = b"before ".to_vec();
        while let Some(length) = lines.next(&mut line).unwrap() {
            all.push(match length {
                Length::Whole => String::from_utf8(line.split_off(7)).unwrap(),
                Length::TooLong => "too long".to_owned(),
            });
            assert_eq!(line, b"before ");
        }
        all
    }

    #[test]
    fn long_lines_are_passed_over_and_the_last_needs_no_end() {
        assert_eq!(lines(b"abc\nabcd\nabcdefgh\n\nab"), ["abc", "abcd", "too long", "", "ab"]);
        assert!(lines(b"").is_empty());
    }

    #[test]
    fn a_byte_order_mark_is_dropped_at_the_start_only() {
        assert_eq!(lines(b"\xef\xbb\xbfa\n\xef\xbb\xbfb\n"), ["a", "\u{feff}b"]);
        assert_eq!(lines(b"\xef\xbb\xbf\na"), ["", "a"]);
        assert_eq!(lines(b"\xef\xbb\xbf"), [""]);
    }
}
