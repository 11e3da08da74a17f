//! Vendors.

use errors_tables::{CodeForm, Successes};

use super::class::{Class, ClassBy};
use super::code::{Code, DetailCode, Transport};
use super::envelope::Envelope;
use super::example::Example;
use super::fields::Field;
use super::retry::{Headers, Retry};
use super::types::Types;

/// A page that facts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its address.
    pub url: String,
    /// The day on which somebody last compared the catalog with it, `YYYY-MM-DD`.
    pub reviewed: String,
    /// The place of that day in the file, for reports about it.
    pub reviewed_at: crate::finding::Place,
}

/// One vendor: everything that its catalog says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vendor {
    /// The module's name, which is also the stem of the file: `omnicart`.
    pub name: String,
    /// The vendor's name as people write it: `OmniCart`.
    pub title: String,
    /// The pages that the facts come from; at least one.
    pub sources: Vec<Source>,
    /// The day of the last comparison with the sources that have no day of their own, `YYYY-MM-DD`.
    pub reviewed: String,
    /// The place of that day in the file, for reports about it.
    pub reviewed_at: crate::finding::Place,
    /// The catalog's path relative to the directory that holds all catalogs: `omnicart.yaml`.
    pub file: String,
    /// The syntax of codes: any text; an integer that fits `i64`, without leading zeros or `+`; or at most 18 digits of
    /// a fixed width, with leading zeros.
    pub form: CodeForm,
    /// Codes that mean success; all others are then failures. Empty if no code means success.
    pub success: Vec<String>,
    /// The classes of codes: first those that look at the code, then those that look at other members, each in the
    /// catalog's order.
    pub classes: Vec<Class>,
    /// The vendor's API calls, in the catalog's order. Empty if the page does not list codes by call.
    pub operations: Vec<Operation>,
    /// The page's sections, in its order.
    pub sections: Vec<Section>,
    /// The declared types, in the catalog's order.
    pub types: Types,
    /// The fields that every error may have.
    pub item_fields: Vec<Field>,
    /// All codes, in the catalog's order.
    pub codes: Vec<Code>,
    /// The detail codes: those that mean the same with every code, then those of each code.
    pub detail_codes: Vec<DetailCode>,
    /// HTTP statuses that the vendor documents for responses without a code, in the catalog's order.
    pub transport: Vec<Transport>,
    /// The headers that matter for errors.
    pub headers: Headers,
    /// Which 2xx bodies are successes.
    pub successes: Successes,
    /// The envelopes, in the order in which they are tried.
    pub envelopes: Vec<Envelope>,
    /// Examples that belong to no single code.
    pub examples: Vec<Example>,
}

impl Vendor {
    /// The sources in one line, as in `A, B (compared on 2026-11-30)`: with the day where it is not that of the file.
    /// `address` shows an address, `text` any other text of the catalog.
    #[must_use]
    pub fn sources_in_words(&self, address: impl Fn(&str) -> String, text: impl Fn(&str) -> String) -> String {
        let source = |source: &Source| {
            let own = (source.reviewed != self.reviewed).then(|| format!(" (compared on {})", text(&source.reviewed)));
            address(&source.url) + &own.unwrap_or_default()
        };
        self.sources.iter().map(source).collect::<Vec<String>>().join(", ")
    }

    /// Whether a field that every error may have can hold personal or secret data. With an unlisted code, it is treated
    /// as such if it is with any listed code.
    #[must_use]
    pub fn is_sensitive_item_field(&self, name: &str) -> bool {
        self.codes.iter().any(|code| code.sensitive.iter().any(|sensitive| sensitive == name))
    }

    /// All retry advice: of codes and their variants, of detail codes, of classes, and of statuses that come without a code.
    pub fn retries(&self) -> impl Iterator<Item = &Retry> {
        let values = self.classes.iter().flat_map(|class| &class.values);
        let variants = self.codes.iter().flat_map(|code| &code.variants);
        let variants = variants.filter_map(|variant| variant.advised.retry.as_ref());
        let codes = self.codes.iter().map(|code| &code.retry).chain(variants);
        let detail_codes = self.detail_codes.iter().filter_map(|detail| detail.advised.retry.as_ref());
        codes
            .chain(detail_codes)
            .chain(values.filter_map(|value| value.advised.retry.as_ref()))
            .chain(self.transport.iter().map(|it| &it.retry))
    }

    /// The classes that are ranges of codes, with their first and last code.
    pub fn ranges(&self) -> impl Iterator<Item = (&Class, i64, i64)> {
        self.classes.iter().filter_map(|class| match class.by {
            ClassBy::Range { from, to } => Some((class, from, to)),
            _ => None,
        })
    }

    /// Whether `Display` shows a field that every error may have. With an unlisted code, it is shown if it is with any
    /// listed code.
    #[must_use]
    pub fn is_shown_item_field(&self, name: &str) -> bool {
        self.codes.iter().any(|code| code.shown.iter().any(|shown| shown == name))
    }

    /// Whether a code has fields that not every error has.
    #[must_use]
    pub fn has_own_fields(&self, code: &Code) -> bool {
        code.fields != self.item_fields
    }
}

/// One of the vendor's API calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The catalog's key: `initiate`.
    pub key: String,
    /// The Rust name, checked: `Initiate`.
    pub ident: String,
    /// The page's heading: `Initiate Cart`.
    pub title: String,
}

/// One section of the vendor's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The page's heading.
    pub title: String,
}
