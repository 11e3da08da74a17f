//! Small pieces of text.

use std::fmt::Display;
use std::io::{self, Write};

use anstyle::Style;
use errors_codegen::text::OneLine;

/// What stands out: labels and headings.
pub(crate) const STRONG: Style = Style::new().bold();

/// Counts in words: `1 problem`, `2 problems`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// What is displayed, as text.
pub(crate) fn shown(text: impl Display) -> String {
    text.to_string()
}

/// Writes a line `label   text`; of several texts with the same label, the later ones leave it empty.
pub(crate) fn line(out: &mut dyn Write, label: &str, text: impl Display) -> io::Result<()> {
    writeln!(out, "  {STRONG}{label:<11}{STRONG:#} {}", OneLine(text))
}

/// Writes several lines of one label; nothing where there are no texts.
pub(crate) fn lines(out: &mut dyn Write, label: &str, texts: impl IntoIterator<Item = impl Display>) -> io::Result<()> {
    let mut label = label;
    for text in texts {
        line(out, label, text)?;
        label = "";
    }
    Ok(())
}

/// A text of at most this many characters, or its beginning and `...`.
pub(crate) fn cut(mut text: String, most: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
        text.push_str("...");
    }
    text
}

/// Text with every run of whitespace as one space.
pub(crate) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular() {
        assert_eq!(count(1, "catalog"), "1 catalog");
        assert_eq!(count(0, "catalog"), "0 catalogs");
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(cut("über".to_owned(), 4), "über");
        assert_eq!(cut("übers".to_owned(), 4), "über...");
    }

    #[test]
    fn a_label_is_written_once() {
        let mut out = Vec::new();
        lines(&mut out, "status", ["404", "a\nb"]).unwrap();
        let text = anstream::adapter::strip_bytes(&out).into_vec();
        assert_eq!(String::from_utf8(text).unwrap(), "  status      404\n              a\\u{a}b\n");
    }
}
