use crate::check::sample::{expect, expect_form as form, model};
use crate::model::ClassBy;

fn ranges(ranges: &str, wanted: &[&str]) {
    let all = "- { name: all, range: [0, 99], meaning: M. }";
    form(&format!("integer\nclasses:\n  {all}\n  {ranges}"), wanted);
}

#[test]
fn ranges_nest_or_stay_apart() {
    ranges("- { name: inner, range: [0, 9], meaning: M. }\n  - { name: next, range: [10, 10], meaning: M. }", &[]);
    ranges("- { name: one, range: [0, 9], meaning: M. }\n  - { name: two, range: [10, 19], meaning: M. }", &[]);
    let touching = "- { name: one, range: [0, 10], meaning: M. }\n  - { name: two, range: [10, 19], meaning: M. }";
    ranges(touching, &["range `two` overlaps `one` without lying inside it"]);
    let overlap = &["range `r` overlaps `all` without lying inside it"];
    ranges("- { name: r, range: [99, 100], meaning: M. }", overlap);
    ranges("- { name: r, range: [0, 99], meaning: M. }", overlap);
    ranges("- { name: r, range: [9, 8], meaning: M. }", &["range `r` ends before it begins"]);
    ranges("- { name: r, range: [9], meaning: M. }", &["`range` does not name two codes"]);
    ranges(
        "- { name: All, range: [5, 8], meaning: '' }",
        &["class `All` has the Rust name `All` of `all` too", "`meaning` is empty"],
    );
    ranges("- { name: r, range: [5, 8], meaning: M., kind: unavaliable }", &["unknown kind `unavaliable`"]);
    ranges("- { range: [5, 8] }", &["a class has no `name`", "a class has no `meaning`"]);
    ranges("- { name: r, range: [5, 8], meaning: M., values: {} }", &["class `r` has `values`"]);
}

fn digits(class: &str, wanted: &[&str]) {
    let first = "- { name: first, digits: 1, meaning: M., values: { '1': { name: one, meaning: M. } } }";
    form(&format!("{{ digits: 2 }}\nclasses:\n  {first}\n  {class}"), wanted);
}

#[test]
fn digits_lie_within_the_code() {
    for positions in ["0-1", "2-1", "2-3", "3", "two", "'1-'"] {
        let class =
            format!("- {{ name: g, digits: {positions}, meaning: M., values: {{ '7': {{ name: a, meaning: M. }} }} }}");
        let positions = positions.trim_matches('\'');
        digits(&class, &[&format!("`{positions}` are no digits of a code")]);
    }
    digits("- { name: whole, digits: 1-2, meaning: M., values: {} }", &[]);
    digits("- { name: whole, digits: 1-2, meaning: M. }", &["a class has no `values`"]);
    digits(
        "- { name: a1, digits: 1-2, meaning: M., values: {} }\n  - { name: a_1, digits: 1-2, meaning: M., values: {} }",
        &["class `a_1` has the Rust name `A1` of `a1` too"],
    );
}

#[test]
fn values_have_the_width_of_their_class() {
    let value = |values: &str, wanted: &[&str]| {
        digits(&format!("- {{ name: g, digits: 1-2, meaning: M., values: {{ {values} }} }}"), wanted);
    };
    value("'07': { name: a, meaning: M. }, '08': { name: b, meaning: M. }", &[]);
    value("'7': { name: a, meaning: M. }", &["value `7` does not fit class `g`"]);
    value("'x7': { name: a, meaning: M. }", &["value `x7` does not fit class `g`"]);
    value("'07': { meaning: M. }", &["value `07` has no `name`"]);
    value(
        "'07': { name: a, meaning: M. }, '08': { name: A, meaning: M. }",
        &["value `A` has the Rust name `A` of `a` too"],
    );
    value(
        "'07': { name: a, meaning: M., success: true, kind: internal }",
        &["value `07` means success, but its kind is `internal`"],
    );
}

#[test]
fn a_class_looks_at_one_thing_that_codes_have() {
    let text = |class: &str, wanted: &[&str]| {
        expect(&[("code: text", &format!("code: text\nclasses:\n  - {class}"))], wanted);
    };
    text("{ prefix: ORD, kind: not_found }", &[]);
    text("{ at: type, values: { card_error: { kind: internal, audience: customer } } }", &[]);
    text("{ at: [type, '@name'], outranks: code, values: { a: {} } }", &[]);
    text("{ name: a }", &["a class does not say what it looks at"]);
    text("{ prefix: A, at: type }", &["a class has both `prefix` and `at`"]);
    text("{ prefix: '' }", &["`prefix` is empty"]);
    text("{ prefix: A }\n  - { prefix: A }", &["duplicate prefix `A`"]);
    text("{ at: type, values: { a: {} }, kind: internal }", &["`kind` belongs to the values of the class"]);
    text("{ at: 'type[*]', values: { a: {} } }", &["path `type[*]` leads to several places"]);
    text("{ at: type, outranks: status, values: { a: {} } }", &["unknown thing to outrank `status`"]);
    text("{ at: type }", &["a class has no `values`"]);
    text("{ name: r, range: [1, 2], meaning: M. }", &["`range` belongs to codes that are integers"]);
    text("{ name: g, digits: 1, meaning: M., values: {} }", &["`digits` belongs to codes of `digits`"]);
    form("integer\nclasses:\n  - { prefix: A }", &["`prefix` belongs to codes that are text"]);
    form("integers\nclasses:\n  - { prefix: A }", &["unknown form of code `integers`"]);
}

#[test]
fn what_looks_at_the_code_comes_first() {
    let classes = "code: text\nclasses:\n  - { at: type, values: { a: {} } }\n  - { prefix: B }\n  - { prefix: A }";
    let classes = model(&[("code: text", classes)]).classes;
    assert!(matches!(&classes[2].by, ClassBy::Member(paths) if paths.len() == 1));
    assert_eq!((classes[0].name.as_str(), classes[1].name.as_str(), classes[2].name.as_str()), ("B", "A", "type"));
}
