//! Free text that holds whatever text can hold.

use std::fmt::Write;

use super::{Directory, check};

/// Everything that means something to YAML, Rust, JSON or a terminal.
const HOSTILE: &str = "\" ' \\ */ /* // \"# \"## r#\" ` $ {x} {{y}} } { \n\n\t# - : , [a] &b *c !d <<: %e \r\n ~ null \
    \u{0}\u{7}\u{1b}[31m\u{7f}\u{85}\u{9b}2J \u{2028}\u{2029} \u{200e}\u{200f}\u{202e}\u{2066}\u{2069}\u{61c}\u{feff} \
    \u{fffd}\u{ffff} é 東京 👩‍👩‍👧 \u{301}";

/// As [`HOSTILE`], for headings and names, in which no control character may stand.
fn heading(number: usize) -> String {
    let plain: String = HOSTILE.chars().filter(|character| !character.is_control()).collect();
    format!("{plain}{number}")
}

/// So many bytes of it, or some more.
fn long(bytes: usize) -> String {
    HOSTILE.repeat(bytes.div_ceil(HOSTILE.len()))
}

/// In double quotes, with escapes where YAML demands them, and only there.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\u{a0}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{2000}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ffff}' => {
                write!(quoted, "\\u{:04x}", u32::from(character)).unwrap();
            }
            _ if character.is_control() => write!(quoted, "\\x{:02x}", u32::from(character)).unwrap(),
            _ => quoted.push(character),
        }
    }
    quoted + "\""
}

/// A catalog whose every free text is hostile and so long, with `flaw` put into a line full of it.
fn catalog_of(bytes: usize, flaw: &str) -> String {
    let long = quoted(&format!("{}.", long(bytes)));
    let wording = quoted(&HOSTILE.replace('{', "{{").replace('}', "}}"));
    let heading = |number| quoted(&heading(number));
    let retry = format!("after_fix, because: {long}");
    let body = quoted("{\"error\": {\"code\": \"X\", \"message\": \"\\u202e\\u001b[31m\\\"\"}}");
    format!(
        "\
vendor: hostile
title: {title}
sources: [https://docs.example.com/errors]
reviewed: 2026-11-21
code: integer
classes:
  - {{ name: all, range: [0, 9], meaning: {long}, kind: internal, topic: internal_error, retry: {retry} }}
operations: {{ create: {operation} }}
types: {{ Thing: {{ {member}: {{ type: string, meaning: {long} }} }} }}
item_fields: {{ {field}: {{ type: Thing, also: [{also}], meaning: {long} }} }}
transport:
  503: {{ name: Down, meaning: {long}, action: {long}, kind: unavailable, topic: service_unavailable, audience: developer, retry: {retry} }}
envelopes:
  - name: {envelope}
    items: [{{ at: $.error, code: code, message: message }}]
sections:
  - title: {section}
    groups:
      - title: {group}
        defaults: {{ audience: developer, action: {long}, retry: {retry} }}
        codes:
          \"1\": {{ name: One, status: 400, kind: internal, topic: internal_error, meaning: {long}, deprecated: {long}, message: {wording} }}
          \"2\": {{ deprecated: {short}, name: Two, status: 400, meaning: {short}, {flaw}kind: internal, topic: internal_error }}
examples:
  - title: {title}
    body: {body}
    reads: {{ codes: [X] }}
  - {{ title: {title}, body: {long}, reads: {{ outcome: unrecognized, reason: not_json }} }}
",
        title = heading(0),
        operation = heading(1),
        member = heading(2),
        field = heading(3),
        also = heading(4),
        envelope = heading(5),
        section = heading(6),
        group = heading(7),
        short = quoted(&format!("{HOSTILE}.")),
    )
}

fn catalog(flaw: &str) -> String {
    catalog_of(2_000, flaw)
}

/// What `check` says of a catalog, when it says it without a character that steers a terminal or reorders a line.
#[track_caller]
fn told(name: &str, catalog: &str) -> (String, i32) {
    let directory = Directory::new(name, &[("hostile.yaml", catalog.as_bytes())]);
    let checked = check(&directory.0, &["hostile.yaml"]);
    assert_eq!(checked.stderr, "", "{name}");
    let bad = |character: &char| {
        character.is_control() && *character != '\n'
            || matches!(character, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
            || ('\u{2028}'..='\u{202e}').contains(character)
            || ('\u{2060}'..='\u{2069}').contains(character)
    };
    let steering: Vec<char> = checked.stdout.chars().filter(bad).collect();
    assert!(steering.is_empty(), "{name}: {steering:?}\n{}", checked.stdout.escape_debug());
    assert!(checked.stdout.len() < 20_000, "{name}: {} bytes", checked.stdout.len());
    (checked.stdout, checked.status)
}

#[test]
fn a_catalog_with_any_text_is_sound() {
    let expected = "1 catalog, 2 codes, 2 examples: no problems\n".to_owned();
    assert_eq!(told("sound", &catalog_of(100_000, "")), (expected, 0));
}

#[test]
fn findings_beside_any_text_are_shown_safely() {
    let hostile = quoted(HOSTILE);
    let long = quoted(&long(100_000));
    let sound = catalog("");
    let broken = |from: &str, to: &str| {
        assert!(sound.contains(from), "{from}");
        sound.replacen(from, to, 1)
    };
    for (name, catalog, problems) in [
        ("unknown-key", catalog("kinds: x, "), 1),
        ("hostile-key", catalog(&format!("{hostile}: x, ")), 1),
        ("long-key", catalog(&format!("{long}: x, ")), 1),
        ("wrong-type", catalog(&format!("examples: {hostile}, ")), 1),
        ("wrong-list", catalog(&format!("status: {long}, ").replace("status", "fields")), 1),
        ("unknown-operation", catalog(&format!("operations: [{hostile}, {long}], ")), 2),
        ("unknown-successor", catalog(&format!("replaced_by: {long}, ")), 1),
        ("sections", catalog(&format!("also_in: [{hostile}], ")), 1),
        ("placeholders", catalog(&format!("message: {hostile}, ")), 2),
        ("type", catalog(&format!("fields: {{ a: {hostile}, b: {long} }}, ")), 4),
        ("link", catalog(&format!("link: {hostile}, ")), 1),
        ("code", broken("\"2\":", &format!("{hostile}:")), 1),
        ("long-code", broken("\"2\":", &format!("{long}:")), 1),
        ("name", broken("name: Two", &format!("name: {hostile}")), 1),
        ("vendor", broken("vendor: hostile", &format!("vendor: {hostile}")), 1),
        ("reviewed", broken("2026-11-21", &hostile), 1),
        ("kind", broken("kind: internal, topic", &format!("kind: {hostile}, topic")), 1),
        ("title", broken("title: ", "title: \"\\u001b\" #"), 1),
        ("path", broken("at: $.error", &format!("at: {hostile}")), 1),
        ("syntax", catalog("a: b: \u{202e}, "), 1),
        ("control", catalog("action: \u{1b}31m, "), 1),
        ("break", catalog("action: a\u{2028}b, "), 1),
        ("example", broken("codes: [X]", &format!("codes: [{hostile}], messages: [{long}]")), 2),
    ] {
        let (told, status) = told(name, &catalog);
        assert_eq!(status, 1, "{name}: {told}");
        let plural = if problems == 1 { "" } else { "s" };
        let count = format!("\n{problems} problem{plural} in 1 of 1 catalog\n");
        assert!(told.ends_with(&count), "{name}:{count}{told}");
    }
}
