//! Tests of the HTTP status: `http: error`, or `http: [404, 410]`.

use super::context::Context;
use super::statuses;
use crate::model::{AllOf, Condition, Statuses};
use crate::schema::{Spanned, TestSpec};
use crate::words::shown;
use crate::yaml::Span;

/// The key that tests the HTTP status, and no member.
pub(super) const KEY: &str = "http";

/// Reads the test.
pub(super) fn check(context: &mut Context<'_>, test: &Spanned<TestSpec>) -> Option<Statuses> {
    match &test.value {
        TestSpec::Word(name) => word(context, test.span, name),
        TestSpec::Number(status) => one_of(context, test.span, &[Spanned { value: *status, span: test.span }]),
        TestSpec::List(statuses) => one_of(context, test.span, statuses),
        TestSpec::Equals(_) => {
            let help =
                "write `http: error` or `http: [404, 410]`; a member of this name is `$.http`, in an item `@.http`";
            context.report(test.span, "`http` is the HTTP status", "not a status", help);
            None
        }
    }
}

/// Reads the test beside `if`, which all of its alternatives need.
pub(super) fn beside(
    context: &mut Context<'_>,
    condition: Option<Condition>,
    test: Option<&Spanned<TestSpec>>,
) -> Option<Condition> {
    let Some(test) = test else { return condition };
    let statuses = check(context, test);
    let mut condition = condition.unwrap_or_else(|| Condition { any_of: vec![AllOf::default()] });
    for all in &mut condition.any_of {
        all.http.extend(statuses.clone());
    }
    Some(condition)
}

fn word(context: &mut Context<'_>, span: Span, text: &str) -> Option<Statuses> {
    if text == "error" {
        return Some(Statuses::Error);
    }
    let help = "write `http: error` or `http: [404, 410]`; a member of this name is `$.http`, in an item `@.http`";
    context.report(span, format!("`http` is {}", shown(text)), "neither `error` nor HTTP statuses", help);
    None
}

fn one_of(context: &mut Context<'_>, span: Span, all: &[Spanned<i64>]) -> Option<Statuses> {
    if all.is_empty() {
        context.report(span, "`http` is an empty list", "no status", "name statuses, or take the key out");
    }
    let mut known: Vec<u16> =
        all.iter().filter_map(|status| statuses::http(context, status.span, status.value)).collect();
    known.sort_unstable();
    known.dedup();
    (!known.is_empty()).then_some(Statuses::OneOf(known))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};
    use crate::model::Statuses;

    const CODE: &str = "        code: code\n";

    #[test]
    fn a_status_is_tested_beside_members_and_alternatives() {
        let place = "        if: [{ code: string, http: [500, 404, 500] }, { message: string }]\n        http: error\n";
        let when = model(&[(CODE, &format!("{place}{CODE}"))]).envelopes[0].items[0].when.clone().unwrap();
        let http: Vec<_> = when.any_of.iter().map(|all| all.http.clone()).collect();
        assert_eq!(http, [vec![Statuses::OneOf(vec![404, 500]), Statuses::Error], vec![Statuses::Error]]);
        assert!(when.any_of.iter().all(|all| all.all_of.len() == 1));
        expect(&[("at: $.errors[*]", "at: $\n        http: error")], &[]);
        expect(&[("success: { data: object }", "success: { http: 204 }")], &[]);
        expect(&[("success: { data: object }", "success: { $.http: object }")], &[]);
    }

    #[test]
    fn what_is_no_status_is_reported() {
        let told = |http: &str, wanted: &[&str]| expect(&[(CODE, &format!("        http: {http}\n{CODE}"))], wanted);
        told("errors", &["`http` is `errors`"]);
        told("{ equals: '404' }", &["`http` is the HTTP status"]);
        told("[]", &["`http` is an empty list"]);
        told("[404, 4040]", &["4040 is no HTTP status"]);
        expect(&[("success: { data: object }", "success: { http: object }")], &["`http` is `object`"]);
    }
}
