//! Checks conditions: `when`, `success` and `if`.

use super::context::{Context, Once};
use super::paths::{self, Base};
use super::{status_test, vocabulary};
use crate::model::{AllOf, Condition, Requirement, ValueTest};
use crate::schema::{ConditionSpec, Spanned, TestSpec};
use crate::yaml::Span;

/// The tests without an operand.
#[derive(Clone, Copy)]
struct Plain(fn() -> ValueTest);

const TESTS: &[(&str, Plain)] = &[
    ("exists", Plain(|| ValueTest::Exists)),
    ("string", Plain(|| ValueTest::String)),
    ("number", Plain(|| ValueTest::Number)),
    ("boolean", Plain(|| ValueTest::Boolean)),
    ("object", Plain(|| ValueTest::Object)),
    ("list", Plain(|| ValueTest::List)),
    ("scalar", Plain(|| ValueTest::Scalar)),
];

/// Checks a condition. Its paths start at `base`, or at the root if they begin with `$.`; those of envelopes may lead
/// to several values.
pub(crate) fn check(context: &mut Context<'_>, spec: &Spanned<ConditionSpec>, base: Base) -> Condition {
    let mut any_of = Vec::new();
    if spec.values().is_empty() {
        context.report(
            spec.span,
            "a test is an empty list",
            "nothing is tested",
            "add a line such as `error: object`, or take the key out",
        );
    }
    for table in spec.values() {
        let mut once = Once::new("test of");
        let (mut all_of, mut http) = (Vec::new(), Vec::new());
        if table.0.is_empty() {
            context.report(
                table.span,
                "a test is an empty map",
                "nothing is tested",
                "add a line such as `error: object`, or take it out",
            );
        }
        for (path, test) in &table.value {
            let key = test.span.key();
            let new = once.add(context, path, key);
            if path == status_test::KEY {
                http.extend(status_test::check(context, test));
                continue;
            }
            let path = paths::read_from(context, key, path, base, base == Base::Root);
            let test = match &test.value {
                TestSpec::Word(word) => by_word(context, word, test.span),
                TestSpec::Equals(spec) => Some(ValueTest::Equals(spec.equals.clone())),
                TestSpec::Number(_) | TestSpec::List(_) => {
                    let help =
                        "write a test such as `exists` or `scalar`, or `{ equals: ... }`; statuses belong to `http`";
                    context.report(test.span, "the test of a member is a number or a list", "not a test", help);
                    None
                }
            };
            if let (Some((from, path)), Some(test), true) = (path, test, new) {
                all_of.push(Requirement { path, of_item: from == Base::Item, test });
            }
        }
        any_of.push(AllOf { all_of, http });
    }
    Condition { any_of }
}

/// The test with this word.
fn by_word(context: &mut Context<'_>, word: &str, span: Span) -> Option<ValueTest> {
    if word == "present" {
        let help = "write `exists`, which is true of null and of an empty list too, or a type such as `scalar`, `object` or `list`";
        context.report(span, "the test `present` has been replaced", "no longer a test", help);
        return None;
    }
    vocabulary::choose(context, "test", word, span, TESTS).map(|Plain(test)| test())
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};
    use crate::model::ValueTest;

    fn told(success: &str, wanted: &[&str]) {
        expect(&[("success: { data: object }", &format!("success: {success}"))], wanted);
    }

    #[test]
    fn maps_are_all_of_and_lists_any_of() {
        let success = "success: [{ a: exists, b: { equals: 'no' } }, { '$.c[*].d': scalar }]";
        let vendor = model(&[("success: { data: object }", success)]);
        let condition = vendor.envelopes[0].success.clone().unwrap();
        let tests: Vec<Vec<ValueTest>> = condition
            .any_of
            .into_iter()
            .map(|all| all.all_of.into_iter().map(|requirement| requirement.test).collect())
            .collect();
        assert_eq!(tests, [vec![ValueTest::Exists, ValueTest::Equals("no".to_owned())], vec![ValueTest::Scalar]]);
    }

    #[test]
    fn wrong_tests_are_reported() {
        told("{ data: objekt }", &["unknown test `objekt`"]);
        told("{ data: present }", &["the test `present` has been replaced"]);
        told("{ data: 5, rest: [1] }", &["the test of a member is a number or a list"; 2]);
        told("{ data.: object, '@.x': list }", &["malformed path `data.`", "malformed path `@.x`"]);
        told("{ data: object, data: list }", &["duplicate test of `data`"]);
        told("{}", &["a test is an empty map"]);
        told("[]", &["a test is an empty list"]);
        told("[{ data: object }, {}]", &["a test is an empty map"]);
    }

    #[test]
    fn a_test_of_an_item_looks_at_one_place() {
        expect(
            &[("        code: code", "        if: { '@.a': string, 'b[*]': string }\n        code: code")],
            &["path `b[*]` leads to several places"],
        );
    }
}
