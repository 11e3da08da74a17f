//! A vendor as data: JSON or YAML.

use errors_codegen::model::{self, NoStatus, Topic, Vendor};
use serde::Serialize;

use crate::operations::keys;

/// A vendor. The names and the order of the members of this and of the types below are a contract with other tools.
#[derive(Serialize)]
pub(crate) struct Resolved<'a> {
    vendor: &'a str,
    title: &'a str,
    source: Option<&'a str>,
    reviewed: &'a str,
    codes: Vec<Code<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    detail_codes: Vec<Detail<'a>>,
    transport: Vec<Transport<'a>>,
    /// There where a source was reviewed on another day than the file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    url: &'a str,
    reviewed: &'a str,
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
    item_statuses: &'a [u16],
    messages: Vec<&'a str>,
    meaning: &'a str,
    action: &'a str,
    kind: &'a str,
    topic: &'a str,
    retry: Retry<'a>,
    audience: &'a str,
    note: bool,
    deprecated: Option<&'a str>,
    replaced_by: Option<&'a str>,
    sensitive: &'a [String],
    link: &'a str,
    fields: Vec<Field<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    variants: Vec<Variant<'a>>,
}

/// What a code means with some statuses or wordings; what is null the code says.
#[derive(Serialize)]
struct Variant<'a> {
    http: &'a [u16],
    messages: &'a [String],
    meaning: &'a str,
    #[serde(flatten)]
    advised: Advised<'a>,
}

/// What is said in place of the code.
#[derive(Serialize)]
struct Advised<'a> {
    action: Option<&'a str>,
    kind: Option<&'a str>,
    topic: Option<&'a str>,
    retry: Option<Retry<'a>>,
    audience: Option<&'a str>,
}

/// A finer code beside a code; what is null the code says.
#[derive(Serialize)]
struct Detail<'a> {
    #[serde(rename = "detail_code")]
    wire: &'a str,
    code: Option<&'a str>,
    name: &'a str,
    meaning: &'a str,
    #[serde(flatten)]
    advised: Advised<'a>,
}

#[derive(Serialize)]
struct Status<'a> {
    http: u16,
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
    meaning: Option<&'a str>,
}

#[derive(Serialize)]
struct Transport<'a> {
    http: u16,
    name: &'a str,
    meaning: &'a str,
}

impl<'a> Resolved<'a> {
    pub(crate) fn new(vendor: &'a Vendor) -> Self {
        let differ = vendor.sources.iter().any(|source| source.reviewed != vendor.reviewed);
        let source = |source: &'a model::Source| Source { url: &source.url, reviewed: &source.reviewed };
        let transport =
            |entry: &'a model::Transport| Transport { http: entry.http, name: &entry.name, meaning: &entry.meaning };
        Self {
            vendor: &vendor.name,
            title: &vendor.title,
            source: vendor.sources.first().map(|source| source.url.as_str()),
            reviewed: &vendor.reviewed,
            codes: vendor.codes.iter().map(|code| Code::new(vendor, code)).collect(),
            detail_codes: vendor.detail_codes.iter().map(Detail::new).collect(),
            transport: vendor.transport.iter().map(transport).collect(),
            sources: vendor.sources.iter().filter(|_| differ).map(source).collect(),
        }
    }
}

/// A status without a code, with its advice, which is not part of the contract.
#[derive(Serialize)]
pub(crate) struct AdvisedStatus<'a> {
    http: u16,
    name: &'a str,
    meaning: &'a str,
    action: &'a str,
    kind: &'a str,
    topic: &'a str,
    retry: Retry<'a>,
    audience: &'a str,
}

impl<'a> AdvisedStatus<'a> {
    pub(crate) fn new(entry: &'a model::Transport) -> Self {
        let model::Transport { http, name, meaning, action, kind, topic, retry, audience } = entry;
        Self {
            http: *http,
            name,
            meaning,
            action,
            kind: kind.as_str(),
            topic: topic.as_str(),
            retry: Retry::new(retry),
            audience: audience.as_str(),
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
            item_statuses: &code.item_statuses,
            messages: code.messages.iter().map(|wording| wording.text.as_str()).collect(),
            meaning: &code.meaning,
            action: &code.action,
            kind: code.kind.as_str(),
            topic: code.topic.as_str(),
            retry: Retry::new(&code.retry),
            audience: code.audience.as_str(),
            note: code.note,
            deprecated: code.deprecated.as_deref(),
            replaced_by: code.replaced_by.as_deref(),
            sensitive: &code.sensitive,
            link: &code.link,
            fields: code.fields.iter().map(Field::new).collect(),
            variants: code.variants.iter().map(Variant::new).collect(),
        }
    }
}

impl<'a> Detail<'a> {
    fn new(detail: &'a model::DetailCode) -> Self {
        Self {
            wire: &detail.wire,
            code: detail.code.as_deref(),
            name: &detail.ident,
            meaning: &detail.meaning,
            advised: Advised::new(&detail.advised),
        }
    }
}

impl<'a> Variant<'a> {
    fn new(variant: &'a model::Variant) -> Self {
        let model::Variant { http, messages, meaning, advised } = variant;
        Self { http, messages, meaning, advised: Advised::new(advised) }
    }
}

impl<'a> Advised<'a> {
    fn new(advised: &'a model::Advised) -> Self {
        Self {
            action: advised.action.as_deref(),
            kind: advised.kind.map(model::Kind::as_str),
            topic: advised.topic.map(Topic::as_str),
            retry: advised.retry.as_ref().map(Retry::new),
            audience: advised.audience.map(model::Audience::as_str),
        }
    }
}

impl<'a> Retry<'a> {
    fn new(retry: &'a model::Retry) -> Self {
        Self {
            advice: retry.advice.as_str(),
            reason: &retry.reason,
            stated: retry.stated,
            effect: retry.effect.as_str(),
            wait: retry.wait.as_ref().map(ToString::to_string),
        }
    }
}

impl<'a> Field<'a> {
    fn new(field: &'a model::Field) -> Self {
        Self {
            name: &field.name,
            r#type: field.ty.to_string(),
            required: field.required,
            meaning: field.meaning.as_deref(),
        }
    }
}
