//! Makes documentation comments from arbitrary texts.
//!
//! Rustdoc reads Markdown with HTML and links in brackets. Words of a catalog that could be read as any of these, or
//! that look like identifiers, become code spans; ordinary words are not changed.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::text::{OneLine, is_unsafe_to_show};

/// A documentation comment under construction.
pub(super) struct Doc {
    /// Its lines, without line breaks and without control characters other than tabs.
    lines: Vec<String>,
}

impl Doc {
    /// A comment that starts with this line, which is already Markdown.
    pub(super) fn new(summary: &str) -> Self {
        let mut doc = Self { lines: Vec::new() };
        doc.line(summary);
        doc
    }

    /// Adds a line, which is already Markdown.
    pub(super) fn line(&mut self, text: &str) {
        self.lines.push([" ", text].concat());
    }

    /// Adds an empty line.
    pub(super) fn gap(&mut self) {
        self.lines.push(String::new());
    }

    /// Adds a paragraph, which is already Markdown.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.gap();
        self.line(text);
    }

    /// Adds a text as a fenced code block, with a fence that the text cannot close. A text with characters that are not
    /// allowed in a comment is omitted.
    pub(super) fn block(&mut self, language: &str, text: &str) {
        let unfit = |c: char| !matches!(c, '\n' | '\t') && is_unsafe_to_show(c);
        if text.contains(unfit) {
            return;
        }
        let fence = "`".repeat(longest_run_of_ticks(text).max(2) + 1);
        self.paragraph(&[&fence, language].concat());
        text.trim_end().lines().for_each(|line| self.line(line));
        self.line(&fence);
    }
}

impl ToTokens for Doc {
    /// Emits one attribute for each line.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let lines = &self.lines;
        tokens.extend(quote!(#(#[doc = #lines])*));
    }
}

/// Converts prose of a catalog to Markdown on one line. Text in backticks stays a code span.
pub(super) fn prose(text: &str) -> String {
    let segments: Vec<&str> = text.split('`').collect();
    if segments.len().is_multiple_of(2) {
        return words(text);
    }
    let mut markdown = String::new();
    for (index, segment) in segments.iter().enumerate() {
        if index % 2 == 1 && !segment.trim().is_empty() {
            markdown.push_str(&code(segment));
        } else {
            markdown.push_str(&spaced(segment, &words(segment)));
        }
    }
    markdown.trim().to_owned()
}

/// A code span, on one line.
pub(super) fn code(text: &str) -> String {
    let text = text.split_whitespace().map(|word| OneLine(word).to_string()).collect::<Vec<_>>().join(" ");
    let fence = "`".repeat(longest_run_of_ticks(&text) + 1);
    if text.is_empty() {
        "(blank)".to_owned()
    } else if text.starts_with('`') || text.ends_with('`') {
        format!("{fence} {text} {fence}")
    } else {
        format!("{fence}{text}{fence}")
    }
}

/// The length of the longest run of backticks.
fn longest_run_of_ticks(text: &str) -> usize {
    text.split(|character| character != '`').map(str::len).max().unwrap_or(0)
}

/// A link to a URL, or a code span if the URL has characters that are not allowed in one.
pub(super) fn link(address: &str) -> String {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    match rest {
        Some(rest) if !rest.is_empty() && rest.bytes().all(allowed) => ["<", address, ">"].concat(),
        _ => code(address),
    }
}

/// `markdown`, made of `segment`, with a space on each side where the segment has whitespace there.
fn spaced(segment: &str, markdown: &str) -> String {
    let before = if segment.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if segment.ends_with(char::is_whitespace) { " " } else { "" };
    if markdown.is_empty() { before.to_owned() } else { format!("{before}{markdown}{after}") }
}

/// Words separated by single spaces, each plain or a code span.
fn words(text: &str) -> String {
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// A word: plain, or a code span with the punctuation around it left outside.
fn word(word: &str) -> String {
    let core = word.trim_start_matches(['(', '"', '\'']).trim_end_matches(['.', ',', ';', ':', '!', '?', '"', '\'']);
    let core = if core.contains('(') { core } else { core.trim_end_matches(')') };
    if core.is_empty() || is_plain(core) {
        return word.replace('&', "\\&");
    }
    match word.split_once(core) {
        Some((before, after)) => format!("{before}{}{after}", code(core)),
        None => code(word),
    }
}

/// Whether a word is plain text in Markdown and does not look like an identifier.
fn is_plain(word: &str) -> bool {
    let ordinary = |c: char| {
        if c.is_ascii() { c.is_ascii_alphanumeric() || "'\"()-/.,;:!?%+=&".contains(c) } else { !is_hidden(c) }
    };
    word.chars().all(ordinary)
        && !["::", "()", "//", "www."].iter().any(|sign| word.contains(sign))
        && !word.split(|c: char| !c.is_alphanumeric()).any(is_mixed_case)
}

/// Whether a word has the mixed case of an identifier: `customerId`, `OmniCart`, but not `APIs`.
fn is_mixed_case(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    let lower = word.chars().any(char::is_lowercase);
    let upper_inside = word.chars().skip(1).any(char::is_uppercase);
    lower && upper_inside
}

/// Whether a character is invisible, or changes how others are shown.
fn is_hidden(character: char) -> bool {
    is_unsafe_to_show(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_sentences_stay() {
        for text in
            ["The item is out of stock.", "Order less (or later), e.g. 5% of it; it's 50/50!", "Two APIs — ‘é’ = 1+1."]
        {
            assert_eq!(prose(text), text);
        }
    }

    #[test]
    fn what_markdown_or_code_would_claim_is_a_code_span() {
        let cases = [
            ("customerId {0} is [linked].", "`customerId` `{0}` is `[linked]`."),
            ("a<b> & *c* _d_ snake_case", "`a<b>` \\& `*c*` `_d_` `snake_case`"),
            ("(see ExampleShop), std::fmt", "(see `ExampleShop`), `std::fmt`"),
            ("https://example.com/a_b", "`https://example.com/a_b`"),
            ("The `sku` of `a``b`", "The `sku` of `a``b`"),
            ("an odd ` tick", "an odd `` ` `` tick"),
            ("two\n\nparagraphs\u{202e}", "two `paragraphs\\u{202e}`"),
            ("Tag(s) [{list}]", "Tag(s) `[{list}]`"),
            ("call() it", "`call()` it"),
        ];
        for (text, markdown) in cases {
            assert_eq!(prose(text), markdown, "{text}");
        }
    }

    #[test]
    fn code_spans_hold_anything() {
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code(" \n "), "(blank)");
        assert_eq!([code("a b  c"), code(" a b"), code("a b ")], ["`a b c`", "`a b`", "`a b`"]);
        assert_eq!(code("a {b}, \\c"), "`a {b}, \\c`");
        assert_eq!(code("a\0b"), "`a\\u{0}b`");
    }

    #[test]
    fn only_addresses_are_links() {
        assert_eq!(link("https://example.com/a#b"), "<https://example.com/a#b>");
        for text in ["https://", "https://a b", "https://a>b", "javascript:x", "https://a\u{202e}"] {
            assert!(link(text).starts_with('`'), "{text}");
        }
    }
}
