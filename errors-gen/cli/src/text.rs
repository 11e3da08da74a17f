//! Small pieces of text.

use std::fmt::Display;

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
    fn one_is_singular() {
        assert_eq!(count(1, "catalog"), "1 catalog");
        assert_eq!(count(0, "catalog"), "0 catalogs");
    }
}
