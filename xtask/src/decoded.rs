//! A reading as the JSON object that `decode` writes.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::details::{Detail, Extra};
use crate::json::{Raw, Text};
use crate::vendor::{self, Item, Reading, Vendor, table};

/// A body that was read, with what the catalog knows about it.
pub(crate) struct Decoded<'a, 'b, 't> {
    /// Whose body it is.
    pub(crate) vendor: &'a Vendor,
    /// The same as the tables that the runtime reads.
    pub(crate) tables: &'a table::Vendor<'t>,
    /// What was read.
    pub(crate) reading: &'a Reading<'b, 't>,
}

impl Serialize for Decoded<'_, '_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { vendor, reading, .. } = *self;
        let judgement = vendor::judgement(reading);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("vendor", &vendor.name)?;
        map.serialize_entry("outcome", vendor::outcome_word(judgement.outcome))?;
        map.serialize_entry("reason", &judgement.reason.map(vendor::reason_word))?;
        map.serialize_entry("offset", &judgement.offset)?;
        map.serialize_entry("http_status", &reading.status())?;
        map.serialize_entry("envelope", &reading.envelope())?;
        map.serialize_entry("primary", &reading.primary_index())?;
        map.serialize_entry("errors", &Errors(self))?;
        let transport =
            reading.transport().map(|transport| TransportEntry { http: transport.http, name: transport.name });
        map.serialize_entry("transport", &transport)?;
        map.serialize_entry("context", &Context(reading))?;
        map.end()
    }
}

/// The items, written one after the other.
struct Errors<'a, 'b, 't>(&'a Decoded<'a, 'b, 't>);

impl Serialize for Errors<'_, '_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Decoded { vendor, tables, reading } = *self.0;
        serializer.collect_seq(reading.items().map(|item| Entry { vendor, tables, item }))
    }
}

/// One item.
struct Entry<'a, 'b, 't> {
    vendor: &'a Vendor,
    tables: &'a table::Vendor<'t>,
    item: Item<'b, 't>,
}

impl Serialize for Entry<'_, '_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let code = self.item.code_index().and_then(|index| self.vendor.codes.get(index));
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", &self.item.raw_code().map(Text))?;
        map.serialize_entry("known", &code.is_some())?;
        map.serialize_entry("name", &code.map(|code| &code.ident))?;
        map.serialize_entry("kind", &code.map(|code| code.kind.as_str()))?;
        map.serialize_entry("retry", &code.map(|code| code.retry.advice.as_str()))?;
        map.serialize_entry("message", &self.item.message().map(Text))?;
        // What the wording yields: the runtime does not read it yet, and a member that is null tells so without breaking
        // those who look for it.
        map.serialize_entry("params", &())?;
        let documented = self.tables.documented_fields(self.item.code_index());
        map.serialize_entry("detail", &Detail { fields: self.item.fields(), documented }.unless_empty())?;
        map.serialize_entry("extra", &Extra { fields: self.item.fields(), documented }.unless_empty())?;
        map.end()
    }
}

/// A documented status without a code.
#[derive(Serialize)]
struct TransportEntry<'a> {
    http: u16,
    name: &'a str,
}

/// The members that the envelope keeps.
struct Context<'a, 'b, 't>(&'a Reading<'b, 't>);

impl Serialize for Context<'_, '_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.context().map(|(name, value)| (name, Raw(value.as_str()))))
    }
}
