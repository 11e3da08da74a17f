//! A value of whatever type is wanted, in place of one that is known to be bad or missing.

use std::marker::PhantomData;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::error::Error;

/// Deserializes as empty text, 0, an empty list, or a map that has all it must have.
///
/// So reading can go on behind a finding and find the next one.
pub(crate) struct StandIn<'n>(PhantomData<&'n ()>);

impl StandIn<'_> {
    /// A stand-in.
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

/// Answers several `deserialize_*` with the same call of the visitor.
macro_rules! answer {
    ($($method:ident)* => |$visitor:ident| $answer:expr) => {
        $(fn $method<V: Visitor<'de>>(self, $visitor: V) -> Result<V::Value, Self::Error> { $answer })*
    };
}

impl<'de, 'n> Deserializer<'de> for StandIn<'n> {
    type Error = Error<'n>;

    answer!(deserialize_any deserialize_str deserialize_string deserialize_identifier => |visitor| visitor.visit_str(""));
    answer!(deserialize_bool => |visitor| visitor.visit_bool(false));
    answer!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 => |visitor| visitor.visit_i64(0));
    answer!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 => |visitor| visitor.visit_u64(0));
    answer!(deserialize_option => |visitor| visitor.visit_none());
    answer!(deserialize_unit deserialize_ignored_any => |visitor| visitor.visit_unit());
    answer!(deserialize_seq => |visitor| visitor.visit_seq(serde::de::value::SeqDeserializer::new(std::iter::empty::<()>())));
    answer!(deserialize_map => |visitor| visitor.visit_map(Fields { fields: &[], error: PhantomData }));

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_map(Fields { fields, error: PhantomData })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        let first: StrDeserializer<'_, Error<'n>> = variants.first().copied().unwrap_or_default().into_deserializer();
        visitor.visit_enum(first)
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit_struct tuple tuple_struct
    }
}

/// All keys that a map may have, each with a stand-in.
struct Fields<'n> {
    fields: &'static [&'static str],
    error: PhantomData<&'n ()>,
}

impl<'de, 'n> MapAccess<'de> for Fields<'n> {
    type Error = Error<'n>;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Self::Error> {
        let Some((&first, rest)) = self.fields.split_first() else { return Ok(None) };
        self.fields = rest;
        seed.deserialize(StrDeserializer::new(first)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Self::Error> {
        seed.deserialize(StandIn::new())
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::StandIn;
    use crate::schema::Catalog;

    #[test]
    fn a_whole_catalog_can_be_stood_in_for() {
        let catalog = Catalog::deserialize(StandIn::new()).unwrap();
        assert!(catalog.vendor.is_empty() && catalog.sections.is_empty());
    }
}
