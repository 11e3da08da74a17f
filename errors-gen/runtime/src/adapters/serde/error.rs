//! One error of a response.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::fmt;

use serde_core::ser::SerializeMap;
use serde_core::{Serialize, Serializer};

use super::value::{MaybeShown, Shown, Value, Written};
use crate::decide::Basis;
use crate::log::line;
use crate::mask::MASK;
use crate::view::marked::Marked;
use crate::{AnyCode, Codes, ErrorItem, RawCode};

/// An error, without what may be sensitive or with it.
pub(super) struct Entry<'b, C> {
    pub(super) error: ErrorItem<'b, C>,
    pub(super) masked: bool,
}

/// As in the list `errors` of a [`Report`](super::Report), without [what may be sensitive](crate::log).
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl<'t, C: Codes<'t>> Serialize for ErrorItem<'_, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Entry { error: *self, masked: true }.serialize(serializer)
    }
}

impl<'b, 't, C: Codes<'t>> Serialize for Entry<'b, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { error, masked } = self;
        let hides = line::marked(error, *masked);
        // Of what says nothing of a failure only a listed code is shown.
        let told = !(*masked && error.is_of_success());
        let listed = error.code();
        let name = listed.and_then(|code| error.vendor().code(code.index())).map(AnyCode::name);
        let (kind, topic, retry, audience) = (error.kind(), error.topic(), error.retry(), error.audience());
        let by_catalog = |basis| matches!(basis, Basis::Code | Basis::Class);
        let message = error.message().filter(|_| told).map(|_| {
            let hides = &hides;
            Written(move |f: &mut fmt::Formatter<'_>| line::message(error, *masked, hides, f))
        });
        let (id, field) = (error.id().filter(|_| told), error.field().filter(|_| told));
        let id = id.map(|json| MaybeShown::id(json, *masked));
        let field = field.map(|json| MaybeShown::harmless(json, *masked, &hides));
        let code = |raw: Option<RawCode<'b>>, listed| Some(self.code(raw?, listed, &hides));

        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", &code(error.raw_code(), listed.is_some()))?;
        map.serialize_entry("known", &listed.is_some())?;
        map.serialize_entry("detail_code", &code(error.raw_detail_code(), error.detail_code().is_some()))?;
        map.serialize_entry("parent_code", &code(error.raw_parent_code(), error.parent_code().is_some()))?;
        map.serialize_entry("name", &name)?;
        map.serialize_entry("note", &error.is_note())?;
        map.serialize_entry("kind", &by_catalog(kind.basis).then_some(kind.value))?;
        map.serialize_entry("topic", &topic.value.filter(|_| by_catalog(topic.basis)))?;
        map.serialize_entry("retry", &by_catalog(retry.basis).then_some(retry.advice))?;
        map.serialize_entry("audience", &by_catalog(audience.basis).then_some(audience.value))?;
        map.serialize_entry("message", &message)?;
        map.serialize_entry("status", &error.status())?;
        map.serialize_entry("id", &id)?;
        map.serialize_entry("field", &field)?;
        map.serialize_entry("params", &told.then(|| self.parameters()).flatten())?;
        map.serialize_entry("detail", &told.then(|| self.detail(&hides)).flatten())?;
        map.serialize_entry("extra", &self.extra())?;
        map.end()
    }
}

impl<'b, 't, C: Codes<'t>> Entry<'b, C> {
    /// A code: a listed one as it is, another one as far as it looks like a code, and not where nothing failed.
    fn code<'a>(&self, raw: RawCode<'b>, listed: bool, hides: &'a Marked<'b>) -> impl Serialize + use<'a, 'b, 't, C> {
        let (whole, of_success) = (listed || !self.masked, self.error.is_of_success());
        Written(
            move |f: &mut fmt::Formatter<'_>| {
                if !whole && of_success { f.write_str(MASK) } else { line::code(raw, whole, hides, f) }
            },
        )
    }

    /// The parameters of the message. Where the catalog marks anything of the code, none of them is shown.
    fn parameters(&self) -> Option<impl Serialize> {
        let masked = self.masked && self.error.code().is_some_and(|code| !code.sensitive().is_empty());
        let parameters = self.error.parameters()?;
        Some(Map(move || {
            parameters.iter().map(move |(name, value)| {
                (
                    name,
                    Written(
                        move |f: &mut fmt::Formatter<'_>| if masked { f.write_str(MASK) } else { write!(f, "{value}") },
                    ),
                )
            })
        }))
    }

    /// The documented fields that are there.
    fn detail<'a>(&'a self, hides: &'a Marked<'b>) -> Option<impl Serialize + use<'a, 'b, 't, C>> {
        let documented = line::documented(&self.error);
        let fields = move || self.error.fields().documented(documented);
        fields().next()?;
        Some(Map(move || {
            fields().map(move |(field, json)| {
                let value = if self.masked {
                    MaybeShown::Masked(Shown::new(json, |out| hides.write_field(field, json, out)))
                } else {
                    MaybeShown::Whole(Value(json))
                };
                (field.name, value)
            })
        }))
    }

    /// The members that are not documented; `None` if they are masked, since it is not known what they contain. For
    /// duplicate keys, the last value is shown in the place of the first.
    fn extra(&self) -> Option<impl Serialize + use<'b, 't, C>> {
        let mut extra = self.error.fields().extra(line::documented(&self.error)).filter(|_| !self.masked).peekable();
        extra.peek()?;
        let mut places = BTreeMap::new();
        let mut members = Vec::new();
        for (name, json) in extra {
            let name = name.to_cow();
            let place = *places.entry(name.clone()).or_insert(members.len());
            match members.get_mut(place) {
                Some((_, earlier)) => *earlier = json,
                None => members.push((name, json)),
            }
        }
        Some(Map(move || members.clone().into_iter().map(|(name, json)| (name, Value(json)))))
    }
}

/// A map of what a function goes through.
pub(super) struct Map<F>(pub(super) F);

impl<K: Serialize, V: Serialize, I: Iterator<Item = (K, V)>, F: Fn() -> I> Serialize for Map<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0())
    }
}
