//! Converts character offsets, which the parser reports, to byte offsets, lines and columns.

/// The number of characters between two stored byte offsets: small enough to scan quickly, large enough to save memory.
const STEP: usize = 64;

/// An index of the lines and characters of a text. A lookup takes the same time, however long a line is.
#[derive(Debug)]
pub(super) struct Lines {
    /// The character offset of the start of each line. Lines end with a line feed, or a carriage return and a line
    /// feed.
    starts: Vec<usize>,
    /// The byte offset of every [`STEP`]th character; empty if the text is ASCII.
    steps: Vec<usize>,
}

impl Lines {
    /// Indexes a text in one pass.
    pub(super) fn new(text: &str) -> Self {
        let mut starts = vec![0];
        if text.is_ascii() {
            starts.extend(text.match_indices('\n').map(|(byte, _)| byte + 1));
            return Self { starts, steps: Vec::new() };
        }
        let mut steps = Vec::new();
        for (index, (byte, character)) in text.char_indices().enumerate() {
            if index % STEP == 0 {
                steps.push(byte);
            }
            if character == '\n' {
                starts.push(index + 1);
            }
        }
        Self { starts, steps }
    }

    /// The byte offset of a character of the text; the text's length if it is beyond the end.
    pub(super) fn byte(&self, text: &str, character: usize) -> usize {
        if self.steps.is_empty() {
            return character.min(text.len());
        }
        let Some(&step) = self.steps.get(character / STEP) else { return text.len() };
        let rest = text.get(step..).unwrap_or_default();
        rest.char_indices().nth(character % STEP).map_or(text.len(), |(offset, _)| step + offset)
    }

    /// The line and the column of a character, both from 1.
    pub(super) fn line_column(&self, character: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= character);
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index)).copied().unwrap_or_default();
        (line, character - start + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn characters_become_bytes_whatever_their_width() {
        let text = "aé€😀".repeat(100);
        let lines = Lines::new(&text);
        for (index, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(lines.byte(&text, index), byte, "character {index}");
        }
        assert_eq!(lines.byte(&text, 400), text.len());
        assert_eq!(lines.byte(&text, usize::MAX), text.len());
        assert_eq!(Lines::new("").byte("", 0), 0);
    }

    #[test]
    fn columns_count_characters_and_carriage_returns_begin_no_line() {
        let lines = Lines::new("é: ü\r\nb: €x\n");
        assert_eq!(lines.line_column(3), (1, 4));
        assert_eq!(lines.line_column(6), (2, 1));
        assert_eq!(lines.line_column(10), (2, 5));
        assert_eq!(lines.line_column(12), (3, 1));
    }
}
