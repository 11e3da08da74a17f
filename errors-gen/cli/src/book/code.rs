//! What the page of a code shows.

use errors_codegen::examples;
use errors_codegen::model::{Code, Field, StatusRule, Variant, Vendor};
use errors_runtime::decide::Attempt;
use serde::Serialize;

use crate::operations::keys;
use crate::phrases;
use crate::pretty::pretty;

/// The page of a code, and its row in the tables.
#[derive(Serialize)]
pub(super) struct CodePage<'a> {
    pub(super) code: &'a str,
    /// The Rust name, where it says more than the code.
    pub(super) name: Option<&'a str>,
    /// The file without its ending.
    pub(super) file: String,
    pub(super) vendor: &'a str,
    pub(super) title: &'a str,
    section: Option<&'a str>,
    pub(super) meaning: &'a str,
    action: &'a str,
    reason: &'a str,
    stated: bool,
    /// The decision for requests that may be repeated, and for others.
    safe: String,
    unsafe_: String,
    pub(super) kind: &'a str,
    pub(super) topic: &'a str,
    topic_applies: &'a str,
    audience: &'a str,
    effect: &'a str,
    deprecated: Option<&'a str>,
    replaced_by: Option<&'a str>,
    is_success: bool,
    is_note: bool,
    /// The documented statuses, each with the calls for which it holds; or why there are none.
    pub(super) statuses: Vec<String>,
    item_statuses: &'a [u16],
    operations: Vec<&'a str>,
    pub(super) messages: Vec<&'a str>,
    sensitive: &'a [String],
    fields: Vec<FieldRow<'a>>,
    variants: Vec<VariantRow<'a>>,
    examples: Vec<Shown>,
    link: &'a str,
}

#[derive(Serialize)]
struct FieldRow<'a> {
    name: &'a str,
    r#type: String,
    required: &'static str,
    meaning: &'a str,
}

#[derive(Serialize)]
struct VariantRow<'a> {
    with: String,
    meaning: &'a str,
    action: &'a str,
}

/// A body, a member a line.
#[derive(Serialize)]
struct Shown {
    status: Option<u16>,
    title: String,
    body: String,
}

impl<'a> CodePage<'a> {
    /// `tables` are those of the vendor.
    pub(super) fn new(vendor: &'a Vendor, tables: errors_runtime::Vendor<'_>, code: &'a Code, file: String) -> Self {
        let made = examples::write(vendor, tables, code).ok();
        let (status, body) = made.as_ref().map_or((None, "{}"), |made| (made.status, made.json.as_str()));
        let response = tables.read(status, body);
        let decision = |method| phrases::decision(&response.decide(&Attempt::new().method(method)));
        let statuses = match code.without_status {
            Some(why) => vec![why.describe().to_owned()],
            None => code.statuses.iter().map(|rule| status_of(vendor, rule)).collect(),
        };
        Self {
            code: &code.wire,
            name: Some(code.ident.as_str()).filter(|name| !is_same(name, &code.wire)),
            file,
            vendor: &vendor.name,
            title: &vendor.title,
            section: vendor.sections.get(code.section).map(|section| section.title.as_str()),
            meaning: &code.meaning,
            action: &code.action,
            reason: &code.retry.reason,
            stated: code.retry.stated,
            safe: decision("GET"),
            unsafe_: decision("POST"),
            kind: code.kind.as_str(),
            topic: code.topic.as_str(),
            topic_applies: code.topic.applies(),
            audience: code.audience.as_str(),
            effect: code.retry.effect.as_str(),
            deprecated: code.deprecated.as_deref(),
            replaced_by: code.replaced_by.as_deref(),
            is_success: code.success == Some(true),
            is_note: code.note,
            statuses,
            item_statuses: &code.item_statuses,
            operations: code.operations.as_ref().map(|indices| keys(vendor, indices)).unwrap_or_default(),
            messages: code.messages.iter().map(|wording| wording.text.as_str()).collect(),
            sensitive: &code.sensitive,
            fields: code.fields.iter().map(FieldRow::new).collect(),
            variants: code.variants.iter().map(VariantRow::new).collect(),
            examples: shown(code, made.as_ref().map(|made| (made.status, made.json.as_str()))),
            link: &code.link,
        }
    }
}

/// The examples of the catalog, or else the body that is made of what it says.
fn shown(code: &Code, made: Option<(Option<u16>, &str)>) -> Vec<Shown> {
    let example =
        |status, title: &str, body: &str| Shown { status, title: title.to_owned(), body: pretty(body.trim_end()) };
    if code.examples.is_empty() {
        return made.map(|(status, body)| example(status, "made of what is listed here", body)).into_iter().collect();
    }
    let listed = code.examples.iter();
    listed.map(|one| example(one.status, one.title.as_deref().unwrap_or_default(), &one.body)).collect()
}

/// Whether a name is that of the code in another spelling: `OutOfStock` and `OUT_OF_STOCK`.
fn is_same(name: &str, code: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    letters(name) == letters(code)
}

fn status_of(vendor: &Vendor, rule: &StatusRule) -> String {
    match &rule.operations {
        Some(operations) => format!("{} ({})", rule.http, keys(vendor, operations).join(", ")),
        None => rule.http.to_string(),
    }
}

impl<'a> FieldRow<'a> {
    fn new(field: &'a Field) -> Self {
        let required = match field.required {
            Some(true) => "required",
            Some(false) => "optional",
            None => "",
        };
        let meaning = field.meaning.as_deref().unwrap_or_default();
        Self { name: &field.name, r#type: field.ty.to_string(), required, meaning }
    }
}

impl<'a> VariantRow<'a> {
    fn new(variant: &'a Variant) -> Self {
        let http = variant.http.iter().map(|status| format!("HTTP {status}"));
        let with: Vec<String> = http.chain(variant.messages.iter().cloned()).collect();
        let action = variant.advised.action.as_deref().unwrap_or_default();
        Self { with: with.join(", "), meaning: &variant.meaning, action }
    }
}
