//! The parts of a catalog that describe bodies.

use serde::Deserialize;

use super::forms::{OneOrMany, Table, text_or_map};

/// One shape of body.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnvelopeSpec {
    pub(crate) name: String,
    pub(crate) when: Option<ConditionSpec>,
    #[serde(default)]
    pub(crate) items: Vec<ItemsSpec>,
    pub(crate) success: Option<ConditionSpec>,
    #[serde(default)]
    pub(crate) partial: bool,
    #[serde(default)]
    pub(crate) keep: Vec<String>,
    #[serde(default)]
    pub(crate) write: WriteSpec,
}

/// How a body of this shape is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WriteSpec {
    pub(crate) code: Option<String>,
    pub(crate) fields_at: Option<String>,
    #[serde(default)]
    pub(crate) preferred: bool,
    #[serde(default)]
    pub(crate) members: Table<String>,
    #[serde(default)]
    pub(crate) each: Table<String>,
}

/// A map of tests that must all hold, or a list of such maps of which one must.
pub(crate) type ConditionSpec = OneOrMany<Table<TestSpec>>;

/// `present`, `string`, ..., or `{ equals: failed }`.
#[derive(Debug)]
pub(crate) enum TestSpec {
    Word(String),
    Equals(EqualsSpec),
}
text_or_map!(TestSpec, "a test such as `present`, or `{ equals: ... }`", Word, Equals);

/// `{ equals: failed }`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EqualsSpec {
    pub(crate) equals: String,
}

/// A place where items stand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ItemsSpec {
    pub(crate) at: String,
    #[serde(rename = "if")]
    pub(crate) when: Option<ConditionSpec>,
    pub(crate) code: Option<OneOrMany<CodeSource>>,
    pub(crate) message: Option<OneOrMany<String>>,
    pub(crate) status: Option<OneOrMany<String>>,
    pub(crate) id: Option<OneOrMany<String>>,
    pub(crate) field: Option<OneOrMany<String>>,
    pub(crate) fields_at: Option<OneOrMany<String>>,
    pub(crate) text: Option<String>,
    #[serde(default)]
    pub(crate) neutral: bool,
}

/// Where a code stands: a path, or how it is made.
#[derive(Debug)]
pub(crate) enum CodeSource {
    Path(String),
    Made(MadeCode),
}
text_or_map!(CodeSource, "a path, `{ last_segment: ... }` or `{ pair: [...], separator: ... }`", Path, Made);

/// `{ last_segment: type }` or `{ pair: [domain, reason], separator: "." }`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MadeCode {
    pub(crate) last_segment: Option<String>,
    pub(crate) pair: Option<Vec<String>>,
    pub(crate) separator: Option<String>,
}

/// A body, and what it must read as.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExampleSpec {
    pub(crate) title: Option<String>,
    pub(crate) status: Option<i64>,
    pub(crate) operation: Option<String>,
    pub(crate) body: String,
    pub(crate) reads: Option<ReadsSpec>,
}

/// What an example must read as.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReadsSpec {
    pub(crate) outcome: Option<String>,
    pub(crate) envelope: Option<String>,
    pub(crate) codes: Option<Vec<Option<String>>>,
    pub(crate) messages: Option<Vec<Option<String>>>,
    pub(crate) transport: Option<String>,
    pub(crate) reason: Option<String>,
}
