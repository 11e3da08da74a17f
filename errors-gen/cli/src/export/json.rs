//! A vendor as JSON.

use errors_codegen::model::{self, NoStatus, Vendor};
use serde::Serialize;

use crate::operations::keys;

/// A vendor. The names and the order of the members of this and of the types below are a contract with other tools.
#[derive(Serialize)]
pub(super) struct Resolved<'a> {
    vendor: &'a str,
    title: &'a str,
    source: Option<&'a str>,
    reviewed: &'a str,
    codes: Vec<Code<'a>>,
    transport: Vec<Transport<'a>>,
}

#[derive(Serialize)]
struct Code<'a> {
    #[serde(rename = "code")]
    wire: &'a str,
    name: &'a str,
    section: Option<&'a str>,
    operations: Option<Vec<&'a str>>,
    status: Option<&'a str>,
    statuses: Vec<Status<'a>>,
    messages: Vec<&'a str>,
    meaning: &'a str,
    action: &'a str,
    kind: &'a str,
    retry: Retry<'a>,
    audience: &'a str,
    fields: Vec<Field<'a>>,
}

#[derive(Serialize)]
struct Status<'a> {
    http: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    operations: Option<Vec<&'a str>>,
}

#[derive(Serialize)]
struct Retry<'a> {
    advice: &'a str,
    reason: &'a str,
    stated: bool,
    effect: &'a str,
    wait: Option<String>,
}

#[derive(Serialize)]
struct Field<'a> {
    name: &'a str,
    r#type: String,
    required: Option<bool>,
}

#[derive(Serialize)]
struct Transport<'a> {
    http: u16,
    name: &'a str,
    meaning: &'a str,
}

impl<'a> Resolved<'a> {
    pub(super) fn new(vendor: &'a Vendor) -> Self {
        let transport =
            |entry: &'a model::Transport| Transport { http: entry.http, name: &entry.name, meaning: &entry.meaning };
        Self {
            vendor: &vendor.name,
            title: &vendor.title,
            source: vendor.sources.first().map(String::as_str),
            reviewed: &vendor.reviewed,
            codes: vendor.codes.iter().map(|code| Code::new(vendor, code)).collect(),
            transport: vendor.transport.iter().map(transport).collect(),
        }
    }
}

impl<'a> Code<'a> {
    fn new(vendor: &'a Vendor, code: &'a model::Code) -> Self {
        let keys = |operations: &Option<Vec<usize>>| operations.as_ref().map(|indices| keys(vendor, indices));
        Self {
            wire: &code.wire,
            name: &code.ident,
            section: vendor.sections.get(code.section).map(|section| section.title.as_str()),
            operations: keys(&code.operations),
            status: code.without_status.map(NoStatus::as_str),
            statuses: code
                .statuses
                .iter()
                .map(|rule| Status { http: rule.http, operations: keys(&rule.operations) })
                .collect(),
            messages: code.messages.iter().map(|wording| wording.text.as_str()).collect(),
            meaning: &code.meaning,
            action: &code.action,
            kind: code.kind.as_str(),
            retry: Retry {
                advice: code.retry.advice.as_str(),
                reason: &code.retry.reason,
                stated: code.retry.stated,
                effect: code.retry.effect.as_str(),
                wait: code.retry.wait.as_ref().map(ToString::to_string),
            },
            audience: code.audience.as_str(),
            fields: code.fields.iter().map(Field::new).collect(),
        }
    }
}

impl<'a> Field<'a> {
    fn new(field: &'a model::Field) -> Self {
        Self { name: &field.name, r#type: field.ty.to_string(), required: field.required }
    }
}
