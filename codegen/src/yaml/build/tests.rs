//! What bounds a tree, and what a catalog may not have.

use crate::source::Source;
use crate::yaml::Tree;

/// The findings of a text as `line:column: message`, and whether it was read to its end.
fn read(text: &str) -> (Vec<String>, bool) {
    let source = Source { file: "a".into(), ..Source::new("a", text) };
    let tree = Tree::new(&source);
    (tree.findings.iter().map(|finding| format!("{}: {}", finding.place, finding.message)).collect(), tree.complete)
}

#[test]
fn nesting_is_bounded_whatever_it_is_made_of() {
    let too_deep = "lists and maps stand in each other more than 32 deep";
    for (deep, column) in
        [("[".repeat(10_000), 33), ("{a: ".repeat(10_000), 129), ("- ".repeat(10_000), 65), ("? ".repeat(10_000), 65)]
    {
        let (findings, complete) = read(&deep);
        assert!(!complete);
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].ends_with(too_deep), "{findings:?}");
        // The scanner's own limit lies deeper, and is met first when it looks ahead.
        let at: usize = findings[0].split(':').nth(2).unwrap().parse().unwrap();
        assert!(at >= column, "{findings:?}");
    }
    assert_eq!(read(&format!("{}x{}", "[".repeat(32), "]".repeat(32))), (vec![], true));
}

#[test]
fn aliases_are_never_followed() {
    let levels = (1..40).map(|level| format!("a{level}: &a{level} [*a{0}, *a{0}]\n", level - 1));
    let bomb: String = std::iter::once("a0: &a0 [x, x]\n".to_owned()).chain(levels).collect();
    let (findings, complete) = read(&bomb);
    assert!(!complete);
    assert_eq!(findings[0], "a:1:5: a catalog has no anchors");
    assert_eq!(findings[2], "a:2:10: a catalog has no aliases");
    assert_eq!(findings.len(), 101);
    assert_eq!(findings[100], "a:34:18: there is more like this below");
}

#[test]
fn merge_keys_tags_and_second_documents_are_findings() {
    let (findings, complete) = read("a: &x {b: c}\nd:\n  <<: *x\n  \"<<\": e\n  f: <<\ng: !h i\nj: !!str 1\n");
    assert!(complete);
    assert_eq!(
        findings,
        [
            "a:1:4: a catalog has no anchors",
            "a:3:3: a catalog has no merge keys",
            "a:6:4: a catalog has no tags",
            "a:7:4: a catalog has no tags"
        ]
    );
    let text = "a: &é [b]\nc: !d e\n";
    let source = Source { file: "a".into(), ..Source::new("a", text) };
    let spans: Vec<&str> =
        Tree::new(&source).findings.iter().map(|finding| &text[finding.place.span.clone()]).collect();
    assert_eq!(spans, ["&é", "!d"]);
    let (findings, complete) = read("a: b\n---\nc: d\n");
    assert_eq!(findings, ["a:2:1: a catalog is one YAML document, and a second one begins here"]);
    assert!(!complete);
}

#[test]
fn an_enormous_file_is_refused() {
    let text = format!("[{}]", "a,".repeat(1_000));
    let source = Source { file: "a".into(), ..Source::new("a", &text) };
    assert!(Tree::bounded(&source, 1_001).complete);
    let tree = Tree::bounded(&source, 1_000);
    assert!(!tree.complete);
    assert_eq!(
        tree.findings[0].to_string(),
        "a:1:2002: the file has more than 2,000,000 keys and values; split it into several catalogs"
    );
}

#[test]
fn what_other_readers_take_for_something_else_is_refused() {
    let key = "a key is missing here";
    let space = "this is not YAML: a space is missing behind `:`";
    let entry = "this is not YAML: the key before this does not end in `: ` on its own line";
    let first = "this is not YAML: text without quotes cannot begin with `?` or `:`";
    let tab = "this is not YAML: a tab cannot indent";
    let mark = "the invisible character U+FEFF stands here";
    for (text, column, message) in [
        (": a\n", 1, key),
        ("{a: b, : c}\n", 8, key),
        ("{a:}\n", 3, entry),
        ("{a:[b]}\n", 3, space),
        ("[a:?]\n", 2, entry),
        ("{a\n : b}\n", 4, entry),
        ("{a\n b: c}\n", 5, entry),
        ("{:a}\n", 2, first),
        ("a:\n- b\n-\tc\n", 2, tab),
        ("...\na: b\n", 1, "a line that begins with `...` or `%` stands before this"),
        ("a: b\n\t# c\n", 1, tab),
        ("a: \"b\u{feff}c\"\n", 6, mark),
    ] {
        let (findings, _) = read(text);
        assert!(
            findings.iter().any(|finding| finding.ends_with(&format!(":{column}: {message}"))),
            "{text:?}: {findings:?}"
        );
    }
    for fine in ["{a: , \"b\":[c], d : e }\n", "a: b:?c\nd: e\t# f\ng: |\n  \th\ni: 'j\n  \tk'\n"] {
        assert_eq!(read(fine), (vec![], true));
    }
}
