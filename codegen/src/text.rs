//! Makes text safe to show on a terminal or in a message.

use std::fmt::{self, Display, Write};

/// The maximum number of characters of a text that are quoted.
const MOST_QUOTED: usize = 60;

/// Whether a character could control a terminal, break a line, or hide or reorder text.
#[must_use]
pub fn is_unsafe_to_show(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Shows text on one line, with every [unsafe](is_unsafe_to_show) character escaped.
///
/// # Examples
///
/// ```
/// use errors_codegen::text::OneLine;
///
/// assert_eq!(OneLine("a\nb\u{202e}").to_string(), r"a\u{a}b\u{202e}");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct OneLine<T>(pub T);

impl<T: Display> Display for OneLine<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaper { to: f, keep: None }, "{}", self.0)
    }
}

/// As [`OneLine`], for text of several lines: line feeds are not escaped.
#[derive(Clone, Copy, Debug)]
pub struct Lines<T>(pub T);

impl<T: Display> Display for Lines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaper { to: f, keep: Some('\n') }, "{}", self.0)
    }
}

/// A writer that escapes unsafe characters.
struct Escaper<'a, 'f> {
    to: &'a mut fmt::Formatter<'f>,
    /// A character that is not escaped.
    keep: Option<char>,
}

impl Write for Escaper<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some(position) = rest.find(|c| is_unsafe_to_show(c) && Some(c) != self.keep) {
            let (plain, from) = rest.split_at(position);
            self.to.write_str(plain)?;
            let mut characters = from.chars();
            if let Some(character) = characters.next() {
                write!(self.to, "{}", character.escape_unicode())?;
            }
            rest = characters.as_str();
        }
        self.to.write_str(rest)
    }
}

/// The text, if it is one short line; otherwise its beginning and `...`.
pub(crate) fn cut(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(MOST_QUOTED) {
        None if line.len() == text.len() => text.to_owned(),
        end => format!("{}...", line.get(..end.map_or(line.len(), |(end, _)| end)).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(OneLine("a\u{1b}[31mb\nc\u{202e}d\u{9b}").to_string(), r"a\u{1b}[31mb\u{a}c\u{202e}d\u{9b}");
        assert_eq!(Lines("a\nb\r").to_string(), "a\nb\\u{d}");
        assert_eq!(OneLine("Größe 東京").to_string(), "Größe 東京");
    }

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        for hidden in ['\u{61c}', '\u{200b}', '\u{200d}', '\u{2028}', '\u{2029}', '\u{2060}', '\u{2065}', '\u{feff}'] {
            assert_eq!(OneLine(hidden).to_string(), hidden.escape_unicode().to_string());
        }
    }
}
