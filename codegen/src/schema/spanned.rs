//! Values with their spans.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::yaml::Span;

/// The struct name by which the deserializer recognizes a [`Spanned`]. It then provides a map with one entry, from the
/// span to the value.
pub(crate) const NAME: &str = "$spanned";

/// A value and its span.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spanned<T> {
    /// The value.
    pub(crate) value: T,
    /// The span of the value; for a missing value, that of the map that lacks it.
    pub(crate) span: Span,
}

/// A text with its span.
pub(crate) type Text = Spanned<String>;

/// The texts without their spans.
pub(crate) fn texts(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pair<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Pair<T> {
            type Value = Spanned<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value with its span")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut pair: A) -> Result<Self::Value, A::Error> {
                let pair = pair.next_entry()?.ok_or_else(|| A::Error::custom("a value without a span"))?;
                Ok(Spanned { span: Span::from_number(pair.0), value: pair.1 })
            }
        }
        deserializer.deserialize_newtype_struct(NAME, Pair(PhantomData))
    }
}
