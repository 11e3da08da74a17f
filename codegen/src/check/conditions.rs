//! Checks conditions: `when`, `success` and `if`.

use super::context::{Context, Once};
use super::paths::{self, Base};
use super::vocabulary;
use crate::model::{AllOf, Condition, Requirement, ValueTest};
use crate::schema::{ConditionSpec, Spanned, TestSpec};

/// The tests without an operand.
#[derive(Clone, Copy)]
struct Plain(fn() -> ValueTest);

const TESTS: &[(&str, Plain)] = &[
    ("present", Plain(|| ValueTest::Present)),
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
        let mut all_of = Vec::new();
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
            let path = paths::read_from(context, key, path, base, base == Base::Root);
            let test = match &test.value {
                TestSpec::Word(word) => {
                    vocabulary::choose(context, "test", word, test.span, TESTS).map(|Plain(test)| test())
                }
                TestSpec::Equals(spec) => Some(ValueTest::Equals(spec.equals.clone())),
            };
            if let (Some((from, path)), Some(test), true) = (path, test, new) {
                all_of.push(Requirement { path, of_item: from == Base::Item, test });
            }
        }
        any_of.push(AllOf { all_of });
    }
    Condition { any_of }
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
        let success = "success: [{ a: present, b: { equals: 'no' } }, { '$.c[*].d': scalar }]";
        let vendor = model(&[("success: { data: object }", success)]);
        let condition = vendor.envelopes[0].success.clone().unwrap();
        let tests: Vec<Vec<ValueTest>> = condition
            .any_of
            .into_iter()
            .map(|all| all.all_of.into_iter().map(|requirement| requirement.test).collect())
            .collect();
        assert_eq!(tests, [vec![ValueTest::Present, ValueTest::Equals("no".to_owned())], vec![ValueTest::Scalar]]);
    }

    #[test]
    fn wrong_tests_are_reported() {
        told("{ data: objekt }", &["unknown test `objekt`"]);
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
