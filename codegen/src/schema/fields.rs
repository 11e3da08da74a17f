//! The parts of a catalog that describe fields and their types.

use serde::Deserialize;

use super::forms::{Table, optional};
use super::spanned::{Spanned, Text};

/// A type under `types`: another name, members or the texts that it can be.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(expecting = "a type, a map of members, or a list of texts")]
pub(crate) enum TypeSpec {
    #[serde(rename = "list")]
    Texts(Vec<Spanned<KnownText>>),
    #[serde(rename = "text")]
    Alias(String),
    #[serde(rename = "map")]
    Members(Table<FieldSpec>),
}

/// A text that a type can be: `VALIDATION`, or `VALIDATION: what it means`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(expecting = "a text, or a text and its meaning such as `OUTAGE: A system is down.`")]
pub(crate) enum KnownText {
    #[serde(rename = "text")]
    Bare(String),
    #[serde(rename = "map")]
    Explained(Table<String>),
}

/// A field: `string, required`, or the long form.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(expecting = "a type such as `string, required`, or a map")]
pub(crate) enum FieldSpec {
    #[serde(rename = "text")]
    Short(String),
    #[serde(rename = "map")]
    Long(LongField),
}

/// The long form of a field.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct LongField {
    #[serde(rename = "type")]
    pub(crate) ty: Text,
    pub(crate) required: Option<bool>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) also: Vec<Text>,
    pub(crate) meaning: Option<Text>,
}
