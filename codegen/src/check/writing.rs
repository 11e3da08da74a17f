//! Checks `write` of an envelope: how its bodies are written.

use super::context::Context;
use super::paths::{self, Base};
use crate::model::{CodePath, Envelope, ItemPath, Items, Path, Write, WriteValue, WrittenIn};
use crate::schema::{Table, Text, WriteSpec};
use crate::words::shown;

/// Words in braces that stand for a value of the response.
const PLACEHOLDERS: &[(&str, WriteValue)] = &[
    ("{status}", WriteValue::Status),
    ("{message}", WriteValue::Message),
    ("{code}", WriteValue::Code),
    ("{null}", WriteValue::Null),
];

/// Checks `write`. `code` and `fields_at` must be among the paths of one of the places.
pub(crate) fn check(context: &mut Context<'_>, spec: &WriteSpec, items: &[Items]) -> Write {
    let codes = |items: &Items, path: &Path| {
        items.code.iter().position(|code| *code == CodePath::Value(ItemPath::Path(path.clone())))
    };
    let fields = |items: &Items, path: &Path| items.fields_at.iter().position(|at| *at == ItemPath::Path(path.clone()));
    let code = alternative(context, "code", spec.code.as_ref(), items, codes);
    let fields_at = alternative(context, "fields_at", spec.fields_at.as_ref(), items, fields);
    let members = members(context, &spec.members, Base::Root);
    let each = self::members(context, &spec.each, Base::Item);
    Write { code, fields_at, preferred: spec.preferred, members, each }
}

/// Checks `written_in`: the name of an envelope, or the path of items, as written under `at`.
pub(crate) fn place(context: &mut Context<'_>, envelopes: &[Envelope], text: &Text) -> Option<WrittenIn> {
    if !text.starts_with('$') {
        if !envelopes.iter().any(|envelope| envelope.name == text.value) {
            context.unknown(text.span, "envelope", text, envelopes.iter().map(|envelope| envelope.name.as_str()));
        }
        return Some(WrittenIn { envelope: text.value.clone(), at: None });
    }
    let path = paths::read(context, text.span, text, Base::Root, true)?;
    let has = |envelope: &&Envelope| envelope.items.iter().any(|items| items.at.contains(&path));
    let found = envelopes.iter().find(has);
    if found.is_none() {
        let message = format!("no items stand at {}", shown(text));
        let help = "write a path as it stands under `at` in `envelopes`, or the name of an envelope";
        context.report(text.span, message, "not a place of errors", help);
    }
    found.map(|envelope| WrittenIn { envelope: envelope.name.clone(), at: Some(path) })
}

/// Checks the further members to write, with paths from the body or from an item.
fn members(context: &mut Context<'_>, table: &Table<String>, base: Base) -> Vec<(Path, WriteValue)> {
    let mut members = Vec::new();
    for (path, value) in table {
        let key = value.span.key();
        let Some(path) = paths::read(context, key, path, base, false) else { continue };
        if path.steps.is_empty() || members.iter().any(|(other, _)| *other == path) {
            let help = "name each member once";
            context.report(key, "a member is written once, and needs a name", "cannot be written", help);
            continue;
        }
        let known = PLACEHOLDERS.iter().find(|(word, _)| *word == value.value);
        if known.is_none() && value.starts_with('{') && value.ends_with('}') {
            let help = context.did_you_mean(value, PLACEHOLDERS.iter().map(|(word, _)| *word));
            context.report(value.span, format!("unknown placeholder {}", shown(value)), "stands for nothing", help);
            continue;
        }
        members.push((path, known.map_or_else(|| WriteValue::Text(value.value.clone()), |(_, value)| value.clone())));
    }
    members
}

fn alternative(
    context: &mut Context<'_>,
    key: &str,
    text: Option<&Text>,
    items: &[Items],
    find: impl Fn(&Items, &Path) -> Option<usize>,
) -> u8 {
    let Some(text) = text else { return 0 };
    let Some(path) = paths::read(context, text.span, text, Base::Item, false) else { return 0 };
    let found = items.iter().find_map(|items| find(items, &path)).and_then(|index| u8::try_from(index).ok());
    found.unwrap_or_else(|| {
        let message = format!("no item of the envelope has {} under `{key}`", shown(text));
        context.report(
            text.span,
            message,
            "not where it would be read",
            format!("name one of the paths of the items' `{key}`"),
        );
        0
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};
    use crate::model::WriteValue;

    const SUCCESS: &str = "    success: { data: object }\n";

    fn with(write: &str) -> [(&'static str, String); 2] {
        let items = "        code: [code, extensions.code]\n        fields_at: [extensions, '@']\n";
        [("        code: code\n", items.to_owned()), (SUCCESS, format!("{SUCCESS}    write: {write}\n"))]
    }

    fn told(write: &str, wanted: &str) {
        let changes = with(write);
        let changes: Vec<_> = changes.iter().map(|(from, to)| (*from, to.as_str())).collect();
        expect(&changes, &[wanted]);
    }

    #[test]
    fn alternatives_and_members() {
        let changes = with("{ code: extensions.code, fields_at: '@', members: { statusCode: '{status}', a.b: x } }");
        let changes: Vec<_> = changes.iter().map(|(from, to)| (*from, to.as_str())).collect();
        let write = model(&changes).envelopes[0].write.clone();
        assert_eq!((write.code, write.fields_at), (1, 1));
        assert_eq!(write.members[0].1, WriteValue::Status);
        assert_eq!((write.members[1].0.steps.len(), &write.members[1].1), (2, &WriteValue::Text("x".to_owned())));
    }

    #[test]
    fn a_code_can_be_written_in_one_place() {
        let written = |text: &str| format!("kind: not_found\n        written_in: {text}");
        let read = |text: &str| model(&[("kind: not_found", &written(text))]).codes[0].written_in.clone().unwrap();
        assert_eq!((read("list").envelope.as_str(), read("list").at), ("list", None));
        let place = read("$.errors[*]");
        assert_eq!((place.envelope.as_str(), place.at.unwrap().steps.len()), ("list", 2));
        let inherited = [("defaults: { status: 404 }", "defaults: { status: 404, written_in: list }")];
        assert!(model(&inherited).codes[0].written_in.is_some());
        expect(&[("kind: not_found", &written("lst"))], &["unknown envelope `lst`"]);
        expect(&[("kind: not_found", &written("$.error[*]"))], &["no items stand at `$.error[*]`"]);
    }

    #[test]
    fn what_cannot_be_written_is_reported() {
        told("{ code: status }", "no item of the envelope has `status` under `code`");
        told("{ fields_at: data }", "no item of the envelope has `data` under `fields_at`");
        told("{ members: { a: '{stauts}' } }", "unknown placeholder `{stauts}`");
        told("{ members: { $: x } }", "a member is written once, and needs a name");
        told("{ members: { 'a[*]': x } }", "path `a[*]` leads to several places");
    }
}
