//! A whole catalog.

use serde::Deserialize;

use super::class::ClassSpec;
use super::code::{CodeSpec, Defaults, DetailEntry, Section, TransportSpec};
use super::envelope::{EnvelopeSpec, ExampleSpec, ItemsSpec};
use super::fields::{FieldSpec, TypeSpec};
use super::forms::{Table, optional};
use super::retry::HeadersSpec;
use super::spanned::{Spanned, Text};

/// A page that facts come from: its address, or the address with a day of review of its own.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(expecting = "the address of a page, or a map of `url` and `reviewed`")]
pub(crate) enum SourceSpec {
    #[serde(rename = "text")]
    Address(String),
    #[serde(rename = "map")]
    Reviewed(ReviewedSource),
}

/// A page with a day of review of its own.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ReviewedSource {
    pub(crate) url: Text,
    pub(crate) reviewed: Text,
}

impl Spanned<SourceSpec> {
    /// The address of the page.
    pub(crate) fn url(&self) -> Text {
        match &self.value {
            SourceSpec::Address(url) => Spanned { value: url.clone(), span: self.span },
            SourceSpec::Reviewed(source) => source.url.clone(),
        }
    }

    /// The day of its own on which it was reviewed.
    pub(crate) fn reviewed(&self) -> Option<&Text> {
        match &self.value {
            SourceSpec::Address(_) => None,
            SourceSpec::Reviewed(source) => Some(&source.reviewed),
        }
    }
}

/// A whole file.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Catalog {
    pub(crate) vendor: Text,
    pub(crate) title: Text,
    pub(crate) sources: Spanned<Vec<Spanned<SourceSpec>>>,
    pub(crate) reviewed: Text,
    pub(crate) code: Spanned<CodeSpec>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) classes: Vec<Spanned<ClassSpec>>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) detail_codes: Table<DetailEntry>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) operations: Table<String>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) types: Table<TypeSpec>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) item_fields: Table<FieldSpec>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) defaults: Defaults,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) transport: Table<TransportSpec>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) headers: HeadersSpec,
    pub(crate) successes: Option<Text>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) items: Table<ItemsSpec>,
    pub(crate) envelopes: Spanned<Vec<Spanned<EnvelopeSpec>>>,
    pub(crate) sections: Spanned<Vec<Section>>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) examples: Vec<Spanned<ExampleSpec>>,
}
