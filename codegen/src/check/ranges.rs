//! Named ranges of integer codes.

use super::context::{At, Context, shown};
use super::names::{self, Names};
use super::vocabulary;
use crate::finding::Place;
use crate::model::IntegerRange;
use crate::schema::RangeSpec;

/// Reads `ranges`.
pub(crate) fn check(context: &mut Context<'_>, at: &At, specs: &[RangeSpec]) -> Vec<IntegerRange> {
    let mut names = Names::variants("range", names::ONE_OF_THEM);
    let mut sound: Vec<(Place, &RangeSpec)> = Vec::new();
    let mut ranges = Vec::new();
    for (index, spec) in specs.iter().enumerate() {
        let at = at.index(index);
        let place = context.value(&at.key("name"));
        let ident = names.derive(context, &spec.name, place.clone());
        context.filled(&at.key("meaning"), "`meaning`", &spec.meaning);
        if spec.from > spec.to {
            let place = context.value(&at.key("to"));
            let message = format!("range {} ends before it begins", shown(&spec.name));
            context.report(place, message, format!("less than {}", spec.from), "exchange `from` and `to`");
        } else {
            for (first, other) in &sound {
                overlap(context, spec, &place, other, first);
            }
            sound.push((place, spec));
        }
        let advised =
            vocabulary::advised(context, &at, spec.kind.as_deref(), spec.retry.as_ref(), spec.audience.as_deref());
        let (name, meaning) = (spec.name.clone(), spec.meaning.clone());
        ranges.push(IntegerRange { name, ident, from: spec.from, to: spec.to, meaning, advised });
    }
    ranges
}

/// Reports ranges that share codes although neither is the narrower one.
fn overlap(context: &mut Context<'_>, range: &RangeSpec, place: &Place, other: &RangeSpec, first: &Place) {
    let apart = range.to < other.from || other.to < range.from;
    let same = (range.from, range.to) == (other.from, other.to);
    let inside = |inner: &RangeSpec, outer: &RangeSpec| outer.from <= inner.from && inner.to <= outer.to;
    if apart || !same && (inside(range, other) || inside(other, range)) {
        return;
    }
    let message = format!("range {} overlaps {} without lying inside it", shown(&range.name), shown(&other.name));
    let label = format!("{} to {}", range.from, range.to);
    let related = vec![(first.clone(), format!("{} to {}", other.from, other.to))];
    context.report_with(place.clone(), message, label, "make them disjoint, or one part of the other", related);
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
