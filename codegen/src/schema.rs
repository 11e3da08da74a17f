//! The catalog as it is written: a mirror of the YAML for serde, before anything is checked or resolved.
//!
//! `catalogs/README.md` explains every key. Words such as kinds stay text here, so that a wrong one is reported
//! together with everything else. What findings point to is [`Spanned`]. Keys are required unless they are [`Option`]s or
//! read by `forms::optional`; the reader refuses all others.

mod catalog;
mod class;
mod code;
mod envelope;
mod fields;
mod forms;
mod retry;
pub(crate) mod spanned;

pub(crate) use catalog::Catalog;
pub(crate) use class::{ClassSpec, ClassValueSpec, DigitsSpec};
pub(crate) use code::{
    CodeSpec, Defaults, DetailEntry, Entry, Form, StatusSpec, StatusValue, TransportSpec, VariantSpec,
};
pub(crate) use envelope::{
    CodeSource, ConditionSpec, EnvelopeSpec, ExampleSpec, ItemsSpec, MadeCode, ReadsSpec, TestSpec, WriteSpec,
};
pub(crate) use fields::{FieldSpec, KnownText, TypeSpec};
pub(crate) use forms::{OneOrMany, Table};
pub(crate) use retry::{Advises, HeadersSpec, OldRetry, RetryKeys, RetrySpec, StatedSpec, WaitPlace, WaitSpec};
pub(crate) use spanned::{Spanned, Text, texts};
