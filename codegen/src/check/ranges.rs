//! Named ranges of integer codes.

use super::context::Context;
use super::names::{self, Names};
use super::vocabulary;
use crate::model::IntegerRange;
use crate::schema::{Advises as _, RangeSpec};
use crate::words::shown;

/// Reads `ranges`.
pub(crate) fn check(context: &mut Context<'_>, specs: &[RangeSpec]) -> Vec<IntegerRange> {
    let mut names = Names::variants("range", names::ONE_OF_THEM);
    let mut sound: Vec<&RangeSpec> = Vec::new();
    let mut ranges = Vec::new();
    for spec in specs {
        let ident = names.derive(context, &spec.name, spec.name.span);
        context.filled("`meaning`", &spec.meaning);
        if spec.from > spec.to.value {
            let message = format!("range {} ends before it begins", shown(&spec.name));
            context.report(spec.to.span, message, format!("less than {}", spec.from), "exchange `from` and `to`");
        } else {
            for other in &sound {
                overlap(context, spec, other);
            }
            sound.push(spec);
        }
        let (kind, audience) = (spec.kind.as_ref(), spec.audience.as_ref());
        let advised = vocabulary::advised(context, kind, &spec.retry_keys(), audience);
        let (name, meaning) = (spec.name.value.clone(), spec.meaning.value.clone());
        ranges.push(IntegerRange { name, ident, from: spec.from, to: spec.to.value, meaning, advised });
    }
    ranges
}

/// Reports ranges that share codes although neither is the narrower one.
fn overlap(context: &mut Context<'_>, range: &RangeSpec, other: &RangeSpec) {
    let apart = range.to.value < other.from || other.to.value < range.from;
    let same = (range.from, range.to.value) == (other.from, other.to.value);
    let inside = |inner: &RangeSpec, outer: &RangeSpec| outer.from <= inner.from && inner.to.value <= outer.to.value;
    if apart || !same && (inside(range, other) || inside(other, range)) {
        return;
    }
    let message = format!("range {} overlaps {} without lying inside it", shown(&range.name), shown(&other.name));
    let label = |range: &RangeSpec| format!("{} to {}", range.from, range.to.value);
    let related = (other.name.span, label(other));
    let help = "make them disjoint, or one part of the other";
    context.report_with(range.name.span, message, label(range), help, related);
}

#[cfg(test)]
mod tests {
    use super::super::sample::expect_form as form;

    fn ranges(ranges: &str, wanted: &[&str]) {
        form(
            &format!("{{ form: integer, ranges: [{{ name: all, from: 0, to: 99, meaning: M. }}, {ranges}] }}"),
            wanted,
        );
    }

    #[test]
    fn ranges_nest_or_stay_apart() {
        ranges("{ name: inner, from: 0, to: 9, meaning: M. }, { name: next, from: 10, to: 10, meaning: M. }", &[]);
        ranges("{ name: r, from: 99, to: 100, meaning: M. }", &["range `r` overlaps `all` without lying inside it"]);
        ranges("{ name: r, from: 0, to: 99, meaning: M. }", &["range `r` overlaps `all` without lying inside it"]);
        ranges("{ name: r, from: 9, to: 8, meaning: M. }", &["range `r` ends before it begins"]);
        ranges(
            "{ name: All, from: 5, to: 8, meaning: '' }",
            &["range `All` has the Rust name `All` of `all` too", "`meaning` is empty"],
        );
        ranges("{ name: r, from: 5, to: 8, meaning: M., kind: unavaliable }", &["unknown kind `unavaliable`"]);
    }
}
