//! What the positions of a code of digits say.

use super::context::{Context, Once};
use super::names::{self, Names};
use super::vocabulary;
use crate::model::{DigitGroup, DigitValue};
use crate::schema::{Advises as _, DigitGroupSpec};
use crate::words::shown;

/// Reads `structure`, of codes of so many digits.
pub(crate) fn check(context: &mut Context<'_>, specs: &[DigitGroupSpec], width: u8) -> Vec<DigitGroup> {
    let mut names = Names::types("group of digits");
    let mut groups = Vec::new();
    for spec in specs {
        let ident = if names::method(context, &spec.name) {
            names.derive(context, &spec.name, spec.name.span)
        } else {
            String::new()
        };
        context.filled("`meaning`", &spec.meaning);
        let from = spec.from.value;
        let fits = 1 <= from && from <= spec.to && spec.to <= width;
        if !fits {
            let message = format!("group {} is not within the {width} digits of a code", shown(&spec.name));
            let help = format!("positions count from 1 to {width}, `from` not behind `to`");
            context.report(spec.from.span, message, format!("{from} to {}", spec.to), help);
        }
        let len = if fits { spec.to - from + 1 } else { 0 };
        let values = values(context, spec, fits.then_some(len));
        let (name, meaning) = (spec.name.value.clone(), spec.meaning.value.clone());
        groups.push(DigitGroup { name, ident, start: from.saturating_sub(1), len, meaning, values });
    }
    groups
}

fn values(context: &mut Context<'_>, group: &DigitGroupSpec, len: Option<u8>) -> Vec<DigitValue> {
    let mut names = Names::variants("value", names::ONE_OF_THEM);
    let mut once = Once::new("value");
    let mut values = Vec::new();
    for (digits, spec) in &group.values {
        let key = spec.span.key();
        let new = once.add(context, digits, key);
        context.quoted_key(spec.span, "value", digits);
        let odd = !digits.chars().all(|c| c.is_ascii_digit());
        if odd || len.is_some_and(|len| digits.len() != usize::from(len)) {
            let message = format!("value {} does not fit group {}", shown(digits), shown(&group.name));
            let label = len.map_or("not only digits".to_owned(), |len| format!("not {len} digits"));
            context.report(key, message, label, "write as many digits as the group has positions");
        }
        let ident = if new { names.derive(context, &spec.name, spec.name.span) } else { String::new() };
        context.filled("`meaning`", &spec.meaning);
        let (kind, audience) = (spec.kind.as_ref(), spec.audience.as_ref());
        let advised = vocabulary::advised(context, kind, &spec.retry_keys(), audience);
        let success = spec.success.as_ref().map(|success| (success.value, success.span));
        if let Some(kind) = &spec.kind {
            vocabulary::kind_fits(context, kind.span, &format!("value {}", shown(digits)), advised.kind, success);
        }
        let (digits, name, meaning) = (digits.clone(), spec.name.value.clone(), spec.meaning.value.clone());
        values.push(DigitValue { digits, name, ident, meaning, success: success.map(|(success, _)| success), advised });
    }
    values
}

#[cfg(test)]
mod tests {
    use super::super::sample::expect_form as form;

    fn group(group: &str, wanted: &[&str]) {
        form(&format!("{{ digits: 2, structure: [{{ name: first, from: 1, to: 1, meaning: M. }}, {group}] }}"), wanted);
    }

    #[test]
    fn groups_lie_within_the_code() {
        for (from, to) in [(0, 1), (2, 1), (2, 3)] {
            let bad = format!(
                "{{ name: g, from: {from}, to: {to}, meaning: M., values: {{ '7': {{ name: a, meaning: M. }} }} }}"
            );
            group(&bad, &["group `g` is not within the 2 digits of a code"]);
        }
        group("{ name: whole, from: 1, to: 2, meaning: M. }", &[]);
        group(
            "{ name: a1, from: 1, to: 2, meaning: M. }, { name: a_1, from: 1, to: 2, meaning: M. }",
            &["group of digits `a_1` has the Rust name `A1` of `a1` too"],
        );
    }

    #[test]
    fn values_have_the_width_of_their_group() {
        let value = |values: &str, wanted: &[&str]| {
            group(&format!("{{ name: g, from: 1, to: 2, meaning: M., values: {{ {values} }} }}"), wanted);
        };
        value("'07': { name: a, meaning: M. }, '08': { name: b, meaning: M. }", &[]);
        value("'7': { name: a, meaning: M. }", &["value `7` does not fit group `g`"]);
        value("'x7': { name: a, meaning: M. }", &["value `x7` does not fit group `g`"]);
        value(
            "'07': { name: a, meaning: M. }, '08': { name: A, meaning: M. }",
            &["value `A` has the Rust name `A` of `a` too"],
        );
        value(
            "'07': { name: a, meaning: M., success: true, kind: internal }",
            &["value `07` means success, but its kind is `internal`"],
        );
    }
}
