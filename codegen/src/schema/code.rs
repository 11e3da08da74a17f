//! The parts of a catalog that describe codes.

use serde::Deserialize;

use super::class::{ClassSpec, ClassValueSpec};
use super::envelope::ExampleSpec;
use super::fields::FieldSpec;
use super::forms::{OneOrMany, Table, optional};
use super::retry::{Advises, RetryKeys, RetrySpec, StatedSpec, WaitSpec};
use super::spanned::{Spanned, Text};

/// `code: text`, or the long form.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(expecting = "`text`, `integer`, or a map")]
pub(crate) enum CodeSpec {
    #[serde(rename = "text")]
    Short(String),
    #[serde(rename = "map")]
    Long(Box<Form>),
}

/// The long form of `code`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Form {
    #[serde(rename = "form")]
    pub(crate) kind: Option<Text>,
    pub(crate) digits: Option<Spanned<u8>>,
    pub(crate) success: Option<Spanned<Vec<Text>>>,
}

/// The defaults for everything below.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Defaults {
    pub(crate) status: Option<Spanned<StatusSpec>>,
    pub(crate) item_status: Option<Spanned<OneOrMany<i64>>>,
    pub(crate) operations: Option<Spanned<OneOrMany<String>>>,
    pub(crate) kind: Option<Text>,
    pub(crate) topic: Option<Text>,
    pub(crate) retry: Option<Spanned<RetrySpec>>,
    pub(crate) because: Option<Text>,
    pub(crate) effect: Option<Text>,
    pub(crate) wait: Option<Spanned<WaitSpec>>,
    pub(crate) stated: Option<Spanned<StatedSpec>>,
    pub(crate) audience: Option<Text>,
    pub(crate) action: Option<Text>,
    pub(crate) sensitive: Option<Vec<Text>>,
    pub(crate) show: Option<Vec<Text>>,
    pub(crate) link: Option<Text>,
    pub(crate) written_in: Option<Text>,
}

/// A section of the page: with codes, or with groups of codes.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Section {
    pub(crate) title: Text,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) defaults: Defaults,
    pub(crate) codes: Option<Spanned<Table<Entry>>>,
    pub(crate) groups: Option<Spanned<Vec<Group>>>,
}

/// A second-level heading of a section.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Group {
    pub(crate) title: Text,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) defaults: Defaults,
    pub(crate) codes: Table<Entry>,
}

/// One code.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Entry {
    pub(crate) name: Option<Text>,
    pub(crate) status: Option<Spanned<StatusSpec>>,
    pub(crate) item_status: Option<Spanned<OneOrMany<i64>>>,
    pub(crate) operations: Option<Spanned<OneOrMany<String>>>,
    pub(crate) message: Option<Spanned<OneOrMany<String>>>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) fields: Table<FieldSpec>,
    pub(crate) sensitive: Option<Vec<Text>>,
    pub(crate) show: Option<Vec<Text>>,
    pub(crate) meaning: Text,
    pub(crate) action: Option<Text>,
    pub(crate) kind: Option<Text>,
    pub(crate) topic: Option<Text>,
    pub(crate) retry: Option<Spanned<RetrySpec>>,
    pub(crate) because: Option<Text>,
    pub(crate) effect: Option<Text>,
    pub(crate) wait: Option<Spanned<WaitSpec>>,
    pub(crate) stated: Option<Spanned<StatedSpec>>,
    pub(crate) audience: Option<Text>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) note: bool,
    pub(crate) defer: Option<Spanned<bool>>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) variants: Vec<Spanned<VariantSpec>>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) detail_codes: Table<DetailEntry>,
    pub(crate) deprecated: Option<Text>,
    pub(crate) replaced_by: Option<Text>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) also_in: Vec<Text>,
    pub(crate) link: Option<Text>,
    pub(crate) written_in: Option<Text>,
    #[serde(default, deserialize_with = "optional")]
    pub(crate) examples: Vec<Spanned<ExampleSpec>>,
}

/// A detail code. What it omits is taken from the code that it refines.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct DetailEntry {
    pub(crate) name: Option<Text>,
    pub(crate) meaning: Text,
    pub(crate) action: Option<Text>,
    pub(crate) kind: Option<Text>,
    pub(crate) topic: Option<Text>,
    pub(crate) retry: Option<Spanned<RetrySpec>>,
    pub(crate) because: Option<Text>,
    pub(crate) effect: Option<Text>,
    pub(crate) wait: Option<Spanned<WaitSpec>>,
    pub(crate) stated: Option<Spanned<StatedSpec>>,
    pub(crate) audience: Option<Text>,
}

/// What a code means with some statuses or wordings. What it omits is taken from the code.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct VariantSpec {
    pub(crate) http: Option<Spanned<OneOrMany<i64>>>,
    pub(crate) message: Option<Spanned<OneOrMany<String>>>,
    pub(crate) meaning: Text,
    pub(crate) action: Option<Text>,
    pub(crate) kind: Option<Text>,
    pub(crate) topic: Option<Text>,
    pub(crate) retry: Option<Spanned<RetrySpec>>,
    pub(crate) because: Option<Text>,
    pub(crate) effect: Option<Text>,
    pub(crate) wait: Option<Spanned<WaitSpec>>,
    pub(crate) stated: Option<Spanned<StatedSpec>>,
    pub(crate) audience: Option<Text>,
}

/// An HTTP status that the vendor documents for responses without a code.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct TransportSpec {
    pub(crate) name: Text,
    pub(crate) meaning: Text,
    pub(crate) action: Text,
    pub(crate) kind: Text,
    pub(crate) topic: Text,
    pub(crate) retry: Spanned<RetrySpec>,
    pub(crate) because: Option<Text>,
    pub(crate) effect: Option<Text>,
    pub(crate) wait: Option<Spanned<WaitSpec>>,
    pub(crate) stated: Option<Spanned<StatedSpec>>,
    pub(crate) audience: Text,
}

/// `404`, `[502, 504]`, `none` or `{ initiate: 201, modify: 200 }`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(
    expecting = "a status such as 404, a list of statuses, `none`, `any`, `unknown`, or a map from operation to status"
)]
pub(crate) enum StatusSpec {
    #[serde(rename = "text")]
    Word(String),
    #[serde(rename = "number")]
    One(i64),
    #[serde(rename = "list")]
    Many(Vec<Spanned<i64>>),
    #[serde(rename = "map")]
    PerOperation(Table<StatusValue>),
}

/// A status of one call: a number, or `none`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(expecting = "a status such as 404, or `none`")]
pub(crate) enum StatusValue {
    #[serde(rename = "text")]
    Word(String),
    #[serde(rename = "number")]
    Number(i64),
}

macro_rules! advises {
    ($($spec:ty)*) => { $(
        impl Advises for $spec {
            fn retry_keys(&self) -> RetryKeys<'_> {
                let Self { retry, because, effect, wait, stated, .. } = self;
                RetryKeys {
                    retry: retry.as_ref(),
                    because: because.as_ref(),
                    effect: effect.as_ref(),
                    wait: wait.as_ref(),
                    stated: stated.as_ref(),
                }
            }
        }
    )* };
}

advises! { ClassSpec ClassValueSpec Defaults DetailEntry Entry VariantSpec }

impl Advises for TransportSpec {
    fn retry_keys(&self) -> RetryKeys<'_> {
        let Self { retry, because, effect, wait, stated, .. } = self;
        RetryKeys {
            retry: Some(retry),
            because: because.as_ref(),
            effect: effect.as_ref(),
            wait: wait.as_ref(),
            stated: stated.as_ref(),
        }
    }
}
