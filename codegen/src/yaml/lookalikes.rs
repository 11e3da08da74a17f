//! Finds text that looks like YAML but is not: merge conflict markers, invisible characters, and letters and signs that
//! look like others.

use super::MAX_FINDINGS;
use super::node::{Content, Node};
use super::places::Places;
use crate::finding::{Finding, Place};
use crate::text::cut;

/// Letters of other alphabets, each followed by the Latin letter that it looks like.
const LETTERS: &str = "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXаaеeоoрpсcуyхxѕsіiјjΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo";

/// Signs that are typed instead of those of YAML, each followed by the one that it looks like.
const SIGNS: &str = "：:–-—-−-‐-‑-［[］]｛{｝}“\"”\"„\"″\"‘'’'‚'";

/// The findings for merge conflict markers: the lines that version control adds around both sides of a conflict.
pub(super) fn conflict_markers(places: &Places<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut start = 0;
    for line in places.text().split_inclusive('\n') {
        let written = line.trim_end();
        let is_marker = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"]
            .iter()
            .any(|marker| written.strip_prefix(marker).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')));
        if is_marker && findings.len() < MAX_FINDINGS {
            let finding =
                Finding::new(places.of_range(start..start + written.len()), "a merge conflict is not resolved");
            let help = "keep one of the two sides, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`";
            findings.push(finding.label("a marker of version control").help(help));
        }
        start += line.len();
    }
    findings
}

/// Whether a character is invisible, or looks like a space.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{2000}'..='\u{200f}' | '\u{202a}'..='\u{202f}'
            | '\u{205f}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{3000}' | '\u{feff}'
    )
}

/// The label and the help for an invisible character.
pub(super) fn invisible(character: char) -> (&'static str, &'static str) {
    match character {
        '\u{feff}' => ("a byte order mark", "remove it"),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => (
            "looks like a space",
            "write a space; where a text really has it, an escape such as `\\u00a0` within double quotes",
        ),
        _ => (
            "cannot be seen",
            "remove it; where a text really has it, write an escape such as `\\u200b` within double quotes",
        ),
    }
}

/// The findings for words with both Latin letters and look-alikes from other alphabets.
pub(super) fn mixed_words(places: &Places<'_>) -> Vec<Finding> {
    let text = places.text();
    if text.is_ascii() {
        return Vec::new();
    }
    let meant = |character| pair(LETTERS, character);
    let mut findings = Vec::new();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    for word in words.filter(|word| !word.is_ascii() && word.contains(|c: char| c.is_ascii_alphabetic())) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let Some((at, odd)) = word.char_indices().find(|&(_, c)| meant(c).is_some()) else { continue };
        if word.chars().any(|c| !c.is_ascii() && meant(c).is_none()) || findings.len() >= MAX_FINDINGS {
            continue;
        }
        let latin: String = word.chars().map(|c| meant(c).unwrap_or(c)).collect();
        let place = places.of_range(start + at..start + at + odd.len_utf8());
        let like = meant(odd).unwrap_or(odd);
        let message =
            format!("U+{:04X} stands here, a letter of another alphabet that looks like `{like}`", u32::from(odd));
        findings.push(Finding::new(place, message).label("not a Latin letter").help(format!("type `{latin}` again")));
    }
    findings
}

/// The findings for text in typographic quotes, which YAML does not read as quotes.
pub(super) fn typographic_quotes(places: &Places<'_>, nodes: &[Node]) -> Vec<Finding> {
    let quoted = nodes.iter().filter_map(|node| match &node.content {
        Content::Scalar { text, plain: true } => {
            let (first, last) = (text.chars().next()?, text.chars().next_back()?);
            let both = !first.is_ascii() && matches!(pair(SIGNS, first)?, '"' | '\'') && !last.is_ascii();
            (both && matches!(pair(SIGNS, last)?, '"' | '\'')).then_some((node, first))
        }
        _ => None,
    });
    let finding = |(node, quote): (&Node, char)| {
        let inside: String = node.text().unwrap_or_default().chars().skip(1).collect();
        let inside = inside.char_indices().next_back().and_then(|(last, _)| inside.get(..last)).unwrap_or_default();
        let help = format!("write `\"{}\"`, or the text without quotes", cut(inside));
        Finding { help, ..sign(places, node.start, quote) }
    };
    quoted.take(MAX_FINDINGS).map(finding).collect()
}

/// The finding for the first sign on the line of a place that looks like one of YAML's: `：`, a dash before an entry.
pub(super) fn odd_sign(places: &Places<'_>, stop: &Place) -> Option<Finding> {
    let text = places.text();
    let start = text.get(..stop.span.start)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..)?.lines().next()?;
    let entry = line.trim_start_matches(' ');
    let is_dash = entry.chars().next().is_some_and(|c| !c.is_ascii() && pair(SIGNS, c) == Some('-'));
    let (at, odd) = line.char_indices().find(|&(at, c)| match pair(SIGNS, c) {
        Some('-') => is_dash && at == line.len() - entry.len(),
        Some(':' | '[' | ']' | '{' | '}') => !c.is_ascii(),
        _ => false,
    })?;
    Some(sign(places, text.get(..start + at)?.chars().count(), odd))
}

fn sign(places: &Places<'_>, character: usize, odd: char) -> Finding {
    let meant = pair(SIGNS, odd).unwrap_or(odd);
    let message = format!("U+{:04X} stands here, which looks like `{meant}` and is text to YAML", u32::from(odd));
    Finding::new(places.of_character(character), message).label("here").help(format!("write `{meant}`"))
}

/// The character that follows this one in a list of pairs.
fn pair(pairs: &str, character: char) -> Option<char> {
    let mut characters = pairs.chars();
    while let Some(odd) = characters.next() {
        let meant = characters.next();
        if odd == character {
            return meant;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, SIGNS};
    use crate::source::Source;
    use crate::yaml::Tree;

    fn said(text: &str) -> Vec<String> {
        let source = Source::new("a", text);
        let tree = Tree::new(&source);
        tree.findings.iter().map(|finding| format!("{} {}", finding.place, finding.message)).collect()
    }

    #[test]
    fn each_odd_character_stands_before_what_it_looks_like() {
        for pairs in [LETTERS, SIGNS] {
            let pairs: Vec<char> = pairs.chars().collect();
            for pair in pairs.chunks(2) {
                assert!(!pair[0].is_ascii() && pair[1].is_ascii(), "{pair:?}");
            }
        }
    }

    #[test]
    fn words_of_one_alphabet_are_words() {
        for text in ["a: Größe naïve", "a: ОРЕР", "a: résumé", "a: 東京 order", "a: Ωmega"] {
            assert_eq!(said(text), [""; 0], "{text}");
        }
        let message = "U+041E stands here, a letter of another alphabet that looks like `O`";
        assert_eq!(said("ü: x\nOUT_ОF: b"), [format!("a.yaml:2:5 {message}")]);
    }

    #[test]
    fn conflicts_hide_what_the_parser_says_of_them() {
        let text = "a:\n<<<<<<< HEAD\n  b: 1\n=======\n  b: 2\n>>>>>>> other\n";
        let message = "a merge conflict is not resolved";
        assert_eq!(said(text), [2, 4, 6].map(|line| format!("a.yaml:{line}:1 {message}")));
        assert_eq!(said("a: |\n  =======\nb: <<<<<<< c"), [""; 0]);
    }

    #[test]
    fn typographic_quotes_are_no_quotes() {
        assert_eq!(said("a: “b”").len(), 1);
        assert_eq!(said("a: “b” c\nd: \"“b”\"\ne: it’s"), [""; 0]);
    }
}
