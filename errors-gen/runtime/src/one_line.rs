//! Writes text on one line, escaping characters that would break or reorder the line, or that are invisible.

use core::fmt::{self, Write};

/// Whether a character is a control character, a direction mark, or has no width.
pub(crate) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
        )
}

/// Writes text with its [hidden](is_hidden) characters escaped, as `\n` or `\u{202e}`.
pub(crate) struct OneLine<W> {
    pub(crate) to: W,
    /// Whether quotes and backslashes are escaped too.
    pub(crate) quoted: bool,
}

impl<W: Write> Write for OneLine<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let escapes = |character| is_hidden(character) || self.quoted && matches!(character, '"' | '\\');
        let mut rest = text;
        while let Some((plain, from)) = rest.find(escapes).and_then(|at| rest.split_at_checked(at)) {
            self.to.write_str(plain)?;
            let mut characters = from.chars();
            if let Some(character) = characters.next() {
                write!(self.to, "{}", character.escape_default())?;
            }
            rest = characters.as_str();
        }
        self.to.write_str(rest)
    }
}
