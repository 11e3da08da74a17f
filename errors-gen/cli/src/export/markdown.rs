//! A vendor as a page of Markdown.

use std::io::{self, Write};

use errors_codegen::model::{Advised, Audience, Code, DetailCode, Field, Kind, Retry, StatusRule, Topic, Vendor};

use crate::markup::{literal, prose, url};
use crate::operations::keys;

/// Writes the page: a heading, the sources, a table for each section or group, the statuses without a code.
pub(crate) fn page(vendor: &Vendor, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "# {}\n", prose(&vendor.title))?;
    let plural = if vendor.sources.len() == 1 { "" } else { "s" };
    let sources = vendor.sources_in_words(|address| format!("<{}>", url(address)), prose);
    writeln!(out, "Source{plural}: {sources}. Reviewed on {}.", prose(&vendor.reviewed))?;
    for (index, section) in vendor.sections.iter().enumerate() {
        writeln!(out, "\n## {}", prose(&section.title))?;
        let codes: Vec<&Code> = vendor.codes.iter().filter(|code| code.section == index).collect();
        for group in codes.chunk_by(|one, other| one.group == other.group) {
            if let Some(title) = group.first().and_then(|code| code.group.as_ref()) {
                writeln!(out, "\n### {}", prose(title))?;
            }
            table(vendor, group, out)?;
        }
        let repeated: Vec<_> = vendor.codes.iter().filter(|code| code.also_in.contains(&index)).collect();
        if !repeated.is_empty() {
            let repeated: Vec<_> = repeated.iter().map(|code| literal(&code.wire)).collect();
            writeln!(out, "\nAlso here: {}.", repeated.join(", "))?;
        }
    }
    if !vendor.detail_codes.is_empty() {
        writeln!(out, "\n## Detail codes\n")?;
        writeln!(out, "| Detail code | Beside | Name | Meaning | What to do | Kind | Topic | Retry | Audience |")?;
        writeln!(out, "|---|---|---|---|---|---|---|---|---|")?;
        for DetailCode { wire, ident, code, meaning, advised } in &vendor.detail_codes {
            writeln!(
                out,
                "| {} | {} | {} | {} | {} | {} | {} | {} | {} |",
                literal(wire),
                code.as_deref().map_or_else(|| "any code".to_owned(), literal),
                literal(ident),
                prose(meaning),
                advised.action.as_deref().map(prose).unwrap_or_default(),
                advised.kind.map(Kind::as_str).unwrap_or_default(),
                advised.topic.map(Topic::as_str).unwrap_or_default(),
                advised.retry.as_ref().map(retry).unwrap_or_default(),
                advised.audience.map(Audience::as_str).unwrap_or_default(),
            )?;
        }
    }
    if !vendor.transport.is_empty() {
        writeln!(out, "\n## Statuses without a code\n")?;
        writeln!(out, "| Status | Name | Meaning | What to do | Kind | Topic | Retry | Audience |")?;
        writeln!(out, "|---|---|---|---|---|---|---|---|")?;
        for entry in &vendor.transport {
            let (name, meaning, action) = (literal(&entry.name), prose(&entry.meaning), prose(&entry.action));
            let (kind, audience) = (entry.kind.as_str(), entry.audience.as_str());
            let (topic, retry) = (entry.topic.as_str(), retry(&entry.retry));
            writeln!(
                out,
                "| {} | {name} | {meaning} | {action} | {kind} | {topic} | {retry} | {audience} |",
                entry.http
            )?;
        }
    }
    Ok(())
}

fn table(vendor: &Vendor, codes: &[&Code], out: &mut impl Write) -> io::Result<()> {
    // A column that would be empty is left out.
    let messages = codes.iter().any(|code| !code.messages.is_empty());
    let fields = codes.iter().any(|code| !code.fields.is_empty());
    let optional = |shown: bool, cell: &str| if shown { format!(" {cell} |") } else { String::new() };
    let head = format!("{}{}", optional(messages, "Message"), optional(fields, "Fields"));
    let rule = "---|".repeat(usize::from(messages) + usize::from(fields));
    writeln!(out, "\n| Code | Name | Status |{head} Meaning | What to do | Kind | Topic | Retry | Audience |")?;
    writeln!(out, "|---|---|---|{rule}---|---|---|---|---|---|")?;
    for code in codes {
        let wordings: Vec<_> = code.messages.iter().map(|wording| literal(&wording.text)).collect();
        let described: Vec<_> = code.fields.iter().map(field).collect();
        writeln!(
            out,
            "| {} | {} | {} |{}{} {} | {} | {} | {} | {} | {} |",
            literal(&code.wire),
            literal(&code.ident),
            statuses(vendor, code),
            optional(messages, &wordings.join("<br>")),
            optional(fields, &described.join("<br>")),
            meaning(code),
            prose(&code.action),
            code.kind.as_str(),
            code.topic.as_str(),
            retry(&code.retry),
            code.audience.as_str(),
        )?;
    }
    Ok(())
}

fn meaning(code: &Code) -> String {
    let mut text = prose(&code.meaning);
    for variant in &code.variants {
        let http = variant.http.iter().map(u16::to_string);
        let when: Vec<_> = http.chain(variant.messages.iter().map(|text| literal(text))).collect();
        text = format!("{text}<br>With {}: {}{}", when.join(", "), prose(&variant.meaning), advised(&variant.advised));
    }
    if let Some(since) = &code.deprecated {
        text = format!("{text}<br>Deprecated: {}", prose(since));
    }
    if let Some(successor) = &code.replaced_by {
        text = format!("{text}<br>Replaced by {}", literal(successor));
    }
    text
}

/// What a variant says in place of its code: its action, then the words of the other columns.
fn advised(advised: &Advised) -> String {
    let Advised { kind, topic, retry: advice, audience, action } = advised;
    let words = [
        kind.map(|kind| kind.as_str().to_owned()),
        topic.map(|topic| topic.as_str().to_owned()),
        advice.as_ref().map(retry),
        audience.map(|audience| audience.as_str().to_owned()),
    ];
    let words: Vec<_> = words.into_iter().flatten().collect();
    let action = action.as_ref().map(|action| format!(" {}", prose(action))).unwrap_or_default();
    if words.is_empty() { action } else { format!("{action} ({})", words.join("; ")) }
}

fn field(field: &Field) -> String {
    let required = match field.required {
        Some(true) => ", required",
        Some(false) => ", optional",
        None => "",
    };
    format!("{}: {}{required}", literal(&field.name), prose(&field.ty.to_string()))
}

fn statuses(vendor: &Vendor, code: &Code) -> String {
    let of_all = code.operations.as_ref().map(|indices| keys(vendor, indices).join(", "));
    let rule = |rule: &StatusRule| match &rule.operations {
        Some(operations) => format!("{} ({})", rule.http, prose(&keys(vendor, operations).join(", "))),
        None => rule.http.to_string(),
    };
    let of_items = code.item_statuses.iter().map(|status| format!("{status} (the error itself)"));
    let rules: Vec<_> = code.statuses.iter().map(rule).chain(of_items).collect();
    let told = code.statuses.iter().any(|rule| rule.operations.is_some());
    match of_all.filter(|operations| !told && !operations.is_empty()) {
        Some(operations) => format!("{} ({})", rules.join("<br>"), prose(&operations)).trim_start().to_owned(),
        None => rules.join("<br>"),
    }
}

fn retry(retry: &Retry) -> String {
    let stated = if retry.stated { "" } else { " (our judgement)" };
    let effect = if retry.effect == retry.advice.usual_effect() {
        String::new()
    } else {
        format!("; effect: {}", retry.effect.as_str())
    };
    let wait = retry.wait.as_ref().map(|wait| format!("; wait: {}", prose(&wait.to_string()))).unwrap_or_default();
    format!("{}: {}{stated}{effect}{wait}", retry.advice.as_str(), prose(&retry.reason))
}
