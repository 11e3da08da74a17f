//! A listed code.

use std::io::{self, Write};

use errors_codegen::model::{Code, Field, Vendor};
use errors_codegen::text::OneLine;
use errors_runtime::AnyCode;
use errors_runtime::table::Variant;

use super::example;
use crate::phrases::{Said, retry, statements, topic};
use crate::text::{STRONG, line, lines};

/// `vendor` is the catalog itself, for what only a person reads: headings, the meanings of fields, examples.
pub(super) fn explain(vendor: &Vendor, code: AnyCode<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title = format!("{} {code}: {}", code.vendor().title(), code.name());
    writeln!(out, "{STRONG}{}{STRONG:#}\n", OneLine(title))?;
    writeln!(out, "{}\n", OneLine(code.meaning()))?;
    writeln!(out, "What to do: {}\n", OneLine(code.action()))?;
    lines(out, "deprecated", code.deprecated())?;
    lines(out, "replaced by", code.replaced_by())?;
    line(out, "kind", code.kind())?;
    line(out, "topic", topic(code.topic()))?;
    let entry = vendor.codes.get(code.index());
    if entry.is_some_and(|entry| entry.success == Some(true)) {
        line(out, "success", "this code means that the request succeeded")?;
    }
    lines(out, "status", statuses(code, entry))?;
    lines(out, "item status", code.item_statuses())?;
    let answered = code.operations().into_iter().flatten();
    lines(out, "answered by", answered.map(|operation| format!("{} ({})", operation.key, operation.title)))?;
    line(out, "retry", retry(&code.retry()))?;
    line(out, "audience", code.audience())?;
    lines(out, "section", entry.map(|entry| sections(vendor, entry)).unwrap_or_default())?;
    lines(out, "message", code.messages().iter().map(|wording| wording.text))?;
    lines(out, "variants", code.variants().iter().map(variant))?;
    let fields = entry.map(|entry| entry.fields.as_slice()).unwrap_or_default();
    lines(out, "fields", fields.iter().map(|field| described(field, code.sensitive())))?;
    let holes = code.sensitive().iter().filter(|name| !code.fields().iter().any(|field| field.name == **name));
    lines(out, "sensitive", holes.map(|name| format!("{{{name}}} in the message")))?;
    let index = u32::try_from(code.index()).ok();
    let details = code.vendor().detail_codes().iter().filter(|detail| detail.code == index);
    lines(out, "detail", details.map(|detail| format!("{}: {}", detail.wire, detail.meaning)))?;
    lines(out, "classes", statements(code.vendor().classes(), code.as_str()).into_iter().map(Said))?;
    line(out, "link", code.link())?;
    let examples = entry.map(|entry| entry.examples.as_slice()).unwrap_or_default();
    match entry.filter(|_| examples.is_empty()) {
        Some(entry) => example::write_made(vendor, code.vendor(), entry, out),
        None => examples.iter().try_for_each(|example| example::write(vendor, example, out)),
    }
}

/// ``with HTTP 500: An error occurred. Retry verify_first: ...``
fn variant(variant: &Variant<'_>) -> String {
    let http: Vec<_> = variant.http.iter().map(u16::to_string).collect();
    let http = (!http.is_empty()).then(|| format!("HTTP {}", http.join(", ")));
    let messages = (!variant.messages.is_empty()).then(|| format!("message {}", variant.messages.join(" | ")));
    let when: Vec<_> = http.into_iter().chain(messages).collect();
    let advised = &variant.advised;
    let kind = advised.kind.map(|kind| format!(" Kind {kind}.")).unwrap_or_default();
    let topic = advised.topic.map(|topic| format!(" Topic {topic}.")).unwrap_or_default();
    let audience = advised.audience.map(|audience| format!(" Audience {audience}.")).unwrap_or_default();
    let action = advised.action.map(|action| format!(" What to do: {action}")).unwrap_or_default();
    let retry = advised.retry.map(|advice| format!(" Retry {}", retry(&advice))).unwrap_or_default();
    format!("with {}: {}{action}{kind}{topic}{audience}{retry}", when.join(", "), variant.meaning)
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

fn sections(vendor: &Vendor, code: &Code) -> Vec<String> {
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
