//! The values of classes, and what each of them tells of a code.

use super::super::context::{Context, Once};
use super::super::names::{self, Names};
use super::super::{advised, vocabulary};
use crate::model::{Advised, Class, ClassBy, ClassValue};
use crate::schema::{Advises as _, ClassSpec, ClassValueSpec, Spanned, Text};
use crate::words::shown;
use crate::yaml::Span;

/// The given meaning, which must say something; empty if it is missing.
pub(super) fn meaning(context: &mut Context<'_>, meaning: Option<&Text>) -> String {
    meaning.map_or_else(String::new, |meaning| {
        context.filled("`meaning`", meaning);
        meaning.value.clone()
    })
}

/// The value of a class that has a single one, described by the class itself.
pub(super) fn single(
    context: &mut Context<'_>,
    spec: &ClassSpec,
    name: &str,
    ident: String,
    meaning: String,
    by: ClassBy,
) -> Class {
    if let Some(values) = &spec.values {
        let help = "write its `kind`, `topic`, `retry` and `audience` beside `name`";
        context.report(values.span.key(), format!("class {} has `values`", shown(name)), "it has one value only", help);
    }
    let what = format!("class {}", shown(name));
    let (kind, topic, audience) = (spec.kind.as_ref(), spec.topic.as_ref(), spec.audience.as_ref());
    let advised = advised::read(context, kind, topic, &spec.retry_keys(), audience);
    let success = success(context, &what, spec.kind.as_ref(), &advised, spec.success.as_ref());
    let value = ClassValue {
        text: String::new(),
        name: name.to_owned(),
        ident: String::new(),
        meaning: meaning.clone(),
        success,
        note: spec.note.as_ref().is_some_and(|note| note.value),
        advised,
    };
    Class { name: name.to_owned(), ident, meaning, by, outranks: false, values: vec![value] }
}

/// The values of a class with several values.
pub(super) fn values(
    context: &mut Context<'_>,
    span: Span,
    spec: &ClassSpec,
    mut fits: impl FnMut(&mut Context<'_>, Span, &str),
) -> Vec<ClassValue> {
    let own = [
        ("kind", spec.kind.as_ref().map(|word| word.span)),
        ("topic", spec.topic.as_ref().map(|word| word.span)),
        ("retry", spec.retry.as_ref().map(|retry| retry.span)),
        ("because", spec.because.as_ref().map(|reason| reason.span)),
        ("effect", spec.effect.as_ref().map(|effect| effect.span)),
        ("wait", spec.wait.as_ref().map(|wait| wait.span)),
        ("stated", spec.stated.as_ref().map(|stated| stated.span)),
        ("audience", spec.audience.as_ref().map(|word| word.span)),
        ("success", spec.success.as_ref().map(|success| success.span)),
        ("note", spec.note.as_ref().map(|note| note.span)),
    ];
    for (key, span) in own {
        if let Some(span) = span {
            let message = format!("`{key}` belongs to the values of the class");
            context.report(span, message, "which value is meant?", "move it to the values for which it holds");
        }
    }
    let Some(table) = &spec.values else {
        let help = "name what can stand there: `values: { card_error: { kind: failed_precondition } }`";
        context.report(span, "a class has no `values`", "says nothing", help);
        return Vec::new();
    };
    let is_enum = spec.digits.is_some();
    let mut names = Names::variants("value", names::ONE_OF_THEM);
    let mut once = Once::new("value");
    let mut values = Vec::new();
    for (text, spec) in &table.value {
        let key = spec.span.key();
        let new = once.add(context, text, key);
        context.quoted_key(spec.span, "value", text);
        fits(context, key, text);
        values.push(value(context, text, spec, (is_enum && new).then_some(&mut names)));
        if is_enum {
            for (key, missing) in [("name", spec.name.is_none()), ("meaning", spec.meaning.is_none())] {
                if missing {
                    let message = format!("value {} has no `{key}`", shown(text));
                    context.report(
                        spec.span.key(),
                        message,
                        format!("`{key}` is missing"),
                        format!("add `{key}: ...`"),
                    );
                }
            }
        }
    }
    values
}

fn value(context: &mut Context<'_>, text: &str, spec: &ClassValueSpec, names: Option<&mut Names>) -> ClassValue {
    let ident = match (names, &spec.name) {
        (Some(names), Some(name)) => names.derive(context, name, name.span),
        _ => String::new(),
    };
    let name = spec.name.as_ref().map_or_else(|| text.to_owned(), |name| name.value.clone());
    let meaning = meaning(context, spec.meaning.as_ref());
    let (kind, topic, audience) = (spec.kind.as_ref(), spec.topic.as_ref(), spec.audience.as_ref());
    let advised = advised::read(context, kind, topic, &spec.retry_keys(), audience);
    let what = format!("value {}", shown(text));
    let success = success(context, &what, spec.kind.as_ref(), &advised, spec.success.as_ref());
    let note = spec.note.as_ref().is_some_and(|note| note.value);
    ClassValue { text: text.to_owned(), name, ident, meaning, success, note, advised }
}

/// Checks `success`, which must not contradict the kind.
fn success(
    context: &mut Context<'_>,
    what: &str,
    kind: Option<&Text>,
    advised: &Advised,
    success: Option<&Spanned<bool>>,
) -> Option<bool> {
    if let Some(kind) = kind {
        let decision = success.map(|success| (success.value, success.span));
        vocabulary::kind_fits(context, kind.span, what, advised.kind, decision);
    }
    success.map(|success| success.value)
}
