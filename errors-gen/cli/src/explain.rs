//! `explain`: all that is known of a code.

use std::io::{self, Write};

use anstyle::Style;
use errors_codegen::load::Arena;
use errors_codegen::model::{self, Code, Example, Field};
use errors_codegen::text::{Lines, OneLine};
use errors_codegen::words;
use errors_runtime::table::{DetailCode, Statement};
use errors_runtime::{AnyCode, Vendor};

use crate::arguments;
use crate::catalogs::Catalogs;
use crate::failure::{Failure, Message, Verdict};
use crate::phrases::{Said, retry, statements};
use crate::read;
use crate::text::shown;

const STRONG: Style = Style::new().bold();

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Explain) -> Result<Verdict, Failure> {
    let vendor = catalogs.vendor(&arguments.vendor)?;
    let arena = Arena::new();
    let tables = read::load(&arena, &vendor, &catalogs.file(&vendor))?;
    let wanted = arguments.code.as_str();
    let mut out = anstream::stdout().lock();
    if let Some(code) = tables.find(wanted).or_else(|| tables.find_name(wanted)) {
        explain(&vendor, code, &mut out)?;
        return Ok(Verdict::Good);
    }
    let details: Vec<_> = tables.detail_codes().iter().filter(|it| [it.wire, it.name].contains(&wanted)).collect();
    if !details.is_empty() {
        details.into_iter().try_for_each(|detail| explain_detail(tables, detail, &mut out))?;
        return Ok(Verdict::Good);
    }
    let statements = statements(tables.classes(), wanted);
    if !statements.is_empty() {
        explain_unlisted(tables.title(), wanted, &statements, &mut out)?;
    }
    // What is said on standard error should come after it.
    out.flush()?;
    let details = tables.detail_codes().iter().map(|detail| detail.wire);
    let names = tables.all_codes().flat_map(|code| [code.as_str(), code.name()]).chain(details);
    let mut message = Message::new(format!("{} lists no code `{wanted}`", tables.title()));
    let similar = words::similar(wanted, names);
    message = message.did_you_mean(&similar);
    if similar.is_empty() && statements.is_empty() {
        message = message.help(format!("`errors export {}` lists all codes", tables.name()));
    }
    Err(Failure::Bad(message))
}

/// Writes `label   text`; a further text of the same label goes below the first.
fn line(out: &mut dyn Write, label: &str, text: &str) -> io::Result<()> {
    writeln!(out, "  {STRONG}{label:<11}{STRONG:#} {}", OneLine(text))
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

/// `vendor` is the catalog itself, for what only a person reads: headings, the meanings of fields, examples.
fn explain(vendor: &model::Vendor, code: AnyCode<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title = format!("{} {code}: {}", code.vendor().title(), code.name());
    writeln!(out, "{STRONG}{}{STRONG:#}\n", OneLine(title))?;
    writeln!(out, "{}\n", OneLine(code.meaning()))?;
    writeln!(out, "What to do: {}\n", OneLine(code.action()))?;
    lines(out, "deprecated", code.deprecated().map(str::to_owned))?;
    lines(out, "replaced by", code.replaced_by().map(shown))?;
    line(out, "kind", code.kind().as_str())?;
    let entry = vendor.codes.get(code.index());
    if entry.is_some_and(|entry| entry.success == Some(true)) {
        line(out, "success", "this code means that the request succeeded")?;
    }
    lines(out, "status", statuses(code, entry))?;
    lines(out, "item status", code.item_statuses().iter().map(u16::to_string))?;
    let answered = code.operations().into_iter().flatten();
    lines(out, "answered by", answered.map(|operation| format!("{} ({})", operation.key, operation.title)))?;
    line(out, "retry", &retry(&code.retry()))?;
    line(out, "audience", code.audience().as_str())?;
    lines(out, "section", entry.map(|entry| sections(vendor, entry)).unwrap_or_default())?;
    lines(out, "message", code.messages().iter().map(|wording| wording.text.to_owned()))?;
    let fields = entry.map(|entry| entry.fields.as_slice()).unwrap_or_default();
    lines(out, "fields", fields.iter().map(|field| described(field, code.sensitive())))?;
    let holes = code.sensitive().iter().filter(|name| !code.fields().iter().any(|field| field.name == **name));
    lines(out, "sensitive", holes.map(|name| format!("{{{name}}} in the message")))?;
    let index = u32::try_from(code.index()).ok();
    let details = code.vendor().detail_codes().iter().filter(|detail| detail.code == index);
    lines(out, "detail", details.map(|detail| format!("{}: {}", detail.wire, detail.meaning)))?;
    lines(out, "classes", statements(code.vendor().classes(), code.as_str()).into_iter().map(Said).map(shown))?;
    line(out, "link", code.link())?;
    if let Some(example) = entry.and_then(|entry| entry.examples.first()) {
        self::example(vendor, example, out)?;
    }
    Ok(())
}

/// A detail code says what it means, and what it says in place of the code that it comes beside.
fn explain_detail(vendor: Vendor<'_>, detail: &DetailCode<'_>, out: &mut dyn Write) -> io::Result<()> {
    let code = detail.code.and_then(|index| vendor.code(usize::try_from(index).ok()?));
    let beside = code.map_or_else(|| "any code".to_owned(), |code| code.to_string());
    let title = format!("{} {detail} beside {beside}: {}", vendor.title(), detail.name);
    writeln!(out, "{STRONG}{}{STRONG:#}\n", OneLine(title))?;
    writeln!(out, "{}\n", OneLine(detail.meaning))?;
    let advised = &detail.advised;
    let action = advised.action.or_else(|| Some(code?.action()));
    if let Some(action) = action {
        writeln!(out, "What to do: {}\n", OneLine(action))?;
    }
    lines(out, "kind", advised.kind.or_else(|| Some(code?.kind())).map(shown))?;
    lines(out, "retry", advised.retry.or_else(|| Some(code?.retry())).map(|advice| retry(&advice)))?;
    lines(out, "audience", advised.audience.or_else(|| Some(code?.audience())).map(shown))?;
    writeln!(out)
}

/// The documented statuses; each with the calls for which it holds.
fn statuses(code: AnyCode<'_>, entry: Option<&Code>) -> Vec<String> {
    if let Some(why) = entry.and_then(|entry| entry.without_status) {
        return vec![why.describe().to_owned()];
    }
    let key = |index: &u16| code.vendor().operations().get(usize::from(*index)).map(|operation| operation.key);
    let rules = code.statuses().iter();
    rules
        .map(|rule| match rule.operations {
            Some(operations) => {
                let keys: Vec<_> = operations.iter().filter_map(key).collect();
                format!("{} for {}", rule.http, keys.join(", "))
            }
            None => rule.http.to_string(),
        })
        .collect()
}

fn sections(vendor: &model::Vendor, code: &Code) -> Vec<String> {
    let title = |index: &usize| vendor.sections.get(*index).map(|section| section.title.clone());
    let own = title(&code.section).map(|title| match &code.group {
        Some(group) => format!("{title}, {group}"),
        None => title,
    });
    own.into_iter().chain(code.also_in.iter().filter_map(title).map(|title| format!("also in {title}"))).collect()
}

fn described(field: &Field, sensitive: &[&str]) -> String {
    let required = match field.required {
        Some(true) => ", required",
        Some(false) => ", optional",
        None => "",
    };
    let sensitive = if sensitive.contains(&field.name.as_str()) { ", sensitive" } else { "" };
    let meaning = field.meaning.as_ref().map(|meaning| format!(": {meaning}")).unwrap_or_default();
    format!("{} ({}{required}{sensitive}){meaning}", field.name, field.ty)
}

fn example(vendor: &model::Vendor, example: &Example, out: &mut dyn Write) -> io::Result<()> {
    let operation = example.operation.and_then(|index| vendor.operations.get(index));
    let title = example.title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
    let with = match (example.status, operation) {
        (Some(status), Some(operation)) => format!(" (HTTP {status} to {})", operation.key),
        (Some(status), None) => format!(" (HTTP {status})"),
        (None, Some(operation)) => format!(" (to {})", operation.key),
        (None, None) => String::new(),
    };
    writeln!(out, "\nExample{}{}\n", OneLine(with), OneLine(title))?;
    for line in example.body.trim_end().lines() {
        writeln!(out, "    {}", Lines(line))?;
    }
    Ok(())
}

fn explain_unlisted(title: &str, code: &str, says: &[Statement<'_>], out: &mut dyn Write) -> io::Result<()> {
    let title = format!("{title} {code}: not listed");
    writeln!(out, "{STRONG}{}{STRONG:#}\n", OneLine(title))?;
    lines(out, "classes", says.iter().copied().map(Said).map(shown))?;
    // The particular counts before the general.
    let advised = || says.iter().rev().map(Statement::advised);
    lines(out, "kind", advised().find_map(|advised| advised.kind).map(shown))?;
    lines(out, "retry", advised().find_map(|advised| advised.retry).map(|advice| retry(&advice)))?;
    lines(out, "audience", advised().find_map(|advised| advised.audience).map(shown))?;
    writeln!(out)
}
