//! Findings as rustc would show them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::ops::Range;
use std::path::PathBuf;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use errors_codegen::finding::{Finding, Place};
use errors_codegen::text::{OneLine, is_unsafe_to_show};

/// How many characters are underlined at most.
const WIDEST: usize = 100;

/// How many characters a message has at most.
const LONGEST: usize = 2_000;

/// Writes findings, each followed by an empty line.
pub(crate) fn write(findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    let mut sources = Sources::default();
    for finding in findings {
        writeln!(out, "{}\n", sources.render(finding))?;
    }
    Ok(())
}

/// The texts of the files that findings are about; `None` where a file cannot be shown.
#[derive(Default)]
struct Sources(BTreeMap<PathBuf, Option<String>>);

impl Sources {
    /// A finding with its source lines, or on one line where these cannot be read.
    fn render(&mut self, finding: &Finding) -> String {
        for place in places(finding) {
            if place.line > 0 && !self.0.contains_key(&place.file) {
                let bytes = fs::read(&place.file).ok();
                // Places do not count a byte order mark.
                let mark = "\u{feff}".as_bytes();
                let text = bytes.map(|bytes| showable(&readable(bytes.strip_prefix(mark).unwrap_or(&bytes))));
                self.0.insert(place.file.clone(), text);
            }
        }
        let readable = places(finding).all(|place| place.line == 0 || self.span(place).is_some());
        if readable { self.snippets(finding) } else { cut(format!("error: {}", OneLine(finding))) }
    }

    fn snippets(&self, finding: &Finding) -> String {
        let mut group = Group::with_title(Level::ERROR.primary_title(cut(OneLine(&finding.message).to_string())));
        let mut shown: Vec<&PathBuf> = Vec::new();
        let mut notes = Vec::new();
        for (place, label) in labelled(finding) {
            if shown.contains(&&place.file) {
                continue;
            }
            if place.line == 0 && *place != finding.place {
                let note = format!("{}: {}", OneLine(label), OneLine(place.file.display()));
                notes.push(Level::NOTE.message(note));
                continue;
            }
            shown.push(&place.file);
            group = match self.snippet(finding, &place.file) {
                Some(snippet) => group.element(snippet),
                None => group.element(Origin::path(OneLine(place.file.display()).to_string())),
            };
        }
        group = group.elements(notes);
        if !finding.help.is_empty() {
            group = group.element(Level::HELP.message(OneLine(&finding.help).to_string()));
        }
        Renderer::styled().render(&[group])
    }

    /// The lines of a file that a finding is about.
    fn snippet(&self, finding: &Finding, file: &PathBuf) -> Option<Snippet<'_, Annotation<'_>>> {
        let source = self.0.get(file)?.as_deref()?;
        let kinds = std::iter::once(AnnotationKind::Primary).chain(std::iter::repeat(AnnotationKind::Context));
        let marks: Vec<(Range<usize>, &str, AnnotationKind)> = labelled(finding)
            .zip(kinds)
            .map(|((place, label), kind)| (place, label, kind))
            .filter(|(place, ..)| place.file == *file && place.line > 0)
            .filter_map(|(place, label, kind)| Some((self.span(place)?, label, kind)))
            .collect();
        let first = marks.iter().map(|(span, ..)| span.start).min()?;
        let last = marks.iter().map(|(span, ..)| span.end).max()?;
        // Only the lines from the first mark to the last: the renderer looks at every line it gets.
        let start = source.get(..first)?.rfind('\n').map_or(0, |position| position + 1);
        let end = source.get(last..)?.find('\n').map_or(source.len(), |position| last + position);
        let line = source.get(..start)?.matches('\n').count() + 1;
        let annotations = marks.into_iter().map(|(span, label, kind)| {
            let annotation = kind.span(span.start - start..span.end - start);
            if label.is_empty() { annotation } else { annotation.label(OneLine(label).to_string()) }
        });
        let path = OneLine(file.display()).to_string();
        Some(Snippet::source(source.get(start..end)?).line_start(line).path(path).annotations(annotations))
    }

    /// The bytes to underline: what the place covers of its first line, and never nothing.
    fn span(&self, place: &Place) -> Option<Range<usize>> {
        let source = self.0.get(&place.file)?.as_deref()?;
        let start = if place.span.is_empty() && place.span.start == 0 {
            // No span was kept: the line and the column say where.
            let line_start: usize = source.split_inclusive('\n').take(place.line - 1).map(str::len).sum();
            let line = source.get(line_start..)?;
            let column = place.column.saturating_sub(1);
            line_start + line.chars().take_while(|&c| c != '\n').take(column).map(char::len_utf8).sum::<usize>()
        } else {
            place.span.start
        };
        let rest = source.get(start..)?;
        let line_end = start + rest.find(['\r', '\n']).unwrap_or(rest.len());
        let one = start + rest.chars().next().filter(|&c| !matches!(c, '\r' | '\n')).map_or(0, char::len_utf8);
        // More of a mark than this would show all of a long line.
        let most = start + rest.char_indices().nth(WIDEST).map_or(rest.len(), |(most, _)| most);
        let end = place.span.end.min(line_end).min(most).max(one);
        source.is_char_boundary(end).then_some(start..end)
    }
}

/// All places of a finding, its own first.
fn places(finding: &Finding) -> impl Iterator<Item = &Place> {
    labelled(finding).map(|(place, _)| place)
}

/// The same with what is said of them.
fn labelled(finding: &Finding) -> impl Iterator<Item = (&Place, &str)> {
    let related = finding.related.iter().map(|(place, label)| (place, label.as_str()));
    std::iter::once((&finding.place, finding.label.as_str())).chain(related)
}

/// The beginning of a message that is longer than anybody reads.
fn cut(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(LONGEST) {
        message.truncate(end);
        message.push_str("...");
    }
    message
}

/// The text of a file, with a `?` for each byte of what is not UTF-8, so that spans stay right.
fn readable(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    text
}

/// Source text in which nothing steers a terminal or reorders a line. Every character keeps its number of bytes, so that
/// spans stay right.
fn showable(source: &str) -> String {
    source
        .chars()
        .map(|character| match character {
            '\n' | '\r' | '\t' => character,
            _ if !is_unsafe_to_show(character) => character,
            _ => match character.len_utf8() {
                1 => '?',
                2 => '¿',
                _ => char::REPLACEMENT_CHARACTER,
            },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(line: usize, column: usize, span: Range<usize>) -> Place {
        Place { file: "demo.yaml".into(), line, column, span }
    }

    fn finding(place: Place) -> Finding {
        Finding { place, message: "wrong".into(), label: "here".into(), help: "correct it".into(), related: Vec::new() }
    }

    fn render(source: &str, finding: &Finding) -> String {
        let mut sources = Sources::default();
        sources.0.insert("demo.yaml".into(), Some(showable(source)));
        anstream::adapter::strip_str(&sources.render(finding)).to_string()
    }

    #[test]
    fn the_line_the_place_and_the_help_are_shown() {
        let mut finding = finding(place(2, 7, 13..16));
        finding.related.push((place(1, 1, 0..1), "first here".into()));
        let shown = render("a: first\nkind: bad\n", &finding);
        same(
            &shown,
            "error: wrong
 --> demo.yaml:2:5
  |
1 | a: first
  | - first here
2 | kind: bad
  |     ^^^ here
  |
  = help: correct it",
        );
    }

    fn same(shown: &str, expected: &str) {
        assert_eq!(shown.trim_end(), expected, "\n{shown}");
    }

    #[test]
    fn a_place_without_a_span_is_found_by_line_and_column() {
        let shown = render("a: 1\nb: ä x\n", &finding(place(2, 6, 0..0)));
        assert!(shown.contains("demo.yaml:2:6"), "{shown}");
    }

    #[test]
    fn a_mark_in_a_long_line_shows_a_part_of_it() {
        let source = "é".repeat(100_000);
        let shown = render(&source, &finding(place(1, 50_001, 100_000..180_000)));
        assert!(shown.contains(&"^".repeat(WIDEST)) && shown.len() < 2_000, "{}", shown.len());
    }

    #[test]
    fn a_long_message_is_cut() {
        let mut finding = finding(place(1, 1, 0..1));
        finding.message = "ü".repeat(10_000);
        assert!(render("a", &finding).contains(&format!("{}...\n", "ü".repeat(LONGEST))));
    }

    #[test]
    fn spans_that_do_not_fit_give_one_line() {
        for span in [100..101, 1..2] {
            let shown = render("ä", &finding(place(1, 1, span)));
            assert!(shown.starts_with("error: demo.yaml:1:1: wrong"), "{shown}");
        }
    }

    #[test]
    fn marks_at_ends_of_lines_and_of_the_file_do_not_panic() {
        for source in ["", "a", "a\n", "a\r\nb", "\n\n", "\u{feff}a"] {
            for offset in 0..=source.len() {
                let _ = render(source, &finding(place(1, 1, offset..offset)));
                let _ = render(source, &finding(place(9, 9, offset..source.len())));
                let _ = render(source, &finding(place(9, 9, 0..0)));
            }
        }
    }

    #[test]
    fn places_in_files_that_are_not_utf_8_are_shown() {
        assert_eq!(readable(b"a\xc3\xa9\xe9\xe2\x82b"), "aé???b");
    }

    #[test]
    fn another_file_is_named_with_what_it_is() {
        let whole = |file: &str| Place { file: file.into(), ..Place::default() };
        let mut finding = finding(whole("b.yaml"));
        finding.related.push((whole("a.yaml"), "the first one".into()));
        let shown = render("", &finding);
        assert!(shown.contains("note: the first one: a.yaml"), "{shown}");
    }

    #[test]
    fn no_control_reaches_the_terminal() {
        let shown = render("a: \u{1b}[31m\u{9b}x\u{202e}y\u{200f}z\u{7f}\n", &finding(place(1, 1, 0..1)));
        assert!(!shown.chars().any(|c| c != '\n' && is_unsafe_to_show(c)), "{shown:?}");
    }
}
