//! The parts of a catalog that classify codes, listed or not.

use serde::Deserialize;

use super::forms::{OneOrMany, Table};
use super::retry::{RetrySpec, StatedSpec, WaitSpec};
use super::spanned::{Spanned, Text};

/// One class: what it looks at, and what its values mean.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ClassSpec {
    pub(crate) name: Option<Text>,
    pub(crate) digits: Option<Spanned<DigitsSpec>>,
    pub(crate) range: Option<Spanned<Vec<Spanned<i64>>>>,
    pub(crate) prefix: Option<Text>,
    pub(crate) at: Option<Spanned<OneOrMany<String>>>,
    pub(crate) outranks: Option<Text>,
    pub(crate) meaning: Option<Text>,
    pub(crate) values: Option<Spanned<Table<ClassValueSpec>>>,
    pub(crate) success: Option<Spanned<bool>>,
    pub(crate) note: Option<Spanned<bool>>,
    pub(crate) kind: Option<Text>,
    pub(crate) topic: Option<Text>,
    pub(crate) retry: Option<Spanned<RetrySpec>>,
    pub(crate) because: Option<Text>,
    pub(crate) effect: Option<Text>,
    pub(crate) wait: Option<Spanned<WaitSpec>>,
    pub(crate) stated: Option<Spanned<StatedSpec>>,
    pub(crate) audience: Option<Text>,
}

/// `2-3`, or `2` for one digit.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(expecting = "positions such as `2-3`, or `2` for one digit")]
pub(crate) enum DigitsSpec {
    #[serde(rename = "text")]
    Several(String),
    #[serde(rename = "number")]
    One(i64),
}

/// A named value of a class.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ClassValueSpec {
    pub(crate) name: Option<Text>,
    pub(crate) meaning: Option<Text>,
    pub(crate) success: Option<Spanned<bool>>,
    pub(crate) note: Option<Spanned<bool>>,
    pub(crate) kind: Option<Text>,
    pub(crate) topic: Option<Text>,
    pub(crate) retry: Option<Spanned<RetrySpec>>,
    pub(crate) because: Option<Text>,
    pub(crate) effect: Option<Text>,
    pub(crate) wait: Option<Spanned<WaitSpec>>,
    pub(crate) stated: Option<Spanned<StatedSpec>>,
    pub(crate) audience: Option<Text>,
}
