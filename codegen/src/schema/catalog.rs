//! A whole catalog.

use serde::Deserialize;

use super::class::ClassSpec;
use super::code::{CodeSpec, Defaults, DetailEntry, Section, TransportSpec};
use super::envelope::{EnvelopeSpec, ExampleSpec, ItemsSpec};
use super::fields::{FieldSpec, TypeSpec};
use super::forms::{Table, optional};
use super::retry::HeadersSpec;
use super::spanned::{Spanned, Text};

/// A whole file.
#[derive(Debug, Deserialize)]
pub(crate) struct Catalog {
    pub(crate) vendor: Text,
    pub(crate) title: Text,
    pub(crate) sources: Spanned<Vec<Text>>,
    pub(crate) reviewed: Text,
    pub(crate) code: Spanned<CodeSpec>,
    #[serde(deserialize_with = "optional")]
    pub(crate) classes: Vec<Spanned<ClassSpec>>,
    #[serde(deserialize_with = "optional")]
    pub(crate) detail_codes: Table<DetailEntry>,
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
    pub(crate) headers: HeadersSpec,
    pub(crate) successes: Option<Text>,
    #[serde(deserialize_with = "optional")]
    pub(crate) items: Table<ItemsSpec>,
    pub(crate) envelopes: Spanned<Vec<Spanned<EnvelopeSpec>>>,
    pub(crate) sections: Spanned<Vec<Section>>,
    #[serde(deserialize_with = "optional")]
    pub(crate) examples: Vec<Spanned<ExampleSpec>>,
}
