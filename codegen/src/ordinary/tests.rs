//! What is ordinary, and what is looked at more closely.

use super::{Ordinary, may_be_huge};
use crate::tree::{MAX_DEPTH, MAX_NODES};

fn is_ordinary(text: &str) -> bool {
    Ordinary::new(text).is_some()
}

#[test]
fn the_usual_text_of_catalogs_is_ordinary() {
    for text in [
        "a: b # c\r\nd:\r\n  - e: 'f''s' # g\r\n    \"h\\n\": https://i.j/k#l\r\n",
        "a: { b: [c, \"}\", d's, 'e'], f-g: -1, h: https://i } # }\n",
        "- - a: |\n      {\n     *b\n    c: >-\n",
        "a: |\n  & [ \"\n  b\nc: don't [ {",
        "a: It isn't { so much & so little < more }\n",
        "\n# & [\n  # '\n",
        "a:\n  - b: \"c\n      & [d\\\".\n     e\" # f\n  - \"g\r\n    h\"\n",
    ] {
        assert!(is_ordinary(text), "{text:?}");
    }
}

#[test]
fn what_readers_may_take_for_something_else_is_not_ordinary() {
    for text in [
        "a: &b c",
        "a: *b",
        "a: !b c",
        "<<: a",
        "[<<: a]",
        "? a",
        "%YAML 1.1",
        "- |\n  \n # text\n",
        "---\na: b",
        "a: b\n...\n",
        "a: @b",
        "a:\tb",
        "a\rb",
        "a: \u{85}",
        "é: \u{2028}",
        "é: \u{feff}",
        "a: [b,\nc]",
        "a: [b, c",
        "a: \"b\nc\"",
        "a: \"b\n\n c\"",
        "a: \"b \n c\"",
        "a: \"\n b\"",
        "a: \"b\\\"\n c\"",
        "a: \"b\\\n c\"",
        "a: \"b\n c",
        "a: \"b\n c\" d",
        "- \"b\n  c\": d",
        "\"b\n c\"",
        "a: [\"b\n c\"]",
        "a: 'b\n c'",
        "a: 'b'#c",
        "a: [b]#c",
        "a: [b -]",
        "a: [-]",
        "a: [|]",
        "a: [b:]",
        "a: \"\\x41\"",
        "a: |2",
        "|\n a",
        "a: [\"]\", b\nc]",
        "{a-'b, {c, d-'e: f}",
        "a: b: c",
    ] {
        assert!(!is_ordinary(text), "{text:?}");
    }
}

#[test]
fn what_would_take_long_or_is_huge_is_not_ordinary() {
    let nested = |deep| format!("{}a{}", "[".repeat(deep), "]".repeat(deep));
    assert!(is_ordinary(&nested(MAX_DEPTH)));
    assert!(!is_ordinary(&nested(MAX_DEPTH + 1)));
    assert!(may_be_huge(&"a,".repeat(MAX_NODES / 2)));
    assert!(!may_be_huge(&"abcd,".repeat(MAX_NODES / 4)));
}

#[test]
fn what_may_stand_without_quotes_is_known() {
    let text =
        "1: -2 # 3\n- 4:\n  - 5\n  -   - { 6 : 7, 08: [ 9, 1:30 ], 10: .5, 11 }\n\"12\": '13'\nc: d 14\n15\n16 # 17\n";
    let ordinary = Ordinary::new(text).unwrap();
    for key in ["1", "4", "6", "08", "10", "11", "no", "", "2 3"] {
        assert!(ordinary.may_have_plain_key(key), "{key:?}");
    }
    for value in ["-2", "5", "7", "9", "1:30", ".5", "15", "16", "no", "", "2 3"] {
        assert!(ordinary.may_have_plain_value(value), "{value:?}");
    }
    for neither in ["12", "13", "3", "14", "17", "0", "~"] {
        assert!(!ordinary.may_have_plain_key(neither) && !ordinary.may_have_plain_value(neither), "{neither:?}");
    }
    assert!(["5", "7", "9", ".5"].into_iter().all(|value| !ordinary.may_have_plain_key(value)));
    assert!(["1", "4", "6", "08", "10", "11"].into_iter().all(|key| !ordinary.may_have_plain_value(key)));
}
