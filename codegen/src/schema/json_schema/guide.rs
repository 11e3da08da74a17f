//! The sentences of the guide that explain keys: cells of its tables, and comments of its catalogs.

use std::collections::HashMap;

const GUIDE: &str = include_str!("../../../CATALOGS.md");

/// What a section of the guide has sentences in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Form {
    Table,
    Comment,
}

use Form::{Comment, Table};

/// Where the guide explains the keys of a type, the first section that does so first.
const SECTIONS: &[(&str, &[(Form, &str)])] = &[
    ("Catalog", &[(Table, "The file from top to bottom")]),
    ("ReviewedSource", &[FURTHER]),
    ("Form", &[(Table, "code")]),
    ("ClassSpec", &[(Table, "classes"), ADVICE, FURTHER, ENTRY]),
    ("ClassValueSpec", &[ADVICE, FURTHER, ENTRY]),
    ("Defaults", &[ADVICE, ENTRY]),
    ("Section", &[ENTRY, FURTHER]),
    ("Group", &[ENTRY, FURTHER]),
    ("Entry", &[ADVICE, ENTRY, FURTHER]),
    ("DetailEntry", &[ADVICE, ENTRY]),
    ("VariantSpec", &[(Comment, "Variants"), ADVICE, ENTRY, FURTHER]),
    ("TransportSpec", &[ADVICE, ENTRY]),
    ("WaitPlace", &[FURTHER]),
    ("HeadersSpec", &[(Comment, "Retrying")]),
    ("EnvelopeSpec", &[(Comment, "Envelopes"), (Comment, "Batches")]),
    ("ItemsSpec", &[(Table, "Items")]),
    ("MadeCode", &[FURTHER]),
    ("WriteSpec", &[(Table, "Writing")]),
    ("EqualsSpec", &[(Table, "Tests")]),
    ("LongField", &[FURTHER, ENTRY]),
    ("ExampleSpec", &[(Comment, "Examples"), FURTHER]),
    ("ReadsSpec", &[(Comment, "Examples")]),
    ("ElementSpec", &[(Comment, "Examples"), FURTHER]),
];

const ADVICE: (Form, &str) = (Table, "Retrying");
const FURTHER: (Form, &str) = (Table, "Further keys");
const ENTRY: (Form, &str) = (Comment, "One entry, annotated");

/// The sentences by form, section and key.
pub(super) struct Guide(HashMap<(Form, String, String), String>);

impl Guide {
    pub(super) fn read() -> Self {
        let mut sentences = HashMap::new();
        let mut section = String::new();
        let mut is_code = false;
        for line in GUIDE.lines() {
            if line.starts_with("```") {
                is_code = !is_code;
            } else if !is_code && line.starts_with("##") {
                section = line.trim_start_matches('#').trim().replace('`', "");
            } else if is_code {
                if let Some((key, sentence)) = comment(line) {
                    sentences.entry((Comment, section.clone(), key.to_owned())).or_insert_with(|| plain(sentence));
                }
            } else if let Some((keys, sentence)) = row(line) {
                for key in keys {
                    sentences.entry((Table, section.clone(), key.to_owned())).or_insert_with(|| plain(sentence));
                }
            }
        }
        Self(sentences)
    }

    /// What the guide says of a key of a type.
    pub(super) fn explains(&self, name: &str, key: &str) -> Option<String> {
        let (_, places) = SECTIONS.iter().find(|(of, _)| *of == name)?;
        let sentence = |(form, section): &(Form, &str)| self.0.get(&(*form, (*section).to_owned(), key.to_owned()));
        places.iter().find_map(sentence).cloned()
    }
}

/// `  - key: value   # sentence`.
fn comment(line: &str) -> Option<(&str, &str)> {
    let (code, sentence) = line.split_once(" # ")?;
    let (key, _) = code.trim_start().trim_start_matches("- ").split_once(':')?;
    Some((key.trim_matches(['"', '{', ' ']), sentence.trim()))
}

/// ``| `key`, `key: value` | sentence |``.
fn row(line: &str) -> Option<(impl Iterator<Item = &str>, &str)> {
    let mut cells = line.strip_prefix("| ")?.split(" | ");
    let keys = cells.next()?.split('`').skip(1).step_by(2);
    let sentence = cells.next()?.trim_end_matches('|').trim();
    Some((keys.map(|text| text.trim_start_matches("{ ").split(':').next().unwrap_or_default()), sentence))
}

/// A sentence without the links of Markdown.
fn plain(sentence: &str) -> String {
    let mut plain = String::new();
    let mut rest = sentence;
    while let Some((before, link)) = rest.split_once("](") {
        let (before, text) = before.rsplit_once('[').unwrap_or((before, ""));
        plain += before;
        plain += text;
        rest = link.split_once(')').map_or("", |(_, after)| after);
    }
    plain + rest
}
