//! Text on its way to a terminal.

use std::fmt::{self, Display, Write};

/// Shows text on one line: controls and marks that change the direction of text are escaped, so that a message from
/// somewhere else can neither steer the terminal nor look like something it is not.
pub(crate) struct Clean<T>(pub(crate) T);

impl<T: Display> Display for Clean<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Cleaner { to: f, keep: None }, "{}", self.0)
    }
}

/// The same for text of several lines, whose line ends are kept.
pub(crate) struct CleanLines<T>(pub(crate) T);

impl<T: Display> Display for CleanLines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Cleaner { to: f, keep: Some('\n') }, "{}", self.0)
    }
}

/// Escapes what passes through it.
struct Cleaner<'a, 'f> {
    to: &'a mut fmt::Formatter<'f>,
    /// A control character that passes.
    keep: Option<char>,
}

impl Write for Cleaner<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some(position) = rest.find(|c| unsafe_to_show(c) && Some(c) != self.keep) {
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

/// Whether a character could steer a terminal, break the line or reorder what is shown.
pub(crate) fn unsafe_to_show(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Counts in words: `1 problem`, `2 problems`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// What is displayed, as text.
pub(crate) fn shown(text: impl Display) -> String {
    text.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(Clean("a\u{1b}[31mb\nc\u{202e}d\u{9b}").to_string(), r"a\u{1b}[31mb\u{a}c\u{202e}d\u{9b}");
        assert_eq!(CleanLines("a\nb\r").to_string(), "a\nb\\u{d}");
        assert_eq!(Clean("Größe 東京").to_string(), "Größe 東京");
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(count(1, "catalog"), "1 catalog");
        assert_eq!(count(0, "catalog"), "0 catalogs");
    }
}
