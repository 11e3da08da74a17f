//! Classes, and which codes they say mean success.

use errors_tables::{Advised, Class, ClassBy, ClassValue, SuccessRule};

use super::Arena;
use super::codes::retry;
use crate::model::{self, ItemPath};

/// All classes.
pub(super) fn classes<'t>(arena: &'t Arena, classes: &[model::Class]) -> &'t [Class<'t>] {
    let mut members = 0..;
    arena.each(classes, |class| Class {
        name: arena.text(&class.name),
        meaning: arena.text(&class.meaning),
        by: match &class.by {
            model::ClassBy::Digits { width, start, len } => ClassBy::Digits { width: *width, start: *start, len: *len },
            model::ClassBy::Range { from, to } => ClassBy::Range { from: *from, to: *to },
            model::ClassBy::Prefix(prefix) => ClassBy::Prefix(arena.text(prefix)),
            model::ClassBy::Member(_) => ClassBy::Member(members.next().unwrap_or(u8::MAX)),
        },
        outranks: class.outranks,
        values: arena.each(&class.values, |value| ClassValue {
            text: arena.text(&value.text),
            name: arena.text(&value.name),
            meaning: arena.text(&value.meaning),
            success: value.success,
            advised: advised(arena, &value.advised),
        }),
    })
}

/// What an unlisted code falls back to.
fn advised<'t>(arena: &'t Arena, advised: &model::Advised) -> Advised<'t> {
    Advised {
        kind: advised.kind,
        retry: advised.retry.as_ref().map(|said| retry(arena, said)),
        audience: advised.audience,
    }
}

/// Where the members stand that classes look at, in the order of their indices.
pub(super) fn members(classes: &[model::Class]) -> impl Iterator<Item = &[ItemPath]> {
    classes.iter().filter_map(|class| match &class.by {
        model::ClassBy::Member(paths) => Some(paths.as_slice()),
        _ => None,
    })
}

/// Which codes mean success. Sentinels come first: they know every code.
pub(super) fn success_rules<'t>(
    arena: &'t Arena,
    sentinels: &[String],
    classes: &'t [Class<'t>],
) -> &'t [SuccessRule<'t>] {
    let sentinels = (!sentinels.is_empty()).then(|| SuccessRule::Sentinels(arena.texts(sentinels)));
    let of_values = classes.iter().flat_map(|class| {
        class.values.iter().filter_map(|&ClassValue { text, success, .. }| {
            let success = success?;
            Some(match class.by {
                ClassBy::Digits { start, .. } => SuccessRule::Digits { start, digits: text, success },
                ClassBy::Range { from, to } => SuccessRule::Range { from, to, success },
                ClassBy::Prefix(prefix) => SuccessRule::Prefix { prefix, success },
                ClassBy::Member(class) => SuccessRule::Member { class, text, success },
            })
        })
    });
    let rules: Vec<_> = sentinels.into_iter().chain(of_values).collect();
    arena.all(&rules)
}
