//! What bounds a tree, and what a catalog may not have.

use crate::source::Source;
use crate::tree::Tree;

/// The findings of a text as `line:column: message`, and whether it was read to its end.
fn read(text: &str) -> (Vec<String>, bool) {
    let source = Source { file: "a".into(), name: "a".to_owned(), text: text.to_owned() };
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
    let source = Source { file: "a".into(), name: "a".to_owned(), text: text.to_owned() };
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
    let source = Source { file: "a".into(), name: "a".to_owned(), text };
    assert!(Tree::bounded(&source, 1_001).complete);
    let tree = Tree::bounded(&source, 1_000);
    assert!(!tree.complete);
    assert_eq!(
        tree.findings[0].to_string(),
        "a:1:2002: the file has more than 2,000,000 keys and values; split it into several catalogs"
    );
}
