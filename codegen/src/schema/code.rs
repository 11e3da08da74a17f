//! The parts of a catalog that describe codes.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use super::FieldSpec;
use super::envelope::ExampleSpec;
use super::forms::{OneOrMany, Table, text_or_map};

/// `code: text`, or the long form.
#[derive(Debug)]
pub(crate) enum CodeSpec {
    Short(String),
    Long(Form),
}
text_or_map!(CodeSpec, "`text`, `integer`, or a map", Short, Long);

/// The long form of `code`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Form {
    #[serde(rename = "form")]
    pub(crate) kind: Option<String>,
    pub(crate) digits: Option<u8>,
    #[serde(default)]
    pub(crate) success: Vec<String>,
    #[serde(default)]
    pub(crate) ranges: Vec<RangeSpec>,
    #[serde(default)]
    pub(crate) structure: Vec<DigitGroupSpec>,
}

/// A named range of integer codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RangeSpec {
    pub(crate) name: String,
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) meaning: String,
    pub(crate) kind: Option<String>,
    pub(crate) retry: Option<RetrySpec>,
    pub(crate) audience: Option<String>,
}

/// A group of digits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DigitGroupSpec {
    pub(crate) name: String,
    pub(crate) from: u8,
    pub(crate) to: u8,
    pub(crate) meaning: String,
    #[serde(default)]
    pub(crate) values: Table<DigitValueSpec>,
}

/// A named value of a group of digits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DigitValueSpec {
    pub(crate) name: String,
    pub(crate) meaning: String,
    pub(crate) success: Option<bool>,
    pub(crate) kind: Option<String>,
    pub(crate) retry: Option<RetrySpec>,
    pub(crate) audience: Option<String>,
}

/// Retry advice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetrySpec {
    pub(crate) advice: String,
    pub(crate) reason: String,
    #[serde(default)]
    pub(crate) stated: bool,
}

/// What holds for everything below unless said otherwise.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Defaults {
    pub(crate) status: Option<StatusSpec>,
    pub(crate) operations: Option<OneOrMany<String>>,
    pub(crate) kind: Option<String>,
    pub(crate) retry: Option<RetrySpec>,
    pub(crate) audience: Option<String>,
    pub(crate) action: Option<String>,
    pub(crate) sensitive: Option<Vec<String>>,
    pub(crate) link: Option<String>,
}

/// A section of the page: with codes, or with groups of codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Section {
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) defaults: Defaults,
    #[serde(default)]
    pub(crate) codes: Table<Entry>,
    #[serde(default)]
    pub(crate) groups: Vec<Group>,
}

/// A second-level heading of a section.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) defaults: Defaults,
    pub(crate) codes: Table<Entry>,
}

/// One code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub(crate) name: Option<String>,
    pub(crate) status: Option<StatusSpec>,
    pub(crate) operations: Option<OneOrMany<String>>,
    pub(crate) message: Option<OneOrMany<String>>,
    #[serde(default)]
    pub(crate) fields: Table<FieldSpec>,
    pub(crate) sensitive: Option<Vec<String>>,
    pub(crate) meaning: String,
    pub(crate) action: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) retry: Option<RetrySpec>,
    pub(crate) audience: Option<String>,
    pub(crate) deprecated: Option<String>,
    pub(crate) replaced_by: Option<String>,
    #[serde(default)]
    pub(crate) also_in: Vec<String>,
    pub(crate) link: Option<String>,
    #[serde(default)]
    pub(crate) examples: Vec<ExampleSpec>,
}

/// An HTTP status that comes without a code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TransportSpec {
    pub(crate) name: String,
    pub(crate) meaning: String,
    pub(crate) action: String,
    pub(crate) kind: String,
    pub(crate) retry: RetrySpec,
    pub(crate) audience: String,
}

/// `404`, `[502, 504]`, `none` or `{ initiate: 201, modify: 200 }`.
#[derive(Debug)]
pub(crate) enum StatusSpec {
    Word(String),
    One(i64),
    Many(Vec<i64>),
    PerOperation(Table<StatusValue>),
}

/// A status of one call: a number, or `none`.
#[derive(Debug)]
pub(crate) enum StatusValue {
    Word(String),
    Number(i64),
}

impl<'de> Deserialize<'de> for StatusSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Forms;
        impl<'de> Visitor<'de> for Forms {
            type Value = StatusSpec;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a status such as 404, a list of statuses, `none`, or a map from operation to status")
            }
            fn visit_str<E: Error>(self, word: &str) -> Result<Self::Value, E> {
                Ok(StatusSpec::Word(word.to_owned()))
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
                Ok(StatusSpec::One(number))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
                let number =
                    i64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))?;
                Ok(StatusSpec::One(number))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(serde::de::value::SeqAccessDeserializer::new(seq)).map(StatusSpec::Many)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                Table::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(StatusSpec::PerOperation)
            }
        }
        deserializer.deserialize_any(Forms)
    }
}

impl<'de> Deserialize<'de> for StatusValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Forms;
        impl Visitor<'_> for Forms {
            type Value = StatusValue;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a status such as 404, or `none`")
            }
            fn visit_str<E: Error>(self, word: &str) -> Result<Self::Value, E> {
                Ok(StatusValue::Word(word.to_owned()))
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
                Ok(StatusValue::Number(number))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
                let number =
                    i64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))?;
                Ok(StatusValue::Number(number))
            }
        }
        deserializer.deserialize_any(Forms)
    }
}
