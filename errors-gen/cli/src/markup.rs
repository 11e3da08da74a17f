//! Text on its way into Markdown.

/// Running text on one line, in which nothing is markup and nothing ends a cell.
pub(crate) fn prose(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '$' => escaped.extend(['\\', character]),
            _ if character.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Text as it stands, in a code span that is long enough to hold its backticks.
pub(crate) fn literal(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // A table is cut into cells before code spans are looked for.
    let text = text.replace('|', "\\|").replace(char::is_control, " ");
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    if text.is_empty() { text } else { format!("{fence}{space}{text}{space}{fence}") }
}

/// An address between angle brackets.
pub(crate) fn url(text: &str) -> String {
    text.replace('<', "%3C").replace('>', "%3E").replace(char::is_whitespace, "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_markup_and_nothing_ends_a_cell() {
        assert_eq!(prose("a|b*c*\n<d> [e]"), r"a\|b\*c\* &lt;d&gt; \[e\]");
        assert_eq!(literal("a|b"), r"`a\|b`");
        assert_eq!(literal("`a``b"), "``` `a``b ```");
        assert_eq!(literal(""), "");
    }
}
