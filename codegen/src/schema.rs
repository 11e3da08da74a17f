//! The schema of catalogs: types that mirror the YAML for serde, before anything is checked or resolved.
//!
//! `catalogs/README.md` explains every key. Words such as kinds are text here, so that unknown ones are reported
//! together with all other findings. Values that findings point to are [`Spanned`]. Keys are required unless they are
//! [`Option`]s or read by `forms::optional`; the deserializer refuses all others.

mod catalog;
mod class;
mod code;
mod envelope;
mod fields;
mod forms;
#[cfg(test)]
mod json_schema;
mod retry;
pub(crate) mod spanned;

pub(crate) use catalog::{Catalog, SourceSpec};
pub(crate) use class::{ClassSpec, ClassValueSpec, DigitsSpec};
pub(crate) use code::{
    CodeSpec, Defaults, DetailEntry, Entry, Form, StatusSpec, StatusValue, TransportSpec, VariantSpec,
};
pub(crate) use envelope::{
    CodeSource, ConditionSpec, ElementSpec, EnvelopeSpec, ExampleSpec, ItemsSpec, MadeCode, ReadsSpec, TestSpec,
    WriteSpec,
};
pub(crate) use fields::{FieldSpec, KnownText, TypeSpec};
pub(crate) use forms::{OneOrMany, Table};
pub(crate) use retry::{Advises, HeadersSpec, OldRetry, RetryKeys, RetrySpec, StatedSpec, WaitPlace, WaitSpec};
pub(crate) use spanned::{Spanned, Text, texts};
