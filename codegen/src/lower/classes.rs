//! Classes, and which codes they say mean success or are notes.

use errors_tables::{Class, ClassBy, ClassValue, ItemRule};

use super::Arena;
use super::advice::advised;
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
            note: value.note,
            advised: advised(arena, &value.advised),
        }),
    })
}

/// The paths of the members that classes look at, in the order of their indices.
pub(super) fn members(classes: &[model::Class]) -> impl Iterator<Item = &[ItemPath]> {
    classes.iter().filter_map(|class| match &class.by {
        model::ClassBy::Member(paths) => Some(paths.as_slice()),
        _ => None,
    })
}

/// The rules by which codes mean success. Sentinels come first, since they apply to every code.
pub(super) fn success_rules<'t>(
    arena: &'t Arena,
    sentinels: &[String],
    classes: &'t [Class<'t>],
) -> &'t [ItemRule<'t>] {
    let sentinels = (!sentinels.is_empty()).then(|| ItemRule::Sentinels(arena.texts(sentinels)));
    let rules: Vec<_> = sentinels.into_iter().chain(rules(classes, |value| value.success)).collect();
    arena.all(&rules)
}

/// The rules by which codes are notes.
pub(super) fn note_rules<'t>(arena: &'t Arena, classes: &'t [Class<'t>]) -> &'t [ItemRule<'t>] {
    let rules: Vec<_> = rules(classes, |value| value.note.then_some(true)).collect();
    arena.all(&rules)
}

/// A rule for each value for which `answer` returns one.
fn rules<'t>(
    classes: &'t [Class<'t>],
    answer: impl Fn(&ClassValue<'t>) -> Option<bool> + Copy,
) -> impl Iterator<Item = ItemRule<'t>> {
    classes.iter().flat_map(move |class| {
        class.values.iter().filter_map(move |value| {
            let (answer, text) = (answer(value)?, value.text);
            Some(match class.by {
                ClassBy::Digits { start, .. } => ItemRule::Digits { start, digits: text, answer },
                ClassBy::Range { from, to } => ItemRule::Range { from, to, answer },
                ClassBy::Prefix(prefix) => ItemRule::Prefix { prefix, answer },
                ClassBy::Member(class) => ItemRule::Member { class, text, answer },
            })
        })
    })
}
