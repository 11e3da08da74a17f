//! How far a scalar in a line goes.

use super::line::Line;

impl Line<'_, '_> {
    /// The byte so far ahead.
    pub(super) fn byte(&self, ahead: usize) -> Option<u8> {
        let (bytes, at) = (self.text.as_bytes(), self.at + ahead);
        // Without optimization, this takes a third less than `get` and what follows it.
        if at < bytes.len() { Some(bytes[at]) } else { None }
    }

    pub(super) fn skip_spaces(&mut self) {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() && bytes[self.at] == b' ' {
            self.at += 1;
        }
    }

    /// Whether the byte so far ahead is a space or the line ends before it.
    pub(super) fn is_blank(&self, ahead: usize) -> bool {
        matches!(self.byte(ahead), None | Some(b' '))
    }

    /// Whether `|` or `>` stands here as it usually does, with a `-` or `+` at most.
    pub(super) fn begins_text(&mut self) -> bool {
        self.at += 1;
        if matches!(self.byte(0), Some(b'-' | b'+')) {
            self.at += 1;
        }
        self.byte(0).is_none()
    }

    /// Whether a text without quotes can begin with this byte, which is the next.
    pub(super) fn can_begin_text(&self, byte: u8) -> bool {
        match byte {
            b'-' => self.byte(1).is_some_and(|next| next.is_ascii_alphanumeric()),
            b'<' => self.byte(1) != Some(b'<'),
            b'a'..=b'z' | b'A'..=b'Z' => true,
            _ => !b"?:,[]{}#&*!|>'\"%@`".contains(&byte),
        }
    }

    /// Passes over text without quotes outside of brackets, up to `:` or a comment.
    pub(super) fn plain(&mut self) -> Option<()> {
        let text = self.text.get(self.at..)?;
        let goes_on = !text.contains(':') && !text.contains('#');
        while !goes_on && self.at < self.text.len() {
            match self.text.as_bytes()[self.at] {
                b':' if self.is_blank(1) => return Some(()),
                b' ' if self.byte(1) == Some(b'#') => return Some(()),
                _ => self.at += 1,
            }
        }
        self.at = self.text.len();
        Some(())
    }

    /// Passes over text in single quotes that end in this line.
    pub(super) fn single_quoted(&mut self) -> Option<()> {
        loop {
            self.at += 1;
            self.at += self.text.get(self.at..)?.find('\'')? + 1;
            // A doubled quote is one that belongs to the text.
            if self.byte(0) != Some(b'\'') {
                return Some(());
            }
        }
    }

    /// Passes over text within double quotes, with escapes that every reader knows. Answers whether they end in this line.
    pub(super) fn double_quoted(&mut self) -> Option<bool> {
        let text = self.text.get(self.at..)?;
        let end = text.find('"').unwrap_or(text.len());
        if text.get(..end)?.contains('\\') {
            loop {
                match self.byte(0) {
                    None | Some(b'"') => break,
                    Some(b'\\') if b"\"\\/ntu".contains(&self.byte(1)?) => self.at += 2,
                    Some(b'\\') => return None,
                    Some(_) => self.at += 1,
                }
            }
        } else {
            self.at += end;
        }
        let is_closed = self.byte(0).is_some();
        self.at += usize::from(is_closed);
        Some(is_closed)
    }

    /// Passes over text in quotes like this, which end in this line.
    pub(super) fn quotes(&mut self, quote: u8) -> Option<()> {
        if quote == b'\'' {
            return self.single_quoted();
        }
        self.at += 1;
        self.double_quoted()?.then_some(())
    }
}
