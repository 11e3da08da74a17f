//! The parts of a catalog that say whether and how to send a request again.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::forms::OneOrMany;
use super::spanned::{Spanned, Text};

/// `after_fix`, or the map of an older version of the language, whose entries have their own keys now.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(expecting = "retry advice such as `after_fix`")]
pub(crate) enum RetrySpec {
    #[serde(rename = "text")]
    Word(String),
    #[serde(rename = "map")]
    #[cfg_attr(test, schemars(skip))]
    Old(OldRetry),
}

/// `{ advice: after_fix, reason: ..., stated: true }`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct OldRetry {
    pub(crate) advice: Option<Text>,
    pub(crate) reason: Option<Text>,
    pub(crate) stated: Option<bool>,
}

/// `300ms`, or the part of the response that says how long to wait.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(expecting = "a time such as `300ms`, `5s` or `2min`, or a map such as `{ header: X-Wait }`")]
pub(crate) enum WaitSpec {
    #[serde(rename = "text")]
    Time(String),
    #[serde(rename = "number")]
    Number(i64),
    #[serde(rename = "map")]
    Place(Box<WaitPlace>),
}

/// `{ header: X-Wait, unit: milliseconds }`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct WaitPlace {
    pub(crate) header: Option<Text>,
    pub(crate) field: Option<Text>,
    pub(crate) parameter: Option<Text>,
    pub(crate) unit: Option<Text>,
}

/// `[retry, audience, action]`; for anything else, a finding says how to write it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(expecting = "a list such as `[retry]`")]
pub(crate) enum StatedSpec {
    #[serde(rename = "list")]
    Words(Vec<Text>),
    #[serde(rename = "any")]
    #[cfg_attr(test, schemars(skip))]
    Other(IgnoredAny),
}

/// The headers that matter for all errors.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct HeadersSpec {
    pub(crate) wait: Option<Spanned<OneOrMany<String>>>,
    pub(crate) request_id: Option<Spanned<OneOrMany<String>>>,
    pub(crate) retry_verdict: Option<Spanned<OneOrMany<String>>>,
    pub(crate) idempotency_key: Option<Spanned<OneOrMany<String>>>,
}

/// The keys that say whether and how to send a request again.
#[derive(Clone, Copy)]
pub(crate) struct RetryKeys<'s> {
    pub(crate) retry: Option<&'s Spanned<RetrySpec>>,
    pub(crate) because: Option<&'s Text>,
    pub(crate) effect: Option<&'s Text>,
    pub(crate) wait: Option<&'s Spanned<WaitSpec>>,
    pub(crate) stated: Option<&'s Spanned<StatedSpec>>,
}

/// A part of the catalog that has these keys.
pub(crate) trait Advises {
    fn retry_keys(&self) -> RetryKeys<'_>;
}
