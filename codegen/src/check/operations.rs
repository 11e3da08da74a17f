//! Checks the vendor's API calls, and lists of them.

use super::context::{Context, Once};
use super::names::Names;
use crate::model::Operation;
use crate::schema::{OneOrMany, Spanned, Table};
use crate::words::shown;
use crate::yaml::Span;

/// Checks `operations` at the top level of the file.
pub(crate) fn check(context: &mut Context<'_>, table: &Table<String>) -> Vec<Operation> {
    let mut names = Names::variants("operation", "choose another key for it");
    let mut once = Once::new("operation");
    let mut operations = Vec::new();
    for (key, title) in table {
        let span = title.span.key();
        context.heading("the operation's title", title);
        if key == "all" {
            let message = "an operation cannot have the key `all`";
            context.report(span, message, "stands for every operation", "choose another key for it");
        } else if once.add(context, key, span) {
            let ident = names.derive(context, key, span);
            operations.push(Operation { key: key.clone(), ident, title: title.value.clone() });
        }
    }
    operations
}

/// The operation with this key; an unknown one is reported.
pub(crate) fn find(context: &mut Context<'_>, operations: &[Operation], key: &str, span: Span) -> Option<usize> {
    let found = operations.iter().position(|operation| operation.key == key);
    if found.is_none() {
        let help = if operations.is_empty() {
            "add `operations` at the top of the file".to_owned()
        } else if let Some(meant) = operations.iter().find(|operation| operation.title.eq_ignore_ascii_case(key)) {
            format!("write its key: {}", shown(&meant.key))
        } else {
            context.did_you_mean(key, operations.iter().map(|operation| operation.key.as_str()))
        };
        context.report(span, format!("unknown operation {}", shown(key)), "not under `operations`", help);
    }
    found
}

/// Checks a list of operations, or `all`. The result is ascending.
pub(crate) fn list(
    context: &mut Context<'_>,
    operations: &[Operation],
    keys: &Spanned<OneOrMany<String>>,
) -> Option<Vec<usize>> {
    if let OneOrMany::Any(word) = &keys.value
        && word.value == "all"
        && !operations.is_empty()
    {
        return Some((0..operations.len()).collect());
    }
    let mut once = Once::new("operation");
    let mut named = Vec::new();
    let mut sound = true;
    for key in keys.values() {
        if once.add(context, key, key.span) {
            let found = find(context, operations, key, key.span);
            sound &= found.is_some();
            named.extend(found);
        }
    }
    if sound && named.is_empty() {
        let help = "leave `operations` out where the page does not say, or write `all`";
        context.report(keys.span, "`operations` is empty", "no call", help);
    }
    named.sort_unstable();
    sound.then_some(named)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};

    const KIND: &str = "kind: not_found";

    fn listed(list: &str) -> String {
        format!("{KIND}\n        operations: {list}")
    }

    #[test]
    fn lists_are_ascending_and_all_is_every_call() {
        let operations = |list: &str| model(&[(KIND, &listed(list))]).codes[0].operations.clone();
        assert_eq!(operations("[cancel, create]"), Some(vec![0, 1]));
        assert_eq!(operations("all"), Some(vec![0, 1]));
        assert_eq!(operations("cancel"), Some(vec![1]));
        assert_eq!(model(&[]).codes[0].operations, None);
    }

    #[test]
    fn unknown_and_repeated_calls_are_reported() {
        expect(
            &[(KIND, &listed("[creat, cancel, cancel]"))],
            &["unknown operation `creat`", "duplicate operation `cancel`"],
        );
        expect(&[(KIND, &listed("[]"))], &["`operations` is empty"]);
        expect(&[("  create: Create\n  cancel: Cancel", "  {}"), (KIND, &listed("all"))], &["unknown operation `all`"]);
    }

    #[test]
    fn keys_and_titles_are_names() {
        expect(&[("  create: Create", "  all: Create")], &["an operation cannot have the key `all`"]);
        expect(&[("  create: Create", "  create: ''")], &["the operation's title is empty"]);
        expect(
            &[("  create: Create", "  Cancel: Create")],
            &["operation `cancel` has the Rust name `Cancel` of `Cancel` too"],
        );
    }
}
