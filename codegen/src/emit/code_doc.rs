//! Documents the variant of a code.

use super::doc::{self, Doc, prose};
use crate::model::{Code, Field, Retry, StatusRule, Variant, Vendor};

/// Everything that the catalog says about a code.
pub(super) fn describe(code: &Code, vendor: &Vendor) -> Doc {
    let mut doc = Doc::new(&format!("{}: {}", doc::code(&code.wire), prose(&code.meaning)));
    if let Some(deprecated) = &code.deprecated {
        doc.paragraph(&format!("Deprecated: {}", prose(deprecated)));
    }
    let stated = if code.stated.action { "What to do, as the vendor says" } else { "What to do" };
    doc.paragraph(&format!("{stated}: {}", prose(&code.action)));
    doc.gap();
    for fact in facts(code, vendor) {
        doc.line(&format!("- {fact}"));
    }
    if let Some(example) = code.examples.first() {
        let status = example.status.map(|status| format!(", with HTTP {status}")).unwrap_or_default();
        doc.paragraph(&format!("For example{status}:"));
        doc.block("json", &example.body);
    }
    doc
}

/// The short facts about a code, one line each.
fn facts(code: &Code, vendor: &Vendor) -> Vec<String> {
    let Retry { advice, reason, stated: stated_retry, effect, wait } = &code.retry;
    let stated = |stated: bool| if stated { ", as the vendor says" } else { "" };
    let mut facts = vec![
        format!("HTTP status: {}", statuses(code, vendor)),
        format!("kind: `{}`", code.kind.as_str()),
        format!("topic: `{}` ({})", code.topic.as_str(), code.topic.area().as_str()),
        format!("retry: `{}`{}. {}", advice.as_str(), stated(*stated_retry), prose(reason)),
        format!("effect of the request: {}", effect.as_str()),
        format!("audience: {}{}", code.audience.as_str(), stated(code.stated.audience)),
    ];
    if !code.item_statuses.is_empty() {
        let statuses: Vec<_> = code.item_statuses.iter().map(u16::to_string).collect();
        facts.insert(1, format!("status of the error itself: {}", statuses.join(", ")));
    }
    facts.extend(wait.as_ref().map(|wait| format!("wait: {}", doc::code(&wait.to_string()))));
    facts.extend(code.operations.iter().map(|operations| format!("answered by: {}", calls(operations, vendor))));
    facts.extend(code.messages.iter().map(|wording| format!("message: {}", doc::code(&wording.text))));
    facts.extend(code.variants.iter().map(|variant| {
        let advice = variant.advised.retry.as_ref().map(|retry| format!(" Retry: `{}`.", retry.advice.as_str()));
        format!("with {}: {}{}", when(variant), prose(&variant.meaning), advice.unwrap_or_default())
    }));
    facts.extend(code.fields.iter().map(|field| format!("field: {}", describe_field(field))));
    facts.extend(replacement(code, vendor));
    facts.extend(vendor.sections.get(code.section).map(|section| format!("section: {}", prose(&section.title))));
    facts.push(format!("documented at {}", doc::link(&code.link)));
    facts
}

/// ``HTTP 402 or 500, message `Sold` ``
fn when(variant: &Variant) -> String {
    let statuses: Vec<_> = variant.http.iter().map(u16::to_string).collect();
    let http = (!statuses.is_empty()).then(|| format!("HTTP {}", statuses.join(" or ")));
    let messages: Vec<_> = variant.messages.iter().map(|text| doc::code(text)).collect();
    let message = (!messages.is_empty()).then(|| format!("message {}", messages.join(" or ")));
    http.into_iter().chain(message).collect::<Vec<_>>().join(", ")
}

/// `409`, or `201 (initiate), 200 (modify)`.
fn statuses(code: &Code, vendor: &Vendor) -> String {
    if let Some(why) = code.without_status {
        return why.describe().to_owned();
    }
    let describe = |rule: &StatusRule| match &rule.operations {
        Some(operations) => format!("{} ({})", rule.http, calls(operations, vendor)),
        None => rule.http.to_string(),
    };
    code.statuses.iter().map(describe).collect::<Vec<_>>().join(", ")
}

/// The keys of API calls.
fn calls(operations: &[usize], vendor: &Vendor) -> String {
    let keys = operations.iter().filter_map(|&index| vendor.operations.get(index));
    keys.map(|operation| doc::code(&operation.key)).collect::<Vec<_>>().join(", ")
}

/// The keys and the type of a field, and whether it is always present.
pub(super) fn describe_field(field: &Field) -> String {
    let required = match field.required {
        Some(true) => ", required",
        Some(false) => ", optional",
        None => "",
    };
    let about = field.meaning.as_ref().map(|meaning| format!(": {}", prose(meaning))).unwrap_or_default();
    let names = std::iter::once(&field.name).chain(&field.also).map(|name| doc::code(name)).collect::<Vec<_>>();
    format!("{} ({}{required}){about}", names.join(" or "), doc::code(&field.ty.to_string()))
}

/// The code that replaces it, as a link to its variant.
fn replacement(code: &Code, vendor: &Vendor) -> Option<String> {
    let wire = code.replaced_by.as_ref()?;
    let successor = vendor.codes.iter().find(|other| other.wire == *wire)?;
    Some(format!("replaced by [`{0}`](Self::{0})", successor.ident))
}
