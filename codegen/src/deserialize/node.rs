//! A serde deserializer of trees that continues after errors.
//!
//! A node of the wrong type is reported, and replaced by a placeholder: empty text, 0, an empty sequence, a map of
//! placeholders. Missing keys of a map are passed to the visitor too: an `Option` reads them as `None`, any other type
//! reports them. So all errors are found in one pass.

use std::iter;

use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error as _, Expected, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::error::Error;
use super::report::Report;
use super::shape::{entries, form};
use super::words;
use crate::schema::spanned;
use crate::words::shown;
use crate::yaml::{Content, Node, NodeId, Plain, Span, Tree};

/// Deserializes a node.
#[derive(Clone, Copy)]
pub(super) struct Reader<'t> {
    report: &'t Report<'t>,
    /// The node; for a missing value, the map that lacks it.
    node: NodeId,
    what: What,
    /// Whether text without quotes must not be readable as another type, as for a single value in the place of a
    /// sequence.
    strict: bool,
    /// Whether the node is the value of a known key.
    has_key: bool,
}

/// What is deserialized.
#[derive(Clone, Copy)]
enum What {
    /// The node.
    Node,
    /// The value of this key, which is missing in the map.
    Missing(&'static str),
    /// A placeholder for a value that has been reported.
    StandIn,
}

impl<'t> Reader<'t> {
    /// A deserializer of a whole tree.
    pub(super) fn new(report: &'t Report<'t>) -> Self {
        Self { report, node: Tree::ROOT, what: What::Node, strict: false, has_key: false }
    }

    fn of(self, node: NodeId) -> Self {
        Self { node, what: What::Node, strict: false, has_key: false, ..self }
    }

    fn instead(self, what: What) -> Self {
        Self { what, ..self }
    }

    fn node(&self) -> &'t Node {
        self.report.tree.node(self.node)
    }

    fn is_refused(&self, node: NodeId) -> bool {
        matches!(self.report.tree.node(node).content, Content::Refused)
    }

    /// The result of `take` for the node; if it is `None`, a mismatch is reported.
    fn get<T>(&self, expected: &dyn Expected, take: impl FnOnce(&'t Node) -> Option<T>) -> Option<T> {
        match self.what {
            What::StandIn => None,
            What::Missing(key) => {
                self.report.missing_key(self.node, key);
                None
            }
            What::Node if self.is_refused(self.node) => None,
            What::Node => {
                let taken = take(self.node());
                if taken.is_none() {
                    self.report.mismatch(self.node, &expected.to_string());
                }
                taken
            }
        }
    }

    /// Passes the elements of a sequence to a visitor.
    fn seq<'de, V: Visitor<'de>>(self, items: &[NodeId], visitor: V) -> Result<V::Value, Error> {
        let items = items.iter().filter(|item| !self.is_refused(**item)).map(|item| self.of(*item));
        visitor.visit_seq(SeqDeserializer::new(items))
    }

    /// Passes the entries of a map to a visitor.
    fn map<'de, V: Visitor<'de>>(self, entries: &[(NodeId, NodeId)], visitor: V) -> Result<V::Value, Error> {
        let entries = entries.iter().filter(|(key, _)| !self.is_refused(*key));
        visitor.visit_map(MapDeserializer::new(entries.map(|&(key, value)| (self.of(key), self.of(value)))))
    }

    /// The fields of a struct: those that the map has, those that are misspelled in it, and all others as missing.
    fn fields(
        self,
        known: &'static [&'static str],
        entries: &[(NodeId, NodeId)],
    ) -> impl Iterator<Item = (&'static str, Self)> {
        let mut given: Vec<Option<(NodeId, NodeId)>> = vec![None; known.len()];
        let mut unknown = Vec::new();
        let mut others = What::Missing("");
        for &(key, value) in entries {
            let Some(text) = self.report.tree.node(key).text() else {
                if self.is_refused(key) {
                    // A merge key could provide any of the missing keys.
                    others = What::StandIn;
                } else {
                    self.report.mismatch(key, "a string");
                }
                continue;
            };
            match known.iter().position(|name| *name == text) {
                None => unknown.push((key, value, text)),
                Some(index) => match given[index] {
                    Some((first, _)) => self.report.repeated_key(text, first, key),
                    None => given[index] = Some((key, value)),
                },
            }
        }
        for (key, value, text) in unknown {
            self.report.unknown_key(key, text, known);
            // A misspelled key is read as the key that was probably meant, so that this one is not reported as missing
            // too.
            let index = words::meant(text, known).and_then(|meant| known.iter().position(|name| *name == meant));
            if let Some(given) = index.and_then(|index| given.get_mut(index)) {
                given.get_or_insert((key, value));
            }
        }
        let field = move |(&name, given): (&'static &'static str, Option<(NodeId, NodeId)>)| {
            let absent = if matches!(others, What::StandIn) { What::StandIn } else { What::Missing(name) };
            let of_key = |(_, value)| Self { has_key: true, ..self.of(value) };
            (name, given.map_or(self.instead(absent), of_key))
        };
        known.iter().zip(given).map(field)
    }
}

impl IntoDeserializer<'_, Error> for Reader<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Implements the methods for integers.
macro_rules! whole_numbers {
    ($($method:ident $visit:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            let number = self.get(&visitor, |node| match node.plain()? {
                Plain::Unsigned(number) => number.try_into().ok(),
                Plain::Signed(number) => number.try_into().ok(),
                _ => None,
            });
            visitor.$visit(number.unwrap_or_default())
        })*
    };
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        if !matches!(self.what, What::Node) {
            return visitor.visit_unit();
        }
        match &self.node().content {
            Content::List(items) => self.seq(items, visitor),
            Content::Map(entries) => self.map(entries, visitor),
            Content::Refused => visitor.visit_unit(),
            Content::Scalar { text, .. } => match self.node().plain().unwrap_or(Plain::Text) {
                Plain::Null => visitor.visit_unit(),
                Plain::Bool(bool) => visitor.visit_bool(bool),
                Plain::Unsigned(number) => visitor.visit_u64(number),
                Plain::Signed(number) => visitor.visit_i64(number),
                Plain::Float(number) => visitor.visit_f64(number),
                Plain::Huge => Err(Error::custom(format_args!("the number {} is too large", shown(text)))),
                Plain::Text => visitor.visit_str(text),
            },
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        let bool = self.get(&visitor, |node| match node.plain()? {
            Plain::Bool(bool) => Some(bool),
            _ => None,
        });
        visitor.visit_bool(bool.unwrap_or_default())
    }

    whole_numbers! {
        deserialize_i8 visit_i8 deserialize_i16 visit_i16 deserialize_i32 visit_i32 deserialize_i64 visit_i64
        deserialize_u8 visit_u8 deserialize_u16 visit_u16 deserialize_u32 visit_u32 deserialize_u64 visit_u64
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        let text = self.get(&visitor, |node| node.text().filter(|_| !self.strict || form(node) == "text"));
        visitor.visit_str(text.unwrap_or_default())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        let is_node = matches!(self.what, What::Node) && !self.is_refused(self.node);
        let is_null = is_node && self.node().plain() == Some(Plain::Null);
        if is_null && self.has_key {
            self.report.nothing(self.node);
        }
        if is_node && !is_null { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        if name != spanned::NAME {
            return visitor.visit_newtype_struct(self);
        }
        let value = Span::value(self.node);
        let span = if matches!(self.what, What::Node) { value } else { value.key() };
        visitor.visit_map(MapDeserializer::new(iter::once((span.to_number(), self))))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        let items = self.get(&visitor, |node| match &node.content {
            Content::List(items) => Some(items.as_slice()),
            _ => node.is_empty().then_some(&[][..]),
        });
        self.seq(items.unwrap_or_default(), visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        let entries = self.get(&visitor, entries).unwrap_or_default();
        self.map(entries, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        let Some(entries) = self.get(&visitor, entries) else {
            let stand_ins = fields.iter().map(|&name| (name, self.instead(What::StandIn)));
            return visitor.visit_map(MapDeserializer::new(stand_ins));
        };
        visitor.visit_map(MapDeserializer::new(self.fields(fields, entries)))
    }

    /// The variants of an enum are named after the forms of nodes: `text`, `number`, `list`, `map` or `any`.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        let form = self.get(&visitor, |node| {
            let form = form(node);
            variants.iter().find(|variant| **variant == form || **variant == "any")
        });
        let (form, value) = match form {
            Some(&form) => (form, Self { strict: form == "any", ..self }),
            None => (variants.first().copied().unwrap_or_default(), self.instead(What::StandIn)),
        };
        visitor.visit_enum(MapAccessDeserializer::new(MapDeserializer::new(iter::once((form, value)))))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}
