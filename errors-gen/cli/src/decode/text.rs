//! What a body says, for a person.

use std::io::{self, Write};

use anstyle::Style;
use errors_codegen::model::Reason;
use errors_codegen::text::OneLine;
use errors_runtime::decide::{Attempt, Basis};
use errors_runtime::table::Statement;
use errors_runtime::{AnyCode, ErrorItem, Response};

use super::raw::compact;
use crate::judgement::{Judgement, outcome_word};
use crate::phrases::{self, Said};
use crate::text::{count, shown};

const STRONG: Style = Style::new().bold();

/// Writes what a body says, for a person.
pub(super) fn describe(
    reading: &Response<'_>,
    attempt: &Attempt<'_>,
    operation: Option<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let judgement = Judgement::from(reading.outcome());
    let outcome = outcome_word(judgement.outcome);
    let status = reading.status().map(|status| format!(", HTTP {status}")).unwrap_or_default();
    let envelope = reading.envelope().map(|name| format!(", envelope `{name}`")).unwrap_or_default();
    writeln!(out, "{STRONG}{}: {outcome}{STRONG:#}{status}{}", OneLine(reading.vendor().title()), OneLine(envelope))?;
    if let Some(reason) = judgement.reason {
        let offset = judgement.offset.map(|offset| format!(" (byte {offset})")).unwrap_or_default();
        let reason = match reason {
            Reason::NotJson => "the body is not JSON",
            Reason::NotEnvelope => "the body is JSON, but none of the vendor's envelopes",
            Reason::TooDeep => "the body is nested too deeply",
        };
        line(out, "reason", format!("{reason}{offset}"))?;
    }
    if let Some(id) = reading.request_id() {
        line(out, "request", id)?;
    }
    for (name, value) in reading.context() {
        line(out, "context", format!("{name}: {}", compact(value.as_str())))?;
    }
    if let Some(transport) = reading.transport() {
        writeln!(
            out,
            "\n{STRONG}HTTP {} {}{STRONG:#}, which comes without a code",
            transport.http,
            OneLine(transport.name)
        )?;
        line(out, "meaning", transport.meaning)?;
        line(out, "action", transport.action)?;
        line(out, "kind", transport.kind.as_str())?;
        line(out, "retry", format!("{}: {}", transport.retry.advice.as_str(), transport.retry.reason))?;
    }
    let total = reading.errors().count();
    for (index, item) in reading.errors().enumerate() {
        let primary = if total > 1 && reading.primary_index() == Some(index) { ", the primary one" } else { "" };
        writeln!(out, "\n{STRONG}error {} of {total}{STRONG:#}{primary}", index + 1)?;
        describe_item(reading.vendor(), &item, operation, out)?;
    }
    if total == 0 && judgement.reason.is_none() {
        writeln!(out, "  {}", count(0, "error"))?;
    }
    if reading.is_error() {
        writeln!(out)?;
        line(out, "next", reading.decide(attempt))?;
    }
    Ok(())
}

fn describe_item(
    vendor: errors_runtime::Vendor<'_>,
    item: &ErrorItem<'_>,
    operation: Option<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let raw = item.raw_code().map(shown);
    let code = item.code();
    match (&raw, code) {
        (_, Some(code)) => line(out, "code", format!("{code} {}", code.name()))?,
        (Some(raw), None) => line(out, "code", format!("{raw}, which the catalog does not list"))?,
        (None, None) => line(out, "code", "none")?,
    }
    let beside = [
        ("detail code", item.raw_detail_code(), item.detail_code().is_some()),
        ("parent code", item.raw_parent_code(), item.parent_code().is_some()),
    ];
    for (label, raw, listed) in beside {
        if let Some(raw) = raw.map(shown) {
            line(out, label, if listed { raw } else { format!("{raw}, which the catalog does not list") })?;
        }
    }
    if let Some(message) = item.message() {
        line(out, "message", message)?;
    }
    for (name, value) in item.parameters().into_iter().flatten() {
        line(out, "parameter", format!("{name}: {value}"))?;
    }
    let documented = vendor.documented_fields(item.code().map(AnyCode::index));
    for (field, value) in item.fields().documented(documented) {
        line(out, "field", format!("{}: {}", field.name, compact(value.as_str())))?;
    }
    for (name, value) in item.fields().extra(documented) {
        line(out, "extra", format!("{name}: {}", compact(value.as_str())))?;
    }
    if let Some(status) = item.status() {
        line(out, "status", format!("{status}, by the item itself"))?;
    }
    if let Some(code) = code {
        line(out, "meaning", item.meaning().unwrap_or(code.meaning()))?;
        line(out, "action", item.action())?;
        line(out, "kind", item.kind())?;
        line(out, "retry", phrases::retry(&item.retry()))?;
        let answered = |key: &str| code.operations().is_none_or(|mut calls| calls.any(|call| call.key == key));
        if let Some(key) = operation.filter(|key| !answered(key)) {
            line(out, "note", format!("the catalog does not list this code for {key}"))?;
        }
        return Ok(());
    }
    if let Some(meaning) = item.meaning() {
        line(out, "meaning", meaning)?;
    }
    for statement in classes(item) {
        line(out, "class", Said(statement))?;
    }
    let (kind, retry) = (item.kind(), item.retry());
    line(out, "kind", format!("{kind}{}", by(kind.basis, ", by its ", "")))?;
    line(out, "retry", format!("{}: {}{}", retry.advice, retry.reason, by(retry.basis, " (by its ", ")")))
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

/// What a judgement rests on, if on anything.
fn by(basis: Basis, before: &str, behind: &str) -> String {
    if basis == Basis::Nothing { String::new() } else { format!("{before}{basis}{behind}") }
}

fn line(out: &mut dyn Write, label: &str, text: impl std::fmt::Display) -> io::Result<()> {
    writeln!(out, "  {STRONG}{label:<9}{STRONG:#} {}", OneLine(text))
}
