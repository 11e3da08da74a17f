//! What a reader of findings may rely on.

use super::Reading;
use crate::schema::Catalog;
use crate::source::Source;
use crate::yaml::Tree;

/// A catalog that is as it should be, to put something behind.
const HEAD: &str = "\
vendor: v
title: T
sources: [https://example.com]
reviewed: 2026-11-21
code: text
envelopes: []
";

/// What a text that is as it should be says.
fn catalog(text: &str) -> Catalog {
    let Reading { catalog, findings } = super::catalog(&Tree::new(&Source::new("v", text)));
    assert_eq!(findings, [], "{text}");
    catalog.unwrap()
}

/// Each finding on one line, in the order of the file.
fn findings(text: &str) -> Vec<String> {
    let Reading { mut findings, .. } = super::catalog(&Tree::new(&Source::new("v", text)));
    assert!(!findings.is_empty(), "{text}");
    findings.sort_by_key(|finding| (finding.place.line == 0, finding.place.span.start));
    for finding in &findings {
        let place = &finding.place;
        assert!(text.get(place.span.clone()).is_some_and(|covered| !covered.contains('\n')), "{finding}");
        // A key of the language may be called as something of Rust is.
        let all = format!("{finding} {}", finding.label).replace("`variants`", "");
        for jargon in ["struct", "sequence", "i64", "u8", "u16", "variant", "field `", "Entry", "serde", "mapping"] {
            assert!(!all.contains(jargon), "{all}");
        }
    }
    findings.iter().map(|finding| finding.to_string().replacen("v.yaml:", "", 1)).collect()
}

/// Findings behind a good head of 6 lines.
fn behind(text: &str) -> Vec<String> {
    findings(&format!("{HEAD}{text}"))
}

#[test]
fn a_good_catalog_reads() {
    let catalog = catalog(&format!("{HEAD}sections: []\n"));
    assert_eq!((catalog.vendor.as_str(), catalog.reviewed.as_str()), ("v", "2026-11-21"));
}

#[test]
fn everything_wrong_with_the_shape_comes_at_once() {
    let text = "\
sections:
  - titel: Größe
    codes:
      A:
        meanign: é
        colour: red
        retry: never
        status: { a: [1] }
      ü: [1]
      B: { meaning: x, meaning: y, also_in: C, fields: none }
    groups:
      - codes: {}
";
    assert_eq!(
        behind(text),
        [
            "8:5: unknown key `titel`; did you mean `title`?",
            "11:9: unknown key `meanign`; did you mean `meaning`?",
            "12:9: unknown key `colour`; the keys here are `name`, `status`, `item_status`, `operations`, `message`, `fields`, `sensitive`, `show`, `meaning`, `action`, `kind`, `topic`, `retry`, `because`, `effect`, `wait`, `stated`, `audience`, `note`, `defer`, `variants`, `detail_codes`, `deprecated`, `replaced_by`, `also_in`, `link`, `written_in`, `examples`",
            "14:22: `a` must be a status such as 404, or `none`, not a list; leave the brackets, or the `-`, out: write `a: 1`",
            "15:10: `ü` must be a map, not a list; leave the `-`s, or the brackets, out: write each entry as `key: value`",
            "16:24: the key `meaning` stands twice (first given here: v.yaml:16:12); remove one of them",
            "16:45: `also_in` must be a list, not the text `C`; put it in brackets: `[C]`",
            "16:56: `fields` must be a map, not the text `none`; write `key: value` in lines of their own below this",
            "18:9: this entry of `groups` has no `title`; add `title: ...`",
        ]
    );
}

#[test]
fn missing_keys_of_the_catalog_are_all_named() {
    assert_eq!(
        findings("vendor: [v]\nsource: x\n"),
        [
            "1:1: the catalog has no `title`; add `title: ...`",
            "1:1: the catalog has no `reviewed`; add `reviewed: ...`",
            "1:1: the catalog has no `code`; add `code: ...`",
            "1:1: the catalog has no `envelopes`; add `envelopes: ...`",
            "1:1: the catalog has no `sections`; add `sections: ...`",
            "1:9: `vendor` must be text, not a list; leave the brackets, or the `-`, out: write `vendor: v`",
            "2:1: unknown key `source`; did you mean `sources`?",
            "2:9: `source` must be a list, not the text `x`; put it in brackets: `[x]`",
        ]
    );
}

#[test]
fn numbers_are_checked_against_their_bounds() {
    let text = "\
sections: []
defaults:
  status: [99999999999999999999, 9999999999999999999]
  operations: 5
  sensitive: [1, [2]]
";
    let text = format!("{HEAD}{text}")
        .replace("code: text", "code: { digits: 300, success: [] }\nclasses: [{ range: [99999999999999999999, 1.5] }]");
    assert_eq!(
        findings(&text),
        [
            "5:17: `digits` must be a whole number from 0 to 255, not the number `300`; write a whole number from 0 to 255",
            "6:21: an entry of `range` must be a whole number, not the number `99999999999999999999`, which is too large; write a whole number",
            "6:43: an entry of `range` must be a whole number, not the number `1.5`; write a whole number",
            "10:12: an entry of `status` must be a whole number, not the number `99999999999999999999`, which is too large; write a whole number",
            "10:34: an entry of `status` must be a whole number, not the number `9999999999999999999`, which is too large; write a whole number",
            "11:15: `operations` must be text, not the number `5`; put it in quotes: `\"5\"`",
            "12:18: an entry of `sensitive` must be text, not a list; leave the brackets, or the `-`, out: write `\"2\"`",
        ]
    );
}

#[test]
fn words_for_true_and_missing_values_get_help() {
    let text = "\
sections: []
code:
transport:
  503: { name: A, meaning: m, action: a, kind: k, topic: t, retry: never, audience: ~ }
item_fields: { a: { type: string, required: yes } }
";
    let text = format!("{}{text}", HEAD.replace("code: text\n", ""));
    assert_eq!(
        findings(&text),
        [
            "7:1: `code` must be `text`, `integer`, or a map, not nothing; write `code: text`",
            "10:45: `required` must be `true` or `false`, not the text `yes`; write `true`",
        ]
    );
}

#[test]
fn codes_keep_their_text_and_may_be_repeated() {
    let text = "sections: [{ title: t, codes: { 0x1F: { meaning: a }, 1.10: { meaning: b }, NO: { meaning: c }, NO: { meaning: d } } }]\n";
    let catalog = catalog(&format!("{HEAD}{text}"));
    let codes: Vec<&str> = catalog.sections[0].codes.as_ref().unwrap().keys().collect();
    assert_eq!(codes, ["0x1F", "1.10", "NO", "NO"]);
    // Also where something else is wrong, so that the tree is read.
    assert_eq!(behind(&format!("{text}titles: x\n")), ["8:1: unknown key `titles`; did you mean `title`?"]);
}

#[test]
fn files_without_a_catalog_say_so() {
    for text in ["", "\n\n", "# only\n# comments\n", "---\n", "---\n...\n"] {
        let found = findings(text);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("the file holds no catalog; a catalog begins with `vendor:`"), "{found:?}");
    }
    for (text, found) in [("just words\n", "the text `just words`"), ("- a\n- b\n", "a list"), ("~", "`~`")] {
        let help = "a catalog begins with `vendor:`; `catalogs/README.md` explains the rest";
        assert_eq!(findings(text), [format!("1:1: the catalog must be a map, not {found}; {help}")]);
    }
}

#[test]
fn carriage_returns_do_not_move_places() {
    let text = format!("{HEAD}sections:\n  - title: é\n    kodes: {{}}\n").replace('\n', "\r\n");
    assert_eq!(findings(&text), ["9:5: unknown key `kodes`; did you mean `codes`?"]);
}

#[test]
fn syntax_errors_have_places_and_help() {
    let cases = [
        ("sections:\n\t- title: x\n", "8:2: a tab cannot indent; indent with spaces"),
        (
            "sections: [{ title: é: x }]\n",
            "7:22: `,` or `}` is missing before this; put text with `: ` or `,` in it in quotes, or close the bracket before this",
        ),
        ("дата: a: b\n", "7:8: text without quotes cannot hold `: `; put the whole text in quotes: `дата: \"...\"`"),
        ("sections: [}\n", "7:12: a value is missing before this"),
        ("sections: \"é\n", "7:11: the quotes that begin here are never closed"),
        ("sections: @x\n", "7:11: text without quotes cannot begin with this; put it in quotes"),
        (
            "sections:\n    - title: a\n   codes: {}\n",
            "9:4: this does not fit what stands above it; the keys of one map, and the `-`s of one list, begin in the same column",
        ),
        (
            "sections:\n  - title: a\n   codes: {}\n",
            "9:4: this does not fit what stands above it; the keys of one map, and the `-`s of one list, begin in the same column",
        ),
        (
            "sections: []\u{7}\n",
            "7:13: the control character U+0007 stands here; remove it; within double quotes an escape such as `\\x07` can stand for it",
        ),
        (
            "sections: 'it's'\n",
            "7:15: the quotes end before this; put the whole text in one pair of quotes, in which a quote is written `''` if they are single and `\\\"` if they are double; entries in brackets stand apart by `,`",
        ),
        (
            "sections\ntitle: x\n",
            "7:1: `sections` has no `:`; write `key: value`; text that goes on in a second line is indented further than its key",
        ),
        (
            "sections: [a, b\ntitle: x\n",
            "7:11: the `[` that stands here is not closed (this does not fit within it: v.yaml:8:6); write `]` behind the last entry; text that begins with `[` stands in quotes",
        ),
        (
            "sections: \"é\\\\q\\q\"\n",
            "7:16: `\\` with what follows it means nothing within double quotes; write `\\\\`, or use single quotes",
        ),
        ("sections: []\n}\n", "8:1: this bracket closes nothing"),
        (
            "defaults:\n  status: {\n a: 1 }\nsection: []\n",
            "9:2: this line must be indented further than the key above it; indent what stands within brackets",
        ),
        ("sections: - a\n", "7:11: a list cannot begin here; begin it in a line of its own"),
        ("sections: >0\n  a\n", "7:11: behind `|` or `>` no `0` can stand; take it out"),
        ("sections: é b\n\ttitle: x\n", "8:1: a tab cannot indent; indent with spaces"),
        (
            "sections: \"é\ntitle: x\n",
            "7:11: the quotes that begin here are not closed before a line that is not indented; close the quotes, or indent the lines in which the text goes on",
        ),
        (
            "sections: \"\\xZZ\"\n",
            "7:11: `\\x`, `\\u` or `\\U` stands within these quotes without its 2, 4 or 8 hexadecimal digits; write `\\\\` for a backslash, or use single quotes",
        ),
        ("sections: *é b\n", "7:11: text without quotes cannot begin with `*`; put it in quotes"),
        ("sections: & b\n", "7:11: text without quotes cannot begin with `&` or `*`; put it in quotes"),
        ("sections: !é b\n", "7:11: text without quotes cannot begin with `!`; put it in quotes"),
        ("sections: [-]\n", "7:12: text without quotes cannot begin with this; put it in quotes"),
        ("sections: [{ title: |é }]\n", "7:21: text without quotes cannot begin with `|` or `>`; put it in quotes"),
        ("sections: ? a\n", "7:11: text without quotes cannot begin with `? `; put it in quotes"),
        ("sections: []\n... a\n", "8:5: behind `...` nothing can stand; remove the line"),
        ("sections: >x\n  a\n", "7:11: behind `|` or `>` only a comment may stand; begin the text in the next line"),
    ];
    for (text, expected) in cases {
        assert_eq!(behind(text), [expected.replacen(": ", ": this is not YAML: ", 1)], "{text:?}");
    }
    assert_eq!(
        behind("sections: []\n---\na: b\n"),
        ["8:1: a catalog is one YAML document, and a second one begins here; remove `---`"]
    );
}

#[test]
fn brackets_may_close_in_the_column_of_their_key() {
    let text = "sections: [\n  { title: a, codes: {} },\n]\n";
    catalog(&format!("{HEAD}{text}"));
    assert_eq!(behind(&format!("{text}exmples: []\n")), ["10:1: unknown key `exmples`; did you mean `examples`?"]);
}

#[test]
fn every_control_character_is_a_finding_at_its_place() {
    let help = "remove it; within double quotes an escape such as `\\x07` can stand for it";
    assert_eq!(
        findings(&format!("{HEAD}sections: []\n").replace("https://example.com", "é\u{7}, \"b\u{9b}\", '\u{ffff}'")),
        [("3:12", "0007"), ("3:17", "009B"), ("3:22", "FFFF")]
            .map(|(at, code)| format!("{at}: this is not YAML: the control character U+{code} stands here; {help}"))
    );
}

#[test]
fn odd_line_breaks_are_findings() {
    let text = "sections: []\ntitle: \"a\u{2028}é\u{85}b\"\n";
    let text = format!("{}{text}", HEAD.replace("title: T\n", ""));
    assert_eq!(
        findings(&text),
        [
            "7:10: the invisible character U+2028 stands here; remove it",
            "7:12: the invisible character U+0085 stands here; remove it",
        ]
    );
}

#[test]
fn shared_values_are_refused_even_where_the_fast_path_would_take_them() {
    let shared = "sections: [{ title: &t a, codes: { A: { meaning: *t }, B: { <<: *t } } }]\n";
    assert_eq!(
        behind(shared),
        [
            "7:21: a catalog has no anchors; write what several codes share under `defaults`; text that begins with `&` stands in quotes",
            "7:50: a catalog has no aliases; write what several codes share under `defaults`; text that begins with `*` stands in quotes",
            "7:61: a catalog has no merge keys; write what several codes share under `defaults`",
        ]
    );
    let tagged = "sections: [{ title: !t a, codes: { A: { meanin: b } } }]\n";
    assert_eq!(behind(tagged).len(), 2);
    for fine in ["a & b", "x *y*", "\"&x *y !z <<\"", "'@.* [*] $.a[*]'", "a!b"] {
        let text = format!("{HEAD}sections: [{{ title: {fine}, codes: {{}} }}]\n");
        catalog(&text);
    }
}

#[test]
fn hostile_files_end_soon() {
    for text in
        ["[".repeat(10_000), "{a: ".repeat(10_000), "- ".repeat(10_000), "[".repeat(1 << 16), "? ".repeat(1 << 16)]
    {
        let found = findings(&text);
        assert!(found[0].ends_with("more than 32 deep; close the brackets that are left open"), "{found:?}");
    }
    let levels = (1..30).map(|level| format!("a{level}: &a{level} [*a{0}, *a{0}]\n", level - 1));
    let bomb: String = std::iter::once("a0: &a0 [x, x]\n".to_owned()).chain(levels).collect();
    assert!(findings(&bomb).len() >= 89);
}

#[test]
fn there_is_an_end_to_findings() {
    let found = behind(&format!("sections: []\ndefaults: {{ sensitive: [{}] }}\n", "[], ".repeat(2_000)));
    assert_eq!(found.len(), 1_001);
    assert_eq!(found[1_000], " there is more that is wrong with this file; correct what is listed first");
}

#[test]
fn a_key_that_was_replaced_is_told_what_to_write_now() {
    let found = findings(&format!("{HEAD}sections: []\nsuccess_without_body: [204]\n"));
    assert_eq!(
        found,
        [
            "8:1: the key `success_without_body` has been replaced; leave it out: an empty body is a success with 204, 205 \
             and 304; write `successes: any` where it is one with every 2xx"
        ]
    );
}
