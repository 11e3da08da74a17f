//! Reads a tree into the schema, where the quick way failed, and keeps, of what goes wrong, what it was and where.

mod error;
mod scalar;
mod stand_in;

use std::collections::{HashMap, HashSet};

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::tree::{Content, Node};

pub(crate) use error::{At, Error, Problem, Role};
pub(crate) use scalar::{Plain, resolve};
use stand_in::StandIn;

/// What to pass over when reading a tree again, because there is a finding for it already.
#[derive(Debug, Default)]
pub(crate) struct Repairs {
    /// Nodes to do without: keys with their values, elements, and values, which get a stand-in.
    pub(crate) pruned: HashSet<usize>,
    /// Keys to give to a map that lacks them, with a stand-in each.
    pub(crate) supplied: HashMap<usize, Vec<&'static str>>,
    /// Keys to read as if they were written as they are meant.
    pub(crate) renamed: HashMap<usize, &'static str>,
}

impl Repairs {
    fn is_pruned(&self, node: &Node) -> bool {
        matches!(node.content, Content::Refused) || self.pruned.contains(&node.id)
    }
}

/// Deserializes a node.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'n, 'r> {
    at: At<'n>,
    repairs: &'r Repairs,
}

impl<'n, 'r> Reader<'n, 'r> {
    /// Reads a whole tree.
    pub(crate) fn new(root: &'n Node, repairs: &'r Repairs) -> Self {
        Self { at: At { node: root, role: Role::Root }, repairs }
    }

    fn inner(&self, node: &'n Node, role: Role<'n>) -> Self {
        Self { at: At { node, role }, repairs: self.repairs }
    }

    fn resolved(&self) -> Plain {
        match &self.at.node.content {
            Content::Scalar { text, plain: true } => resolve(text),
            _ => Plain::Text,
        }
    }

    /// The error that something else stands here than the visitor wants.
    fn mismatch<'de, V: Visitor<'de>>(&self, visitor: &V) -> Error<'n> {
        // What stands here is seen from the node later.
        Error::invalid_type(Unexpected::Other(""), visitor).or_at(self.at)
    }

    fn entries<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error<'n>> {
        let entries = match &self.at.node.content {
            Content::Map(entries) => entries.as_slice(),
            _ => &[],
        };
        let supplied = self.repairs.supplied.get(&self.at.node.id).map_or(&[][..], Vec::as_slice);
        visitor
            .visit_map(Entries { reader: self, left: entries, supplied, value: None })
            .map_err(|error| error.or_at(self.at))
    }

    fn items<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error<'n>> {
        let items = match &self.at.node.content {
            Content::List(items) => items.as_slice(),
            _ => &[],
        };
        visitor.visit_seq(Items { reader: self, items }).map_err(|error| error.or_at(self.at))
    }
}

/// Whole numbers: those that fit go to the visitor, which knows the narrower bounds.
macro_rules! whole_numbers {
    ($($method:ident)* => $visit:ident) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            if self.repairs.is_pruned(self.at.node) {
                return StandIn::new().$method(visitor);
            }
            let number = match self.resolved() {
                Plain::Unsigned(number) => number.try_into().ok(),
                Plain::Signed(number) => number.try_into().ok(),
                _ => None,
            };
            match number {
                Some(number) => visitor.$visit(number).map_err(|error: Error<'n>| error.or_at(self.at)),
                None => Err(self.mismatch(&visitor)),
            }
        })*
    };
}

impl<'de, 'n> Deserializer<'de> for Reader<'n, '_> {
    type Error = Error<'n>;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        if self.repairs.is_pruned(self.at.node) {
            return StandIn::new().deserialize_any(visitor);
        }
        match &self.at.node.content {
            Content::List(_) => return self.items(visitor),
            Content::Map(_) => return self.entries(visitor),
            Content::Scalar { text, .. } => match self.resolved() {
                Plain::Null => visitor.visit_unit(),
                Plain::Bool(bool) => visitor.visit_bool(bool),
                Plain::Unsigned(number) => visitor.visit_u64(number),
                Plain::Signed(number) => visitor.visit_i64(number),
                Plain::Float(number) => visitor.visit_f64(number),
                Plain::Huge => Err(self.mismatch(&visitor)),
                Plain::Text => visitor.visit_str(text),
            },
            Content::Refused => visitor.visit_unit(),
        }
        .map_err(|error: Error<'n>| error.or_at(self.at))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        if self.repairs.is_pruned(self.at.node) {
            return StandIn::new().deserialize_bool(visitor);
        }
        match self.resolved() {
            Plain::Bool(bool) => visitor.visit_bool(bool).map_err(|error: Error<'n>| error.or_at(self.at)),
            _ => Err(self.mismatch(&visitor)),
        }
    }

    whole_numbers!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 => visit_i64);
    whole_numbers!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 => visit_u64);

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        if self.repairs.is_pruned(self.at.node) {
            return StandIn::new().deserialize_str(visitor);
        }
        match self.at.node.text() {
            Some(text) => visitor.visit_str(text).map_err(|error: Error<'n>| error.or_at(self.at)),
            None => Err(self.mismatch(&visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        if self.repairs.is_pruned(self.at.node) || self.resolved() == Plain::Null {
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match &self.at.node.content {
            _ if self.repairs.is_pruned(self.at.node) => StandIn::new().deserialize_seq(visitor),
            Content::List(_) => self.items(visitor),
            _ if self.at.node.is_empty() => self.items(visitor),
            _ => Err(self.mismatch(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match &self.at.node.content {
            _ if self.repairs.is_pruned(self.at.node) => StandIn::new().deserialize_map(visitor),
            Content::Map(_) => self.entries(visitor),
            _ if self.at.node.is_empty() => self.entries(visitor),
            _ => Err(self.mismatch(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        if self.repairs.is_pruned(self.at.node) {
            return StandIn::new().deserialize_struct(name, fields, visitor);
        }
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        if self.repairs.is_pruned(self.at.node) {
            return StandIn::new().deserialize_enum(name, variants, visitor);
        }
        let Some(text) = self.at.node.text() else { return Err(self.mismatch(&visitor)) };
        let word: StrDeserializer<'_, Error<'n>> = text.into_deserializer();
        visitor.visit_enum(word).map_err(|error| error.or_at(self.at))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

/// The entries of a map that are left, then those that are supplied.
struct Entries<'n, 'r> {
    reader: Reader<'n, 'r>,
    left: &'n [(Node, Node)],
    supplied: &'r [&'static str],
    /// The entry whose value is next; none where it is a stand-in.
    value: Option<&'n (Node, Node)>,
}

impl<'de, 'n> MapAccess<'de> for Entries<'n, '_> {
    type Error = Error<'n>;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Self::Error> {
        while let Some((entry, rest)) = self.left.split_first() {
            self.left = rest;
            if !self.reader.repairs.is_pruned(&entry.0) {
                self.value = Some(entry);
                let reader = self.reader.inner(&entry.0, Role::Key(self.reader.at.node));
                if let Some(&meant) = self.reader.repairs.renamed.get(&entry.0.id) {
                    return seed.deserialize(StrDeserializer::new(meant)).map(Some);
                }
                return seed.deserialize(reader).map_err(|error| error.or_at(reader.at)).map(Some);
            }
        }
        self.value = None;
        let Some((&first, rest)) = self.supplied.split_first() else { return Ok(None) };
        self.supplied = rest;
        seed.deserialize(StrDeserializer::new(first)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Self::Error> {
        let Some((key, value)) = self.value.take() else { return seed.deserialize(StandIn::new()) };
        let reader = self.reader.inner(value, Role::Value(key));
        seed.deserialize(reader).map_err(|error| error.or_at(reader.at))
    }
}

/// The elements of a list that are left.
struct Items<'n, 'r> {
    reader: Reader<'n, 'r>,
    items: &'n [Node],
}

impl<'de, 'n> SeqAccess<'de> for Items<'n, '_> {
    type Error = Error<'n>;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Self::Error> {
        while let Some((item, rest)) = self.items.split_first() {
            self.items = rest;
            if !self.reader.repairs.is_pruned(item) {
                let list = match self.reader.at.role {
                    Role::Value(key) => Some(key),
                    _ => None,
                };
                let reader = self.reader.inner(item, Role::Element(list));
                return seed.deserialize(reader).map_err(|error| error.or_at(reader.at)).map(Some);
            }
        }
        Ok(None)
    }
}
