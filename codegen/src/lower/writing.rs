//! Lowers how bodies with an envelope are written.

use errors_tables as tables;
use errors_tables::{Write, WriteMember, WriteValue, WrittenIn};

use super::Arena;
use crate::model::{self, Path, Step};

/// Lowers where a code is written.
pub(super) fn place<'t>(arena: &'t Arena, written: &model::WrittenIn) -> WrittenIn<'t> {
    WrittenIn { envelope: arena.text(&written.envelope), at: written.at.as_ref().map(|at| steps(arena, &at.steps)) }
}

/// Lowers the path of items.
pub(super) fn steps<'t>(arena: &'t Arena, steps: &[Step]) -> &'t [tables::Step<'t>] {
    arena.each(steps, |step| match step {
        Step::Member(name) => tables::Step::Member(arena.text(name)),
        Step::EachElement => tables::Step::EachElement,
        Step::EachMember => tables::Step::EachMember,
    })
}

/// Lowers how a body is written.
pub(super) fn lower<'t>(arena: &'t Arena, write: &model::Write) -> Write<'t> {
    let name = |step: &Step| match step {
        Step::Member(name) => Some(arena.text(name)),
        Step::EachElement | Step::EachMember => None,
    };
    let member = |(path, value): &(Path, model::WriteValue)| {
        let names: Vec<_> = path.steps.iter().filter_map(name).collect();
        let value = match value {
            model::WriteValue::Status => WriteValue::Status,
            model::WriteValue::Message => WriteValue::Message,
            model::WriteValue::Code => WriteValue::Code,
            model::WriteValue::Null => WriteValue::Null,
            model::WriteValue::Text(text) => WriteValue::Text(arena.text(text)),
        };
        WriteMember { path: arena.all(&names), value }
    };
    Write {
        code: write.code,
        fields_at: write.fields_at,
        preferred: write.preferred,
        members: arena.each(&write.members, member),
        each: arena.each(&write.each, member),
    }
}
