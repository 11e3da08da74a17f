//! Another reader of YAML as the judge of the tree: what both read is alike, and what the judge refuses the tree refuses too.
//! The tree refuses more: what a catalog may not have.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_yaml::Value;

/// The directories, from the root of the workspace, in which YAML files are.
const DIRECTORIES: [&str; 4] =
    ["catalogs", "codegen/tests/golden", "errors-gen/tests/shapes", "errors-gen/cli/tests/invalid"];

/// Every YAML file, as long as it is UTF-8.
fn texts() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut texts = Vec::new();
    for directory in DIRECTORIES {
        for entry in fs::read_dir(root.join(directory)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "yaml")
                && let Ok(text) = fs::read_to_string(&path)
            {
                texts.push((path, text));
            }
        }
    }
    texts.sort();
    texts
}

/// Nothing where both readers agree, or where only the tree refuses the text. A single scalar is no catalog.
fn disagreement(text: &str) -> Option<String> {
    let judged = serde_yaml::from_str::<Value>(text);
    match (errors_codegen::read_yaml::<Value>(text), judged) {
        (Err(_), _) => None,
        (Ok(read), _) if !read.is_mapping() && !read.is_sequence() => None,
        (Ok(read), Ok(judged)) => (read != judged).then(|| format!("read {read:?}\nnot  {judged:?}")),
        (Ok(_), Err(refused)) => Some(format!("read, but {refused}")),
    }
}

#[test]
fn every_file_reads_alike() {
    let texts = texts();
    assert!(texts.len() > 200, "only {} files", texts.len());
    for (path, text) in texts {
        assert_eq!(disagreement(&text), None, "{}", path.display());
    }
}

/// What is put into a text.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\t",
    " ",
    "  ",
    ": ",
    ":",
    "- ",
    "-",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    "#",
    " #",
    "&a ",
    "*a",
    "!t ",
    "<<",
    "<<: ",
    "|",
    ">",
    "? ",
    "---\n",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "é",
    "\\",
    "\n        ",
    ": \"",
    "\\\"",
    "~",
    "null",
    "0x1F",
    "1e3",
    ".5",
    "-0",
    "18446744073709551616",
    "true",
    "%",
    "@",
    "`",
    "...",
    "\\x41",
    "\\u00e9",
    "|2\n",
];

/// A change of a text.
#[derive(Clone, Debug)]
enum Change {
    Insert(Index, &'static str),
    Remove(Index, usize),
    RemoveLine(Index),
    RepeatLine(Index),
    MoveLine(Index, Index),
    Indent(Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), select(PIECES)).prop_map(|(at, piece)| Change::Insert(at, piece)),
        2 => (at(), 1..8_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        1 => at().prop_map(Change::RemoveLine),
        1 => at().prop_map(Change::RepeatLine),
        1 => (at(), at()).prop_map(|(from, to)| Change::MoveLine(from, to)),
        1 => (at(), 0..12_usize).prop_map(|(at, spaces)| Change::Indent(at, spaces)),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut characters: Vec<char> = text.chars().collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    match change {
        Change::Insert(at, piece) => {
            let at = at.index(characters.len() + 1);
            characters.splice(at..at, piece.chars());
            return characters.into_iter().collect();
        }
        Change::Remove(at, length) => {
            let at = at.index(characters.len());
            characters.drain(at..(at + length).min(characters.len()));
            return characters.into_iter().collect();
        }
        Change::RemoveLine(at) => drop(lines.remove(at.index(lines.len()))),
        Change::RepeatLine(at) => {
            let at = at.index(lines.len());
            lines.insert(at, lines[at]);
        }
        Change::MoveLine(from, to) => {
            let line = lines.remove(from.index(lines.len()));
            lines.insert(to.index(lines.len() + 1), line);
        }
        Change::Indent(at, spaces) => {
            let at = at.index(lines.len());
            let line = " ".repeat(*spaces) + lines[at].trim_start_matches(' ');
            return lines.iter().enumerate().map(|(index, other)| if index == at { &line } else { *other }).collect();
        }
    }
    lines.concat()
}

/// A few lines of a file: short texts are changed where it matters more often.
fn excerpt() -> impl Strategy<Value = String> {
    (select(texts()), any::<Index>(), 1..40_usize).prop_map(|((_, text), start, length)| {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let start = start.index(lines.len().max(1));
        lines.iter().skip(start).take(length).copied().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn changed_texts_read_alike(text in excerpt(), changes in prop::collection::vec(change(), 0..5)) {
        let text = changes.iter().fold(text, |text, change| changed(&text, change));
        prop_assert_eq!(disagreement(&text), None, "{}", text);
    }
}
