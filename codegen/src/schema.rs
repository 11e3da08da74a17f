//! The catalog as it is written: a mirror of the YAML for serde, before anything is checked or resolved.
//!
//! `catalogs/README.md` explains every key. Words such as kinds stay text here, so that a wrong one is reported
//! together with everything else.

mod code;
mod envelope;
mod forms;

pub(crate) use code::{
    CodeSpec, Defaults, DigitGroupSpec, Entry, Form, RangeSpec, RetrySpec, Section, StatusSpec, StatusValue,
    TransportSpec,
};
pub(crate) use envelope::{
    CodeSource, ConditionSpec, EnvelopeSpec, ExampleSpec, ItemsSpec, MadeCode, ReadsSpec, TestSpec, WriteSpec,
};
pub(crate) use forms::{OneOrMany, Table};

use serde::Deserialize;

/// A whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Catalog {
    pub(crate) vendor: String,
    pub(crate) title: String,
    pub(crate) sources: Vec<String>,
    pub(crate) reviewed: String,
    pub(crate) code: CodeSpec,
    #[serde(default)]
    pub(crate) operations: Table<String>,
    #[serde(default)]
    pub(crate) types: Table<TypeSpec>,
    #[serde(default)]
    pub(crate) item_fields: Table<FieldSpec>,
    #[serde(default)]
    pub(crate) defaults: Defaults,
    #[serde(default)]
    pub(crate) transport: Table<TransportSpec>,
    #[serde(default)]
    pub(crate) success_without_body: Vec<u16>,
    pub(crate) envelopes: Vec<EnvelopeSpec>,
    pub(crate) sections: Vec<Section>,
    #[serde(default)]
    pub(crate) examples: Vec<ExampleSpec>,
}

/// A type under `types`: another name (text) or members.
#[derive(Debug)]
pub(crate) enum TypeSpec {
    Alias(String),
    Members(Table<FieldSpec>),
}

/// A field: `string, required`, or the long form.
#[derive(Debug)]
pub(crate) enum FieldSpec {
    Short(String),
    Long(LongField),
}

/// The long form of a field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LongField {
    #[serde(rename = "type")]
    pub(crate) ty: String,
    pub(crate) required: Option<bool>,
    #[serde(default)]
    pub(crate) also: Vec<String>,
    pub(crate) meaning: Option<String>,
}

forms::text_or_map!(TypeSpec, "a type, or a map of members", Alias, Members);
forms::text_or_map!(FieldSpec, "a type such as `string, required`, or a map", Short, Long);
