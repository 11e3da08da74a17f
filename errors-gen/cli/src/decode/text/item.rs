//! One error.

use std::io::{self, Write};

use errors_runtime::decide::Basis;
use errors_runtime::table::Statement;
use errors_runtime::{AnyCode, ErrorItem, RawCode, Response};

use super::super::raw::compact;
use super::MOST_OF_A_VALUE;
use crate::phrases::{self, Said};
use crate::text::{cut, line, lines, shown};

/// How many members that are not documented are shown.
const MOST_MEMBERS: usize = 12;

/// Behind a value that the catalog marks as personal or secret.
const SENSITIVE: &str = " [sensitive]";

/// Its code, and the finer and the coarser one beside it.
pub(super) fn code(item: &ErrorItem<'_>, out: &mut dyn Write) -> io::Result<()> {
    match (item.code(), item.raw_code()) {
        (Some(code), _) => line(out, "code", phrases::code_title(code))?,
        (None, Some(raw)) => line(out, "code", unlisted(raw))?,
        (None, None) => line(out, "code", "none")?,
    }
    let beside = [
        ("detail code", item.raw_detail_code(), item.detail_code().is_some()),
        ("parent code", item.raw_parent_code(), item.parent_code().is_some()),
    ];
    for (label, raw, is_listed) in beside {
        if let Some(raw) = raw {
            line(out, label, if is_listed { raw.to_string() } else { unlisted(raw) })?;
        }
    }
    Ok(())
}

fn unlisted(raw: RawCode<'_>) -> String {
    format!("{raw}, which the catalog does not list")
}

/// The code, what it means and what to do.
pub(super) fn first(item: &ErrorItem<'_>, out: &mut dyn Write) -> io::Result<()> {
    code(item, out)?;
    lines(out, "meaning", item.meaning())?;
    if item.code().is_none() {
        lines(out, "class", classes(item).into_iter().map(Said))?;
    }
    line(out, "do", item.action().value)
}

/// All else, members that are not documented last.
pub(super) fn rest(
    response: &Response<'_>,
    item: &ErrorItem<'_>,
    operation: Option<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let code = item.code();
    let sensitive = code.map(AnyCode::sensitive).unwrap_or_default();
    let mark = |is_sensitive: bool| if is_sensitive { SENSITIVE } else { "" };
    let parameters = || item.parameters().into_iter().flatten();
    if let Some(message) = item.message() {
        line(
            out,
            "message",
            format_args!("{message}{}", mark(parameters().any(|(name, _)| sensitive.contains(&name)))),
        )?;
    }
    for (name, value) in parameters() {
        line(out, "parameter", format_args!("{name}: {value}{}", mark(sensitive.contains(&name))))?;
    }
    let documented = item.vendor().documented_fields(code.map(AnyCode::index));
    for (field, value) in item.fields().documented(documented) {
        line(out, "field", format_args!("{}: {}{}", field.name, compact(value.as_str()), mark(field.sensitive)))?;
    }
    if let Some(about) = item.field() {
        line(out, "about", compact(about.as_str()))?;
    }
    if let Some(id) = item.id() {
        line(out, "id", compact(id.as_str()))?;
    }
    if item.is_note() {
        line(out, "note", "it comes with an answer and is never why a request failed")?;
    }
    line(out, "kind", format_args!("{}{}", item.kind(), by(item.kind().basis)))?;
    let topic = item.topic();
    if let Some(about) = topic.value {
        line(out, "topic", format_args!("{about}{}", by(topic.basis)))?;
    }
    let retry = item.retry();
    line(out, "retry", format_args!("{}{}", phrases::retry(&retry), by(retry.basis)))?;
    line(out, "audience", format_args!("{}{}", item.audience(), by(item.audience().basis)))?;
    if let Some(status) = item.status() {
        line(out, "item status", status)?;
    }
    if let Some(code) = code {
        lines(out, "status", status(code, item.status().or(response.status()), operation))?;
        lines(out, "deprecated", code.deprecated())?;
        lines(out, "replaced by", code.replaced_by())?;
        let answered = |key: &str| code.operations().is_none_or(|mut calls| calls.any(|call| call.key == key));
        if let Some(key) = operation.filter(|key| !answered(key)) {
            line(out, "operation", format_args!("the catalog does not list this code for {key}"))?;
        }
        line(out, "link", code.link())?;
    }
    let extra = || item.fields().extra(documented);
    for (name, value) in extra().take(MOST_MEMBERS) {
        line(out, "other", format_args!("{name}: {}", cut(compact(value.as_str()), MOST_OF_A_VALUE)))?;
    }
    match extra().count().saturating_sub(MOST_MEMBERS) {
        0 => Ok(()),
        more => line(out, "", format_args!("... and {more} more")),
    }
}

/// The status that came beside the one that the page documents; nothing where none is documented.
fn status(code: AnyCode<'_>, came: Option<u16>, operation: Option<&str>) -> Option<String> {
    let operations = code.vendor().operations();
    let key = |index: &u16| operations.get(usize::from(*index)).map(|operation| operation.key);
    let holds = |calls: &[u16]| operation.is_none_or(|wanted| calls.iter().filter_map(key).any(|key| key == wanted));
    let mut documented: Vec<u16> = Vec::new();
    for rule in code.statuses() {
        if rule.operations.is_none_or(holds) && !documented.contains(&rule.http) {
            documented.push(rule.http);
        }
    }
    if documented.is_empty() {
        return None;
    }
    let listed = || documented.iter().map(shown).collect::<Vec<_>>().join(" or ");
    Some(match came {
        Some(came) if documented.contains(&came) => format!("{came}, as documented"),
        Some(came) => format!("{came}, but the page documents {}", listed()),
        None => format!("{} by the page; none was given", listed()),
    })
}

/// All that classes say of an item, from the general to the particular.
fn classes<'t>(item: &ErrorItem<'t>) -> Vec<Statement<'t>> {
    let mut statements = Vec::new();
    item.find_statement(|statement| {
        statements.push(statement);
        None::<()>
    });
    statements.reverse();
    statements
}

/// What a judgement rests on, where that is not the code itself.
fn by(basis: Basis) -> &'static str {
    match basis {
        Basis::Class => ", by its class",
        Basis::Transport | Basis::Status => ", by the HTTP status",
        Basis::Header => ", by a header",
        _ => "",
    }
}
