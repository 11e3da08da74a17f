//! Values that know where they are.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use crate::yaml::Span;

/// The name by which a deserializer knows that a span is asked for. It gives a list of the span and the value.
pub(crate) const NAME: &str = "$spanned";

/// A value and its span.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spanned<T> {
    /// The value.
    pub(crate) value: T,
    /// Where it is; where it is missing, the map that lacks it.
    pub(crate) span: Span,
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
            fn visit_seq<A: SeqAccess<'de>>(self, mut pair: A) -> Result<Self::Value, A::Error> {
                let incomplete = || A::Error::custom("a span without a value");
                let span = Span::from_number(pair.next_element()?.ok_or_else(incomplete)?);
                let value = pair.next_element()?.ok_or_else(incomplete)?;
                Ok(Spanned { value, span })
            }
        }
        deserializer.deserialize_newtype_struct(NAME, Pair(PhantomData))
    }
}
