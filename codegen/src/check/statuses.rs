//! Checks HTTP statuses of codes.

use super::context::{Context, Once};
use super::operations;
use crate::model::{NoStatus, Operation, StatusRule};
use crate::schema::{OneOrMany, Spanned, StatusSpec, StatusValue, Table};
use crate::words::{listed, shown};
use crate::yaml::Span;

/// The documented statuses of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Statuses {
    /// No status, with the reason.
    Without(NoStatus),
    /// The same for every call.
    Same(Vec<u16>),
    /// For each of these calls, in the catalog's order.
    PerOperation(Vec<(usize, Option<u16>)>),
}

impl Statuses {
    /// The calls that a map names, ascending.
    pub(crate) fn operations(&self) -> Option<Vec<usize>> {
        let Self::PerOperation(entries) = self else { return None };
        let mut operations: Vec<usize> = entries.iter().map(|(operation, _)| *operation).collect();
        operations.sort_unstable();
        Some(operations)
    }

    /// Why there is none.
    pub(crate) fn without(&self) -> Option<NoStatus> {
        match self {
            Self::Without(why) => Some(*why),
            Self::Same(_) => None,
            Self::PerOperation(entries) => entries.iter().all(|(_, status)| status.is_none()).then_some(NoStatus::None),
        }
    }

    /// One rule per status, in the order of their first occurrences in the catalog.
    pub(crate) fn rules(&self) -> Vec<StatusRule> {
        let entries = match self {
            Self::Without(_) => return Vec::new(),
            Self::Same(statuses) => {
                return statuses.iter().map(|&http| StatusRule { http, operations: None }).collect();
            }
            Self::PerOperation(entries) => entries,
        };
        let mut rules: Vec<(u16, Vec<usize>)> = Vec::new();
        for &(operation, status) in entries {
            let Some(http) = status else { continue };
            match rules.iter_mut().find(|(other, _)| *other == http) {
                Some((_, operations)) => operations.push(operation),
                None => rules.push((http, vec![operation])),
            }
        }
        let rule = |(http, mut operations): (u16, Vec<usize>)| {
            operations.sort_unstable();
            StatusRule { http, operations: Some(operations) }
        };
        rules.into_iter().map(rule).collect()
    }
}

/// Checks that a number is an HTTP status; any other is reported.
pub(crate) fn http(context: &mut Context<'_>, span: Span, number: i64) -> Option<u16> {
    let status = u16::try_from(number).ok().filter(|status| (100..=599).contains(status));
    if status.is_none() {
        let message = format!("{number} is no HTTP status");
        context.report(span, message, "not from 100 to 599", "correct the number");
    }
    status
}

/// Checks `status`.
pub(crate) fn check(context: &mut Context<'_>, known: &[Operation], spec: &Spanned<StatusSpec>) -> Option<Statuses> {
    let span = spec.span;
    match &spec.value {
        StatusSpec::Word(word) => without(context, span, word, NoStatus::ALL).map(Statuses::Without),
        StatusSpec::One(number) => http(context, span, *number).map(|status| Statuses::Same(vec![status])),
        StatusSpec::Many(numbers) => {
            if numbers.is_empty() {
                empty(context, span);
            }
            Some(Statuses::Same(several(context, numbers)))
        }
        StatusSpec::PerOperation(table) => per_operation(context, known, span, table),
    }
}

/// Checks one status or a list of them, under this key.
pub(crate) fn one_or_several(context: &mut Context<'_>, key: &str, spec: &Spanned<OneOrMany<i64>>) -> Vec<u16> {
    if spec.values().is_empty() {
        let help = format!("write a status, such as `{key}: 404`, or take the key out");
        context.report(spec.span, format!("`{key}` is empty"), "no status", help);
    }
    several(context, spec.values())
}

/// Checks several statuses; duplicates are reported.
fn several(context: &mut Context<'_>, numbers: &[Spanned<i64>]) -> Vec<u16> {
    let mut once = Once::new("status");
    let mut statuses = Vec::new();
    for number in numbers {
        if once.add(context, &number.to_string(), number.span) {
            statuses.extend(http(context, number.span, number.value));
        }
    }
    statuses
}

fn per_operation(
    context: &mut Context<'_>,
    known: &[Operation],
    span: Span,
    table: &Table<StatusValue>,
) -> Option<Statuses> {
    let mut once = Once::new("operation");
    let mut entries = Vec::new();
    let mut sound = !table.0.is_empty();
    if !sound {
        empty(context, span);
    }
    for (key, value) in table {
        let status = match &value.value {
            StatusValue::Number(number) => http(context, value.span, *number),
            StatusValue::Word(word) => {
                without(context, value.span, word, &[NoStatus::None]);
                None
            }
        };
        let span = value.span.key();
        if once.add(context, key, span) {
            let operation = operations::find(context, known, key, span);
            sound &= operation.is_some();
            entries.extend(operation.map(|operation| (operation, status)));
        }
    }
    sound.then_some(Statuses::PerOperation(entries))
}

fn empty(context: &mut Context<'_>, span: Span) {
    let help = "write `none` where the code never has one, `any` where it is tied to none, `unknown` where the page does not say";
    context.report(span, "`status` is empty", "no status", help);
}

/// The reason with this word, which must be one of those that are allowed here.
fn without(context: &mut Context<'_>, span: Span, word: &str, known: &[NoStatus]) -> Option<NoStatus> {
    let found = known.iter().copied().find(|why| why.as_str() == word);
    if found.is_none() {
        let message = format!("unknown status {}", shown(word));
        let help = instead(word, known);
        context.report(span, message, "neither a number nor a word that may stand here", help);
    }
    found
}

/// The help for a word that is not allowed: what to write instead.
fn instead(word: &str, known: &[NoStatus]) -> String {
    let mut numbers = word.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 3);
    match (word.parse::<i64>(), numbers.next(), numbers.next()) {
        (Ok(_), ..) => "leave the quotes out".to_owned(),
        (Err(_), Some(_), Some(_)) => "write several in brackets: `[404, 410]`".to_owned(),
        (Err(_), Some(number), None) => format!("write the number alone: `{number}`"),
        (Err(_), None, _) => format!("write a number such as 404, or {}", listed(known.iter().map(|why| why.as_str()))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};
    use crate::model::{NoStatus, StatusRule};

    const KIND: &str = "kind: not_found";

    fn status(status: &str) -> String {
        format!("{KIND}\n        status: {status}")
    }

    fn rule(http: u16, operations: Option<&[usize]>) -> StatusRule {
        StatusRule { http, operations: operations.map(<[usize]>::to_vec) }
    }

    #[test]
    fn statuses_in_every_form() {
        let rules = |text: &str| model(&[(KIND, &status(text))]).codes[0].statuses.clone();
        assert_eq!(rules("409"), [rule(409, None)]);
        assert_eq!(rules("[504, 502]"), [rule(504, None), rule(502, None)]);
        assert_eq!(rules("none"), []);
        assert_eq!(rules("{ cancel: 200, create: 201 }"), [rule(200, Some(&[1])), rule(201, Some(&[0]))]);
        assert_eq!(rules("{ cancel: 200, create: 200 }"), [rule(200, Some(&[0, 1]))]);
        assert_eq!(rules("{ cancel: none, create: 599 }"), [rule(599, Some(&[0]))]);
    }

    #[test]
    fn a_code_without_a_status_says_why() {
        let why = |text: &str| model(&[(KIND, &status(text))]).codes[0].without_status;
        assert_eq!(why("none"), Some(NoStatus::None));
        assert_eq!(why("any"), Some(NoStatus::Any));
        assert_eq!(why("unknown"), Some(NoStatus::Unknown));
        assert_eq!(why("{ cancel: none }"), Some(NoStatus::None));
        assert_eq!(why("{ cancel: none, create: 201 }"), None);
        assert_eq!(why("409"), None);
        expect(&[(KIND, &status("{ cancel: any }"))], &["unknown status `any`"]);
    }

    #[test]
    fn a_map_names_the_calls_too() {
        let operations = |text: &str| model(&[(KIND, &status(text))]).codes[0].operations.clone();
        assert_eq!(operations("{ cancel: none, create: 201 }"), Some(vec![0, 1]));
        assert_eq!(operations("{ cancel: none }"), Some(vec![1]));
        let both = |list: &str| status(&format!("{{ cancel: 200, create: 201 }}\n        operations: {list}"));
        expect(&[(KIND, &both("all"))], &[]);
        expect(&[(KIND, &both("[cancel]"))], &["`operations` and the map under `status` name different calls"]);
    }

    #[test]
    fn a_nearer_map_outranks_farther_calls() {
        let near = [
            (KIND, status("{ cancel: 200 }")),
            ("defaults: { status: 404 }", "defaults: { operations: [create] }".to_owned()),
        ];
        let near: Vec<(&str, &str)> = near.iter().map(|(from, to)| (*from, to.as_str())).collect();
        assert_eq!(model(&near).codes[0].operations, Some(vec![1]));
        let far = "defaults: { status: { cancel: 200, create: 201 } }";
        let calls = "kind: not_found\n        operations: [create]";
        expect(
            &[("defaults: { status: 404 }", far), (KIND, calls)],
            &["`operations` and the map under `status` name different calls"],
        );
    }

    #[test]
    fn what_is_no_status_is_reported() {
        for number in ["99", "600", "-1", "0", "9223372036854775807"] {
            let told = format!("{number} is no HTTP status");
            expect(&[(KIND, &status(number))], &[&told]);
            expect(&[(KIND, &status(&format!("[404, {number}]")))], &[&told]);
            expect(&[(KIND, &status(&format!("{{ cancel: {number} }}")))], &[&told]);
        }
        let forms =
            "a status such as 404, a list of statuses, `none`, `any`, `unknown`, or a map from operation to status";
        let huge = "not the number `9223372036854775808`, which is too large";
        expect(&[(KIND, &status("9223372036854775808"))], &[&format!("`status` must be {forms}, {huge}")]);
        expect(
            &[(KIND, &status("{ cancel: 9223372036854775808 }"))],
            &[&format!("`cancel` must be a status such as 404, or `none`, {huge}")],
        );
        expect(&[(KIND, &status("[404, 404]"))], &["duplicate status `404`"]);
        expect(&[(KIND, &status("[]"))], &["`status` is empty"]);
        expect(&[(KIND, &status("{}"))], &["`status` is empty"]);
        expect(&[(KIND, &status("never"))], &["unknown status `never`"]);
        expect(&[(KIND, &status("{ cancle: nil }"))], &["unknown operation `cancle`", "unknown status `nil`"]);
    }

    #[test]
    fn an_error_can_have_a_status_of_its_own() {
        let place = ("        message: message\n", "        message: message\n        item_status: status\n");
        let of_items = |text: &str| {
            let said = format!("{KIND}\n        item_status: {text}");
            model(&[place, (KIND, &said)]).codes[0].item_statuses.clone()
        };
        assert_eq!(of_items("404"), [404]);
        assert_eq!(of_items("[402, 500]"), [402, 500]);
        let inherited = [place, ("defaults: { status: 404 }", "defaults: { status: 404, item_status: 400 }")];
        assert_eq!(model(&inherited).codes[0].item_statuses, [400]);
        expect(
            &[place, (KIND, &format!("{KIND}\n        item_status: [404, 404, 6]"))],
            &["duplicate status `404`", "6 is no HTTP status"],
        );
        expect(&[place, (KIND, &format!("{KIND}\n        item_status: []"))], &["`item_status` is empty"]);
        expect(&[(KIND, &format!("{KIND}\n        item_status: 404"))], &["no error has a status of its own"]);
    }
}
