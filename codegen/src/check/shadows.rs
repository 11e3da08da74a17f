//! Finds envelopes that are never used, because an earlier one matches every body that they match.

use super::context::Context;
use crate::model::{Condition, Envelope, Items, Step};
use crate::schema::{EnvelopeSpec, Spanned};
use crate::words::shown;

/// Reports each envelope that an earlier one shadows.
pub(crate) fn check(context: &mut Context<'_>, specs: &[Spanned<EnvelopeSpec>], envelopes: &[Envelope]) {
    for (index, (spec, later)) in specs.iter().zip(envelopes).enumerate() {
        // The answers in a batch can still have it.
        if envelopes.iter().flat_map(|envelope| &envelope.batch).any(|batch| batch.of.contains(&index)) {
            continue;
        }
        let earlier = envelopes.iter().zip(specs).take(index).find(|(earlier, _)| precedes(earlier, later));
        let Some((_, earlier)) = earlier else { continue };
        let (name, before) = (shown(&spec.name), shown(&earlier.name));
        let message = format!("envelope {name} is never reached: whatever fits it fits {before} before");
        let help = format!("put it above {before}, or give {before} a `when` that is not true of these bodies");
        let related = (earlier.name.span, "this one is tried first");
        context.report_with(spec.name.span, message, "never reached", help, related);
    }
}

/// Whether one envelope matches every body that another matches; false if this cannot be decided easily.
fn precedes(earlier: &Envelope, later: &Envelope) -> bool {
    let fits = !later.items.is_empty() || later.success.is_some();
    let items = later.items.iter().all(|items| earlier.items.iter().any(|other| finds(other, items)));
    let success = later.success.is_none() || implies(later.success.as_ref(), earlier.success.as_ref());
    fits && items && success && (earlier.when.is_none() || implies(later.when.as_ref(), earlier.when.as_ref()))
}

/// Whether every item of the second place is one of the first.
fn finds(earlier: &Items, later: &Items) -> bool {
    // An object in the place of an array counts as an array of one, if it has a code or a message.
    let lists = later.at.iter().any(|at| at.steps.last() == Some(&Step::EachElement));
    let members = later.code.iter().all(|code| earlier.code.contains(code))
        && later.message.iter().all(|message| earlier.message.contains(message));
    // Without a test, every object is an item and nothing else is.
    let tests = later.when.iter().flat_map(|when| &when.any_of).flat_map(|all| &all.all_of);
    let is_object = tests.into_iter().all(|requirement| !requirement.path.steps.is_empty());
    let passes = match &earlier.when {
        None => is_object,
        Some(_) => implies(later.when.as_ref(), earlier.when.as_ref()),
    };
    later.at.iter().all(|at| earlier.at.contains(at)) && passes && (!lists || members)
}

/// Whether the first condition implies the second.
fn implies(test: Option<&Condition>, other: Option<&Condition>) -> bool {
    let (Some(test), Some(other)) = (test, other) else { return false };
    test.any_of.iter().all(|all| {
        other.any_of.iter().any(|other| other.all_of.iter().all(|requirement| all.all_of.contains(requirement)))
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::expect;

    const SUCCESS: &str = "    success: { data: object }\n";

    fn after_list(envelope: &str) -> String {
        format!("{SUCCESS}  - {{ name: late, {envelope} }}\n")
    }

    #[test]
    fn an_envelope_that_nothing_reaches_is_reported() {
        let message = "envelope `late` is never reached: whatever fits it fits `list` before";
        for late in [
            "items: [{ at: '$.errors[*]', code: code, id: id }]",
            "when: { a: string }, items: [{ at: '$.errors[*]', if: { code: string }, message: message }]",
            "success: { data: object, more: string }",
            "success: [{ data: object, more: string }, { data: object }]",
        ] {
            expect(&[(SUCCESS, &after_list(late))], &[message]);
        }
    }

    #[test]
    fn an_envelope_that_some_body_reaches_is_not() {
        for late in [
            "items: [{ at: '$.errors[*]', code: other }]",
            "items: [{ at: '$.errors[*]' }, { at: '$.warnings[*]' }]",
            "success: [{ data: object }, { data: string }]",
        ] {
            expect(&[(SUCCESS, &after_list(late))], &[]);
        }
        let narrow = format!("    when: {{ a: string }}\n{}", after_list("items: [{ at: '$.errors[*]' }]"));
        expect(&[(SUCCESS, &narrow)], &[]);
    }
}
