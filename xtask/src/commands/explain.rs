//! `explain`: all that is known of a code.

use std::io::{self, Write};

use anstyle::Style;

use super::export::keys;
use crate::catalogs::Catalogs;
use crate::cli;
use crate::failure::{Failure, Message, Verdict};
use crate::structure::{self, Statement};
use crate::suggest;
use crate::text::{Clean, CleanLines};
use crate::vendor::{Code, Example, Field, Retry, Vendor};

const STRONG: Style = Style::new().bold();

pub(crate) fn run(catalogs: &Catalogs, arguments: &cli::Explain) -> Result<Verdict, Failure> {
    let vendor = catalogs.vendor(&arguments.vendor)?;
    let wanted = arguments.code.as_str();
    let listed = vendor.codes.iter().find(|code| code.wire == wanted);
    let mut out = anstream::stdout().lock();
    if let Some(code) = listed.or_else(|| vendor.codes.iter().find(|code| code.ident == wanted)) {
        explain(&vendor, code, &mut out)?;
        return Ok(Verdict::Good);
    }
    let statements = structure::statements(&vendor, wanted);
    if !statements.is_empty() {
        explain_unlisted(&vendor, wanted, &statements, &mut out)?;
    }
    // What is said on standard error should come after it.
    out.flush()?;
    let names = vendor.codes.iter().flat_map(|code| [code.wire.as_str(), code.ident.as_str()]);
    let mut message = Message::new(format!("{} lists no code `{wanted}`", vendor.title));
    let similar = suggest::similar(wanted, names);
    message = message.did_you_mean(&similar);
    if similar.is_empty() && statements.is_empty() {
        message = message.help(format!("`cargo xtask export {}` lists all codes", vendor.name));
    }
    Err(Failure::Bad(message))
}

/// Writes `label   text`; a further text of the same label goes below the first.
fn line(out: &mut dyn Write, label: &str, text: &str) -> io::Result<()> {
    writeln!(out, "  {STRONG}{label:<11}{STRONG:#} {}", Clean(text))
}

/// The same for several texts; nothing where there are none.
fn lines(out: &mut dyn Write, label: &str, texts: impl IntoIterator<Item = String>) -> io::Result<()> {
    let mut label = label;
    for text in texts {
        line(out, label, &text)?;
        label = "";
    }
    Ok(())
}

fn explain(vendor: &Vendor, code: &Code, out: &mut dyn Write) -> io::Result<()> {
    let title = format!("{} {}: {}", vendor.title, code.wire, code.ident);
    writeln!(out, "{STRONG}{}{STRONG:#}\n", Clean(title))?;
    writeln!(out, "{}\n", Clean(&code.meaning))?;
    writeln!(out, "What to do: {}\n", Clean(&code.action))?;
    lines(out, "deprecated", code.deprecated.clone())?;
    lines(out, "replaced by", code.replaced_by.clone())?;
    line(out, "kind", code.kind.as_str())?;
    if code.success == Some(true) {
        line(out, "success", "this code means that the request succeeded")?;
    }
    lines(out, "status", statuses(vendor, code))?;
    if let Some(operations) = &code.operations {
        let answered = operations.iter().filter_map(|&index| vendor.operations.get(index));
        lines(out, "answered by", answered.map(|operation| format!("{} ({})", operation.key, operation.title)))?;
    }
    line(out, "retry", &retry(&code.retry))?;
    line(out, "audience", code.audience.as_str())?;
    lines(out, "section", sections(vendor, code))?;
    lines(out, "message", code.messages.iter().map(|wording| wording.text.clone()))?;
    lines(out, "fields", code.fields.iter().map(|field| described(field, &code.sensitive)))?;
    let holes = code.sensitive.iter().filter(|name| !code.fields.iter().any(|field| field.name == **name));
    lines(out, "sensitive", holes.map(|name| format!("{{{name}}} in the message")))?;
    lines(out, "structure", structure::statements(vendor, &code.wire).iter().map(Statement::to_string))?;
    line(out, "link", &code.link)?;
    if let Some(example) = code.examples.first() {
        self::example(vendor, example, out)?;
    }
    Ok(())
}

/// The documented statuses; each with the calls for which it holds.
fn statuses(vendor: &Vendor, code: &Code) -> Vec<String> {
    if code.statuses.is_empty() {
        return vec!["none of its own".to_owned()];
    }
    let rules = code.statuses.iter();
    rules
        .map(|rule| match &rule.operations {
            Some(operations) => format!("{} for {}", rule.http, keys(vendor, operations).join(", ")),
            None => rule.http.to_string(),
        })
        .collect()
}

fn sections(vendor: &Vendor, code: &Code) -> Vec<String> {
    let title = |index: &usize| vendor.sections.get(*index).map(|section| section.title.clone());
    let own = title(&code.section).map(|title| match &code.group {
        Some(group) => format!("{title}, {group}"),
        None => title,
    });
    own.into_iter().chain(code.also_in.iter().filter_map(title).map(|title| format!("also in {title}"))).collect()
}

/// Retry advice with its reason and where it comes from.
pub(super) fn retry(retry: &Retry) -> String {
    let whose = if retry.stated { "the vendor says so" } else { "our judgement" };
    format!("{}: {} ({whose})", retry.advice.as_str(), retry.reason)
}

fn described(field: &Field, sensitive: &[String]) -> String {
    let required = match field.required {
        Some(true) => ", required",
        Some(false) => ", optional",
        None => "",
    };
    let sensitive = if sensitive.contains(&field.name) { ", sensitive" } else { "" };
    let meaning = field.meaning.as_ref().map(|meaning| format!(": {meaning}")).unwrap_or_default();
    format!("{} ({}{required}{sensitive}){meaning}", field.name, field.ty)
}

fn example(vendor: &Vendor, example: &Example, out: &mut dyn Write) -> io::Result<()> {
    let operation = example.operation.and_then(|index| vendor.operations.get(index));
    let title = example.title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
    let with = match (example.status, operation) {
        (Some(status), Some(operation)) => format!(" (HTTP {status} to {})", operation.key),
        (Some(status), None) => format!(" (HTTP {status})"),
        (None, Some(operation)) => format!(" (to {})", operation.key),
        (None, None) => String::new(),
    };
    writeln!(out, "\nExample{}{}\n", Clean(with), Clean(title))?;
    for line in example.body.trim_end().lines() {
        writeln!(out, "    {}", CleanLines(line))?;
    }
    Ok(())
}

fn explain_unlisted(vendor: &Vendor, code: &str, says: &[Statement<'_>], out: &mut dyn Write) -> io::Result<()> {
    let title = format!("{} {code}: not listed", vendor.title);
    writeln!(out, "{STRONG}{}{STRONG:#}\n", Clean(title))?;
    lines(out, "structure", says.iter().map(Statement::to_string))?;
    // The particular counts before the general.
    let advised = || says.iter().rev().map(|statement| statement.advised);
    lines(out, "kind", advised().find_map(|advised| advised.kind).map(|kind| kind.as_str().to_owned()))?;
    lines(out, "retry", advised().find_map(|advised| advised.retry.as_ref()).map(retry))?;
    lines(out, "audience", advised().find_map(|advised| advised.audience).map(|it| it.as_str().to_owned()))?;
    writeln!(out)
}
