//! Lowers how bodies with an envelope are written.

use errors_tables::{Write, WriteMember, WriteValue};

use super::Arena;
use crate::model::{self, Path, Step};

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
