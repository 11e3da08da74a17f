//! The parts of a catalog that describe bodies.

use serde::Deserialize;

use super::forms::{OneOrMany, Table, optional};
use super::spanned::{Spanned, Text};

/// One shape that bodies have.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct EnvelopeSpec {
    pub(crate) name: Text,
    pub(crate) when: Option<Spanned<ConditionSpec>>,
    pub(crate) status: Option<Text>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) items: Vec<Spanned<ItemsSpec>>,
    pub(crate) each: Option<Spanned<OneOrMany<String>>>,
    pub(crate) of: Option<Spanned<OneOrMany<String>>>,
    pub(crate) success: Option<Spanned<ConditionSpec>>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) partial: bool,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) keep: Vec<Text>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) write: WriteSpec,
}

/// How a body with this envelope is written.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct WriteSpec {
    pub(crate) code: Option<Text>,
    pub(crate) fields_at: Option<Text>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) preferred: bool,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) members: Table<String>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) each: Table<String>,
}

/// A map of tests that must all pass, or a sequence of such maps, of which one must.
pub(crate) type ConditionSpec = OneOrMany<Table<TestSpec>>;

/// `exists`, `string`, ..., or `{ equals: failed }`; of the HTTP status `error`, or statuses.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(rename_all = "snake_case", expecting = "a test such as `exists` or `{ equals: ... }`")]
pub(crate) enum TestSpec {
    #[serde(rename = "text")]
    Word(String),
    #[serde(rename = "map")]
    Equals(EqualsSpec),
    Number(i64),
    List(Vec<Spanned<i64>>),
}

/// `{ equals: failed }`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct EqualsSpec {
    pub(crate) equals: String,
}

/// The paths of the parts of an item. It is either in an envelope, with the path of the items, or a description that
/// several envelopes share.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ItemsSpec {
    pub(crate) at: Option<Spanned<OneOrMany<String>>>,
    #[serde(rename = "as")]
    pub(crate) described: Option<Text>,
    #[serde(rename = "if")]
    pub(crate) when: Option<Spanned<ConditionSpec>>,
    pub(crate) http: Option<Spanned<TestSpec>>,
    pub(crate) code: Option<Spanned<OneOrMany<CodeSource>>>,
    pub(crate) detail_code: Option<Spanned<OneOrMany<String>>>,
    pub(crate) parent_code: Option<Spanned<OneOrMany<String>>>,
    pub(crate) message: Option<Spanned<OneOrMany<String>>>,
    pub(crate) item_status: Option<Spanned<OneOrMany<String>>>,
    pub(crate) id: Option<Spanned<OneOrMany<String>>>,
    pub(crate) field: Option<Spanned<OneOrMany<String>>>,
    pub(crate) fields_at: Option<Spanned<OneOrMany<String>>>,
    pub(crate) note: Option<bool>,
}

/// Where the code is: a path, or how it is made from several.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(expecting = "a path, `{ last_segment: ... }` or `{ pair: [...], separator: ... }`")]
pub(crate) enum CodeSource {
    #[serde(rename = "text")]
    Path(String),
    #[serde(rename = "map")]
    Made(MadeCode),
}

/// `{ last_segment: type }` or `{ pair: [domain, reason], separator: "." }`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct MadeCode {
    pub(crate) last_segment: Option<Text>,
    pub(crate) pair: Option<Spanned<Vec<Text>>>,
    pub(crate) separator: Option<Text>,
}

/// A body, and what it must read as.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ExampleSpec {
    pub(crate) title: Option<Text>,
    pub(crate) status: Option<Spanned<i64>>,
    pub(crate) operation: Option<Text>,
    pub(crate) body: Text,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) reads: ReadsSpec,
    pub(crate) differs: Option<Spanned<Vec<Text>>>,
}

/// What an example must read as.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ReadsSpec {
    pub(crate) outcome: Option<Text>,
    pub(crate) envelope: Option<Text>,
    pub(crate) codes: Option<Vec<Option<String>>>,
    pub(crate) detail_codes: Option<Vec<Option<String>>>,
    pub(crate) parent_codes: Option<Vec<Option<String>>>,
    pub(crate) messages: Option<Vec<Option<String>>>,
    pub(crate) item_statuses: Option<Vec<Option<Spanned<i64>>>>,
    pub(crate) ids: Option<Vec<Option<String>>>,
    pub(crate) elements: Option<Spanned<Vec<ElementSpec>>>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) fields: Table<Option<String>>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) parameters: Table<String>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) context: Table<Option<String>>,
    pub(crate) kind: Option<Text>,
    pub(crate) shows: Option<Text>,
    pub(crate) transport: Option<Text>,
    pub(crate) reason: Option<Text>,
}

/// What an answer in a batch must read as.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ElementSpec {
    pub(crate) outcome: Option<Text>,
    pub(crate) id: Option<String>,
    pub(crate) codes: Option<Vec<Option<String>>>,
}
