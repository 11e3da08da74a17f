//! Checks example bodies, and what they must read as.

use super::context::{Context, Once};
use super::{operations, statuses, vocabulary};
use crate::model::{Difference, Example, Operation, ReadElement, Reads};
use crate::schema::{Catalog, ElementSpec, ExampleSpec, ReadsSpec, Spanned, Table, Text};
use crate::words::shown;

/// Checks `examples`, of the file or of a code.
pub(crate) fn check(
    context: &mut Context<'_>,
    catalog: &Catalog,
    known: &[Operation],
    specs: &[Spanned<ExampleSpec>],
    code: Option<&str>,
) -> Vec<Example> {
    let mut examples = Vec::new();
    for spec in specs {
        if let Some(title) = &spec.title {
            context.heading("the example's title", title);
        }
        let status = spec.status.as_ref().and_then(|status| statuses::http(context, status.span, status.value));
        let operation = spec.operation.as_ref().and_then(|key| operations::find(context, known, key, key.span));
        let mut reads = reads(context, catalog, &spec.reads);
        if reads.codes.is_none() {
            reads.includes = code.map(str::to_owned);
        }
        let (title, body, place) = (plain(spec.title.as_ref()), spec.body.value.clone(), context.place(spec.body.span));
        let differs = differs(context, spec, code);
        examples.push(Example { title, status, operation, body, reads, differs, place });
    }
    examples
}

/// In what an example differs from the row that it stands under.
fn differs(context: &mut Context<'_>, spec: &ExampleSpec, code: Option<&str>) -> Vec<Difference> {
    let Some(words) = &spec.differs else { return Vec::new() };
    if code.is_none() {
        let help = "take `differs` out, or move the example below its code";
        context.report(words.span.key(), "an example that stands under no code differs from none", "no code", help);
        return Vec::new();
    }
    let known: Vec<_> = Difference::ALL.iter().map(|difference| (difference.as_str(), *difference)).collect();
    let mut once = Once::new("difference");
    let found = words.iter().filter_map(|word| {
        let found = vocabulary::choose(context, "difference", word, word.span, &known)?;
        once.add(context, word, word.span).then_some(found)
    });
    found.collect()
}

/// The entries of a table without their places. A key that stands twice is reported.
fn entries<T: Clone>(context: &mut Context<'_>, what: &'static str, table: &Table<T>) -> Vec<(String, T)> {
    let mut once = Once::new(what);
    let entries = table.into_iter().filter(|(key, value)| once.add(context, key, value.span.key()));
    entries.map(|(key, value)| (key.clone(), value.value.clone())).collect()
}

fn plain(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.value.clone())
}

fn reads(context: &mut Context<'_>, catalog: &Catalog, spec: &ReadsSpec) -> Reads {
    let outcome = spec.outcome.as_ref();
    let outcome = outcome.and_then(|word| vocabulary::outcome(context, word));
    let reason = spec.reason.as_ref();
    let reason = reason.and_then(|word| vocabulary::reason(context, word));
    let envelopes = catalog.envelopes.iter().map(|envelope| envelope.name.as_str());
    named(context, "envelope", spec.envelope.as_ref(), envelopes);
    let transport = catalog.transport.0.iter().map(|(_, transport)| transport.name.as_str());
    named(context, "transport error", spec.transport.as_ref(), transport);
    let item_statuses = spec.item_statuses.as_ref().map(|statuses| {
        let mut status = |status: &Spanned<i64>| statuses::http(context, status.span, status.value);
        statuses.iter().map(|number| number.as_ref().and_then(&mut status)).collect()
    });
    let kind = spec.kind.as_ref().and_then(|word| vocabulary::kind(context, word));
    let elements = spec.elements.as_ref().map(|specs| elements(context, catalog, specs));
    Reads {
        outcome,
        envelope: plain(spec.envelope.as_ref()),
        codes: spec.codes.clone(),
        detail_codes: spec.detail_codes.clone(),
        parent_codes: spec.parent_codes.clone(),
        includes: None,
        messages: spec.messages.clone(),
        item_statuses,
        ids: spec.ids.clone(),
        elements,
        fields: entries(context, "field", &spec.fields),
        parameters: entries(context, "parameter", &spec.parameters),
        context: entries(context, "kept member", &spec.context),
        kind,
        shows: plain(spec.shows.as_ref()),
        transport: plain(spec.transport.as_ref()),
        reason,
    }
}

/// Checks what the answers in a batch must read as. Only a catalog with batches has any.
fn elements(context: &mut Context<'_>, catalog: &Catalog, specs: &Spanned<Vec<ElementSpec>>) -> Vec<ReadElement> {
    if catalog.envelopes.iter().all(|envelope| envelope.each.is_none()) {
        let message = "an example has `elements`, but no envelope of this file is a batch";
        let help = "say under `envelopes` with `each` where the answers stand, or take `elements` out";
        context.report(specs.span.key(), message, "no body has any", help);
    } else if specs.is_empty() {
        let help = "list what each answer reads as, or take `elements` out: a body without answers is no batch";
        context.report(specs.span, "`elements` is empty", "no answer", help);
    }
    let mut element = |spec: &ElementSpec| ReadElement {
        outcome: spec.outcome.as_ref().and_then(|word| vocabulary::outcome(context, word)),
        id: spec.id.clone(),
        codes: spec.codes.clone(),
    };
    specs.iter().map(&mut element).collect()
}

/// Reports a name that does not exist in the file.
fn named<'n>(context: &mut Context<'_>, what: &str, name: Option<&Text>, known: impl Iterator<Item = &'n str> + Clone) {
    let Some(name) = name.filter(|name| !known.clone().any(|other| other == name.value)) else { return };
    if known.clone().next().is_none() {
        let message = format!("unknown {what} {}", shown(name));
        let help = format!("there is no {what} in this file: add it, or take the key out");
        context.report(name.span, message, format!("no {what} of this name"), help);
    } else {
        context.unknown(name.span, what, name, known);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};
    use crate::model::Outcome;

    fn example(example: &str) -> String {
        format!("examples: [{example}]")
    }

    #[test]
    fn what_is_named_exists() {
        let wrong = "{ status: 700, operation: creat, body: '', title: '', \
            reads: { outcome: fail, reason: not_jsn, envelope: lists, transport: Downe } }";
        expect(
            &[("examples: []", &example(wrong))],
            &[
                "700 is no HTTP status",
                "unknown operation `creat`",
                "the example's title is empty",
                "unknown outcome `fail`",
                "unknown reason `not_jsn`",
                "unknown envelope `lists`",
                "unknown transport error `Downe`",
            ],
        );
    }

    #[test]
    fn elements_are_those_of_a_batch() {
        let wrong = example("{ body: '[]', reads: { elements: [{ outcome: fail, id: 1, codes: [null] }] } }");
        let no_batch = "an example has `elements`, but no envelope of this file is a batch";
        expect(&[("examples: []", &wrong)], &[no_batch, "unknown outcome `fail`"]);
        let batch = ("sections:", "  - { name: all, each: \"$[*]\", of: list }\nsections:");
        expect(&[batch, ("examples: []", &wrong)], &["unknown outcome `fail`"]);
        let empty = example("{ body: '[]', reads: { elements: [] } }");
        expect(&[batch, ("examples: []", &empty)], &["`elements` is empty"]);
    }

    #[test]
    fn a_codes_example_reads_that_code_unless_it_lists_codes() {
        let under = |reads: &str| {
            let edit = format!("kind: not_found\n        examples: [{{ body: '{{}}'{reads} }}]");
            model(&[("kind: not_found", &edit)]).codes[0].examples[0].reads.clone()
        };
        assert_eq!(under("").includes.as_deref(), Some("OUT_OF_STOCK"));
        let outcome = under(", reads: { outcome: partial }");
        assert_eq!((outcome.includes.as_deref(), outcome.outcome), (Some("OUT_OF_STOCK"), Some(Outcome::Partial)));
        let codes = under(", reads: { codes: [A, null] }");
        assert_eq!((codes.includes, codes.codes), (None, Some(vec![Some("A".to_owned()), None])));
        let free = model(&[("examples: []", &example("{ body: '' }"))]).examples[0].clone();
        assert_eq!((free.body.as_str(), free.reads.includes), ("", None));
    }
}
