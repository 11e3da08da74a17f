//! The documentation of a code's variant.

use super::doc::{self, Doc, prose};
use crate::model::{Code, Field, Vendor};

/// All that the catalog says of a code.
pub(super) fn describe(code: &Code, vendor: &Vendor) -> Doc {
    let mut text = Doc::new(&[&doc::code(&code.wire), ": ", &prose(&code.meaning)].concat());
    if let Some(deprecated) = &code.deprecated {
        text.gap();
        text.line(&["Deprecated: ", &prose(deprecated)]);
    }
    text.gap();
    text.line(&["What to do: ", &prose(&code.action)]);
    text.gap();
    text.line(&["- HTTP status: ", &statuses(code, vendor)]);
    text.line(&["- kind: `", code.kind.as_str(), "`"]);
    let stated = if code.retry.stated { "`, as the vendor says. " } else { "`. " };
    text.line(&["- retry: `", code.retry.advice.as_str(), stated, &prose(&code.retry.reason)]);
    text.line(&["- audience: ", code.audience.as_str()]);
    if let Some(operations) = &code.operations {
        text.line(&["- answered by: ", &calls(operations, vendor)]);
    }
    for wording in &code.messages {
        text.line(&["- message: ", &doc::code(&wording.text)]);
    }
    for field in &code.fields {
        text.line(&["- field: ", &describe_field(field)]);
    }
    if let Some(replacement) = replacement(code, vendor) {
        text.line(&["- ", &replacement]);
    }
    if let Some(section) = vendor.sections.get(code.section) {
        text.line(&["- section: ", &prose(&section.title)]);
    }
    text.line(&["- documented at ", &doc::link(&code.link)]);
    if let Some(example) = code.examples.first() {
        let status = example.status.map(|status| format!(", with HTTP {status}")).unwrap_or_default();
        text.paragraph(&format!("For example{status}:"));
        text.block("json", &example.body);
    }
    text
}

/// `409`, or `201 (initiate), 200 (modify)`.
fn statuses(code: &Code, vendor: &Vendor) -> String {
    if code.statuses.is_empty() {
        return "none of its own".to_owned();
    }
    let describe = |rule: &crate::model::StatusRule| match &rule.operations {
        Some(operations) => format!("{} ({})", rule.http, calls(operations, vendor)),
        None => rule.http.to_string(),
    };
    code.statuses.iter().map(describe).collect::<Vec<_>>().join(", ")
}

/// The keys of calls.
fn calls(operations: &[usize], vendor: &Vendor) -> String {
    let keys = operations.iter().filter_map(|&index| vendor.operations.get(index));
    keys.map(|operation| doc::code(&operation.key)).collect::<Vec<_>>().join(", ")
}

/// The names and the type of a field, and whether it is always there.
pub(super) fn describe_field(field: &Field) -> String {
    let required = match field.required {
        Some(true) => ", required",
        Some(false) => ", optional",
        None => "",
    };
    let about = field.meaning.as_ref().map(|meaning| format!(": {}", prose(meaning))).unwrap_or_default();
    let mut names = doc::code(&field.name);
    for name in &field.also {
        names.push_str(" or ");
        names.push_str(&doc::code(name));
    }
    [&names, " (", &doc::code(&field.ty.to_string()), required, ")", &about].concat()
}

/// The successor, as a link to its variant.
fn replacement(code: &Code, vendor: &Vendor) -> Option<String> {
    let wire = code.replaced_by.as_ref()?;
    let successor = vendor.codes.iter().find(|other| other.wire == *wire)?;
    Some(format!("replaced by [`{0}`](Self::{0})", successor.ident))
}
