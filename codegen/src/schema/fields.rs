//! The parts of a catalog that describe fields and their types.

use serde::Deserialize;

use super::forms::{Table, optional};
use super::spanned::Text;

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
