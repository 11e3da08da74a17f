//! Changes as text, JSON and Markdown.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use errors_codegen::text::OneLine;
use serde::Serialize;
use serde_json::Value;

use crate::markup::{literal, prose};
use crate::text::{STRONG, count};

use super::Compared;
use super::row::{Change, Grade, Row};

/// The longest change that is shown on one line, in characters.
const LONGEST: usize = 100;

pub(super) fn text(compared: &Compared<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut vendor = "";
    for row in &compared.rows {
        if row.vendor != vendor {
            vendor = &row.vendor;
            writeln!(out, "{STRONG}{}{STRONG:#}", OneLine(vendor))?;
        }
        let style = style(row.grade);
        let code = row.code.as_deref().map(|code| format!("{code}: ")).unwrap_or_default();
        let (grade, reason) = (row.grade.as_str(), row.reason);
        let line = change(row);
        if line.chars().count() <= LONGEST {
            writeln!(out, "  {style}{grade:<5}{style:#} {}  ({reason})", OneLine(code + &line))?;
        } else {
            writeln!(out, "  {style}{grade:<5}{style:#} {}  ({reason})", OneLine(code + &row.what))?;
            for (sign, value) in
                [('-', &row.before), ('+', &row.after)].into_iter().filter(|(_, value)| !value.is_null())
            {
                writeln!(out, "        {sign} {}", OneLine(shown(value)))?;
            }
        }
    }
    if !compared.left_out.is_empty() {
        writeln!(out, "not compared: {}", compared.left_out)?;
    }
    writeln!(out, "{}", summary(compared))
}

const fn style(grade: Grade) -> Style {
    let color = match grade {
        Grade::Major => AnsiColor::Red,
        Grade::Minor => AnsiColor::Yellow,
        Grade::Patch => AnsiColor::Green,
    };
    Style::new().bold().fg_color(Some(anstyle::Color::Ansi(color)))
}

/// `kind: not_found -> internal`.
fn change(row: &Row) -> String {
    let (before, after) = (shown(&row.before), shown(&row.after));
    match row.change {
        Change::Added => format!("{} added: {after}", row.what),
        Change::Removed => format!("{} removed: {before}", row.what),
        Change::Renamed => format!("{} renamed: {before} -> {after}", row.what),
        Change::Retired => format!("retired: {after}"),
        Change::Changed if row.before == row.after => format!("{} changed: {after}", row.what),
        Change::Changed => format!("{}: {before} -> {after}", row.what),
    }
}

/// A text without its quotes, everything else as JSON.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// `since HEAD: 1 major, 2 minor and 3 patch changes`.
fn summary(compared: &Compared<'_>) -> String {
    let of = |grade| compared.rows.iter().filter(|row| row.grade == grade).count();
    let [major, minor, patch] = [Grade::Major, Grade::Minor, Grade::Patch].map(of);
    match compared.rows.len() {
        0 => format!("since {}: no changes", compared.base),
        all => {
            format!("since {}: {} ({major} major, {minor} minor, {patch} patch)", compared.base, count(all, "change"))
        }
    }
}

pub(super) fn json(compared: &Compared<'_>, out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Written<'a> {
        base: &'a str,
        grade: Option<Grade>,
        not_compared: Option<&'a str>,
        rows: &'a [Row],
    }
    let not_compared = Some(compared.left_out).filter(|left_out| !left_out.is_empty());
    let written = Written { base: compared.base, grade: compared.grade(), not_compared, rows: &compared.rows };
    serde_json::to_writer_pretty(&mut *out, &written)?;
    writeln!(out)
}

pub(super) fn markdown(compared: &Compared<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", prose(&summary(compared)))?;
    if !compared.left_out.is_empty() {
        writeln!(out, "\nNot compared: {}.", compared.left_out)?;
    }
    if compared.rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n| vendor | code | change | grade | why |\n|---|---|---|---|---|")?;
    for row in &compared.rows {
        let code = row.code.as_deref().map(literal).unwrap_or_default();
        let (vendor, change) = (prose(&row.vendor), prose(&change(row)));
        writeln!(out, "| {vendor} | {code} | {change} | {} | {} |", row.grade.as_str(), row.reason)?;
    }
    Ok(())
}
