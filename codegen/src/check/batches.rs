//! Checks batches: several answers in one body, each with its own envelope.

use super::context::Context;
use super::paths::{self, Base};
use crate::model::{Batch, Path, Step};
use crate::schema::{EnvelopeSpec, Spanned, Text};
use crate::words::shown;

/// Checks `each` and `of`.
pub(super) fn check(
    context: &mut Context<'_>,
    envelopes: &[Spanned<EnvelopeSpec>],
    spec: &EnvelopeSpec,
) -> Option<Batch> {
    let (each, of) = match (&spec.each, &spec.of) {
        (None, None) => return None,
        (Some(each), Some(of)) => (each, of),
        (Some(each), None) => {
            let help = "add `of:` with the name of an envelope";
            context.report(each.span.key(), "`each` has no `of`", "nothing says how an element is read", help);
            return None;
        }
        (None, Some(of)) => {
            let help = "add `each:` with the place of the elements, such as `$[*]`";
            context.report(of.span.key(), "`of` has no `each`", "nothing says where the elements are", help);
            return None;
        }
    };
    let mut paths = Vec::new();
    for text in each.values() {
        paths.extend(elements(context, text));
    }
    let mut indices = Vec::new();
    for name in of.values() {
        indices.extend(element(context, envelopes, name));
    }
    Some(Batch { each: paths, of: indices }).filter(|batch| !batch.each.is_empty() && !batch.of.is_empty())
}

/// A path to the elements of one array, or to the members of one object.
fn elements(context: &mut Context<'_>, text: &Text) -> Option<Path> {
    let path = paths::read(context, text.span, text, Base::Root, true)?;
    let before = path.steps.split_last().filter(|(last, _)| !matches!(last, Step::Member(_)));
    if before.is_none_or(|(_, before)| before.iter().any(|step| !matches!(step, Step::Member(_)))) {
        let message = format!("`each` is {}, which does not end in its only `[*]` or `.*`", shown(text));
        let help = "write a path such as `$[*]`, `$.responses[*]` or `$.responses.*`";
        context.report(text.span, message, "the elements of one list or object are meant here", help);
        return None;
    }
    Some(path)
}

/// The index of the envelope of an element.
fn element(context: &mut Context<'_>, envelopes: &[Spanned<EnvelopeSpec>], name: &Text) -> Option<usize> {
    let Some(index) = envelopes.iter().position(|envelope| envelope.name.value == name.value) else {
        context.unknown(name.span, "envelope", name, envelopes.iter().map(|envelope| envelope.name.as_str()));
        return None;
    };
    if envelopes.get(index).is_some_and(|envelope| envelope.each.is_some()) {
        let message = format!("envelope {} is a batch itself", shown(name));
        context.report(name.span, message, "batches do not nest", "name the envelope of a single answer");
        return None;
    }
    Some(index)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};

    const SUCCESS: &str = "    success: { data: object }\n";

    fn told(batch: &str, wanted: &[&str]) {
        let batch = format!("{SUCCESS}  - name: batch\n{batch}");
        expect(&[(SUCCESS, &batch)], wanted);
    }

    #[test]
    fn elements_stand_in_one_list_or_object() {
        told("    each: '$[*]'\n    of: list\n", &[]);
        told("    each: ['$.a[*]', '$.b.c.*']\n    of: [list]\n", &[]);
        for path in ["$", "$.a", "$[*].a", "$[*][*]"] {
            let message = format!("`each` is `{path}`, which does not end in its only `[*]` or `.*`");
            told(&format!("    each: '{path}'\n    of: list\n"), &[&message]);
        }
        let batch = format!("{SUCCESS}  - name: batch\n    each: '$[*]'\n    of: list\n");
        let batch = model(&[(SUCCESS, &batch)]).envelopes[1].batch.clone().unwrap();
        assert_eq!((batch.each.len(), batch.of), (1, vec![0]));
    }

    #[test]
    fn elements_have_an_envelope_that_is_no_batch() {
        told("    each: '$[*]'\n    of: lst\n", &["unknown envelope `lst`"]);
        told("    each: '$[*]'\n    of: batch\n", &["envelope `batch` is a batch itself"]);
        told("    each: '$[*]'\n", &["`each` has no `of`"]);
        told("    success: { a: string }\n    of: list\n", &["`of` has no `each`"]);
    }
}
