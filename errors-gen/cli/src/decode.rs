//! `decode`: reads a body and says what it means.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use anstyle::Style;

use crate::arguments::{self, DecodeFormat};
use crate::catalogs::Catalogs;
use crate::decoded::Decoded;
use crate::explain;
use crate::failure::{Failure, Message, Verdict};
use crate::json;
use crate::lines;
use crate::structure::{self, Said};
use crate::suggest;
use crate::text::{Clean, count, shown};
use crate::vendor::{self, AnyCode, Arena, Basis, ErrorItem, Outcome, Reason, Response, Vendor, judgement};

const STRONG: Style = Style::new().bold();

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Decode) -> Result<Verdict, Failure> {
    if arguments.lines && arguments.format == Some(DecodeFormat::Text) {
        let message = Message::new("`--lines` writes JSON only").help("leave `--format` out");
        return Err(Failure::Usage(message));
    }
    let vendor = catalogs.vendor(&arguments.vendor)?;
    if let Some(operation) = &arguments.operation {
        check_operation(&vendor, operation).map_err(Failure::Usage)?;
    }
    let arena = Arena::new();
    let tables = vendor::load(&arena, &vendor, &catalogs.file(&vendor))?;
    let file = arguments.file.as_deref().filter(|file| *file != Path::new("-"));
    let mut input = open(file)?;
    if arguments.lines {
        let mut out = io::BufWriter::new(io::stdout().lock());
        lines::run(&vendor, tables, &mut BufReader::new(input), &mut out).map_err(|error| {
            if error.reading { unreadable(file, &error.cause) } else { Failure::Output(error.cause) }
        })?;
        return Ok(Verdict::Good);
    }
    let mut body = Vec::new();
    input.read_to_end(&mut body).map_err(|error| unreadable(file, &error))?;
    let response = tables.read(arguments.status, &body);
    if arguments.format == Some(DecodeFormat::Json) {
        let mut out = io::BufWriter::new(io::stdout().lock());
        serde_json::to_writer(&mut out, &Decoded { response: &response })?;
        writeln!(out)?;
        out.flush()?;
    } else {
        describe(&response, arguments.operation.as_deref(), &mut anstream::stdout().lock())?;
    }
    let recognized = judgement(&response).outcome != Outcome::Unrecognized;
    Ok(if recognized { Verdict::Good } else { Verdict::Bad })
}

/// Whether a key names one of the vendor's calls.
fn check_operation(vendor: &Vendor, key: &str) -> Result<(), Message> {
    let keys = || vendor.operations.iter().map(|operation| operation.key.as_str());
    if keys().any(|known| known == key) {
        return Ok(());
    }
    let message = Message::new(format!("{} has no operation `{key}`", vendor.title));
    let message = message.did_you_mean(&suggest::similar(key, keys()));
    Err(match keys().collect::<Vec<_>>().join(", ") {
        all if all.is_empty() => message.help("its catalog tells no operations apart: leave `--operation` out"),
        all => message.help(format!("the operations are {all}")),
    })
}

fn open(file: Option<&Path>) -> Result<Box<dyn Read>, Failure> {
    match file {
        None => Ok(Box::new(io::stdin().lock())),
        Some(path) => match File::open(path) {
            Ok(opened) => Ok(Box::new(opened)),
            Err(error) => Err(unreadable(file, &error)),
        },
    }
}

fn unreadable(file: Option<&Path>, error: &io::Error) -> Failure {
    let what = file.map_or("standard input".to_owned(), |file| format!("`{}`", file.display()));
    let message = Message::new(format!("cannot read the body from {what}: {error}"));
    Failure::Bad(match file {
        Some(_) => message.help("name a file that holds the body, or `-` for standard input"),
        None => message.help("pipe the body in, or name a file that holds it"),
    })
}

/// Writes what a body says, for a person.
fn describe(reading: &Response<'_>, operation: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let judgement = judgement(reading);
    let outcome = vendor::outcome_word(judgement.outcome);
    let status = reading.status().map(|status| format!(", HTTP {status}")).unwrap_or_default();
    let envelope = reading.envelope().map(|name| format!(", envelope `{name}`")).unwrap_or_default();
    writeln!(out, "{STRONG}{}: {outcome}{STRONG:#}{status}{}", Clean(reading.vendor().title()), Clean(envelope))?;
    if let Some(reason) = judgement.reason {
        let offset = judgement.offset.map(|offset| format!(" (byte {offset})")).unwrap_or_default();
        let reason = match reason {
            Reason::NotJson => "the body is not JSON",
            Reason::NotEnvelope => "the body is JSON, but none of the vendor's envelopes",
            Reason::TooDeep => "the body is nested too deeply",
        };
        line(out, "reason", format!("{reason}{offset}"))?;
    }
    for (name, value) in reading.context() {
        line(out, "context", format!("{name}: {}", json::compact(value.as_str())))?;
    }
    if let Some(transport) = reading.transport() {
        writeln!(
            out,
            "\n{STRONG}HTTP {} {}{STRONG:#}, which comes without a code",
            transport.http,
            Clean(transport.name)
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
    if let Some(message) = item.message() {
        line(out, "message", message)?;
    }
    for (name, value) in item.parameters().into_iter().flatten() {
        line(out, "parameter", format!("{name}: {value}"))?;
    }
    let documented = vendor.documented_fields(item.code().map(AnyCode::index));
    for (field, value) in item.fields().documented(documented) {
        line(out, "field", format!("{}: {}", field.name, json::compact(value.as_str())))?;
    }
    for (name, value) in item.fields().extra(documented) {
        line(out, "extra", format!("{name}: {}", json::compact(value.as_str())))?;
    }
    if let Some(status) = item.status() {
        line(out, "status", format!("{status}, by the item itself"))?;
    }
    if let Some(code) = code {
        line(out, "meaning", code.meaning())?;
        line(out, "action", code.action())?;
        line(out, "kind", code.kind())?;
        line(out, "retry", explain::retry(&code.retry()))?;
        let answered = |key: &str| code.operations().is_none_or(|mut calls| calls.any(|call| call.key == key));
        if let Some(key) = operation.filter(|key| !answered(key)) {
            line(out, "note", format!("the catalog does not list this code for {key}"))?;
        }
        return Ok(());
    }
    for statement in structure::statements(vendor.form(), raw.as_deref().unwrap_or_default()) {
        line(out, "structure", Said(statement))?;
    }
    let (kind, retry) = (item.kind(), item.retry());
    line(out, "kind", format!("{kind}{}", by(kind.basis, ", by its ", "")))?;
    line(out, "retry", format!("{}: {}{}", retry.advice, retry.reason, by(retry.basis, " (by its ", ")")))
}

/// What a judgement rests on, if on anything.
fn by(basis: Basis, before: &str, behind: &str) -> String {
    if basis == Basis::Nothing { String::new() } else { format!("{before}{basis}{behind}") }
}

fn line(out: &mut dyn Write, label: &str, text: impl std::fmt::Display) -> io::Result<()> {
    writeln!(out, "  {STRONG}{label:<9}{STRONG:#} {}", Clean(text))
}
