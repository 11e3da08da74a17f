//! Forms of YAML that serde's derives do not support: maps with order and duplicate keys, one value or a sequence, and
//! optional values.

use std::fmt;
use std::marker::PhantomData;
use std::slice;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::spanned::Spanned;

/// A map in the order of the file, including duplicate keys, so that they can be reported. The span of a value also has
/// its key.
#[derive(Debug)]
pub(crate) struct Table<T>(pub(crate) Vec<(String, Spanned<T>)>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'t, T> IntoIterator for &'t Table<T> {
    type Item = &'t (String, Spanned<T>);
    type IntoIter = slice::Iter<'t, (String, Spanned<T>)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T> Table<T> {
    /// The keys.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    /// The value of the first such key, if any.
    pub(crate) fn get(&self, key: &str) -> Option<&Spanned<T>> {
        self.0.iter().find(|(other, _)| other == key).map(|(_, value)| value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Table<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Table(entries))
            }
        }
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

/// One value, or a sequence of them.
///
/// As in the other enums of the schema, the variant is chosen by the form of the YAML: `text`, `number`, `list`, `map`
/// or `any`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", expecting = "one value, or a list of them")]
pub(crate) enum OneOrMany<T> {
    List(Vec<Spanned<T>>),
    Any(Spanned<T>),
}

impl<T> OneOrMany<T> {
    /// The values.
    pub(crate) fn values(&self) -> &[Spanned<T>] {
        match self {
            Self::List(values) => values,
            Self::Any(value) => slice::from_ref(value),
        }
    }
}

/// Deserializes an optional value.
pub(crate) fn optional<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}
