//! The catalog as it is written: a mirror of the YAML for serde, before anything is checked or resolved.
//!
//! `catalogs/README.md` explains every key. Words such as kinds stay text here, so that a wrong one is reported
//! together with everything else. What findings point to is [`Spanned`]. Keys are required unless they are [`Option`]s or
//! read by [`optional`]; the reader refuses all others.

mod code;
mod envelope;
mod forms;
pub(crate) mod spanned;

pub(crate) use code::{
    CodeSpec, Defaults, DigitGroupSpec, Entry, Form, RangeSpec, RetrySpec, Section, StatusSpec, StatusValue,
    TransportSpec,
};
pub(crate) use envelope::{
    CodeSource, ConditionSpec, EnvelopeSpec, ExampleSpec, ItemsSpec, MadeCode, ReadsSpec, TestSpec, WriteSpec,
};
pub(crate) use forms::{OneOrMany, Table};
pub(crate) use spanned::Spanned;

use serde::Deserialize;

use forms::optional;

/// Text, and where it is.
pub(crate) type Text = Spanned<String>;

/// A whole file.
#[derive(Debug, Deserialize)]
pub(crate) struct Catalog {
    pub(crate) vendor: Text,
    pub(crate) title: Text,
    pub(crate) sources: Spanned<Vec<Text>>,
    pub(crate) reviewed: Text,
    pub(crate) code: Spanned<CodeSpec>,
    #[serde(deserialize_with = "optional")]
    pub(crate) operations: Table<String>,
    #[serde(deserialize_with = "optional")]
    pub(crate) types: Table<TypeSpec>,
    #[serde(deserialize_with = "optional")]
    pub(crate) item_fields: Table<FieldSpec>,
    #[serde(deserialize_with = "optional")]
    pub(crate) defaults: Defaults,
    #[serde(deserialize_with = "optional")]
    pub(crate) transport: Table<TransportSpec>,
    #[serde(deserialize_with = "optional")]
    pub(crate) success_without_body: Vec<Spanned<u16>>,
    pub(crate) envelopes: Spanned<Vec<Spanned<EnvelopeSpec>>>,
    pub(crate) sections: Spanned<Vec<Section>>,
    #[serde(deserialize_with = "optional")]
    pub(crate) examples: Vec<Spanned<ExampleSpec>>,
}

/// A type under `types`: another name or members.
#[derive(Debug, Deserialize)]
#[serde(expecting = "a type, or a map of members")]
pub(crate) enum TypeSpec {
    #[serde(rename = "text")]
    Alias(String),
    #[serde(rename = "map")]
    Members(Table<FieldSpec>),
}

/// A field: `string, required`, or the long form.
#[derive(Debug, Deserialize)]
#[serde(expecting = "a type such as `string, required`, or a map")]
pub(crate) enum FieldSpec {
    #[serde(rename = "text")]
    Short(String),
    #[serde(rename = "map")]
    Long(LongField),
}

/// The long form of a field.
#[derive(Debug, Deserialize)]
pub(crate) struct LongField {
    #[serde(rename = "type")]
    pub(crate) ty: Text,
    pub(crate) required: Option<bool>,
    #[serde(deserialize_with = "optional")]
    pub(crate) also: Vec<Text>,
    pub(crate) meaning: Option<Text>,
}
