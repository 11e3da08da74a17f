//! What an item says beyond its code and message, on its way out as JSON.

use std::collections::HashMap;

use errors_runtime::table;
use errors_runtime::view::Fields;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::raw::Raw;

/// The documented fields that are there, under the names that the catalog gives first.
pub(super) struct Detail<'b, 'f> {
    pub(super) fields: Fields<'b>,
    pub(super) documented: &'f [table::Field<'f>],
}

impl Detail<'_, '_> {
    /// Itself, or nothing where no documented field is there.
    pub(super) fn unless_empty(self) -> Option<Self> {
        self.fields.documented(self.documented).next().is_some().then_some(self)
    }
}

impl Serialize for Detail<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let present = self.fields.documented(self.documented);
        serializer.collect_map(present.map(|(field, value)| (field.name, Raw(value.as_str()))))
    }
}

/// The members that are not documented: neither fields nor anything that the envelopes name.
pub(super) struct Extra<'b, 'f> {
    pub(super) fields: Fields<'b>,
    pub(super) documented: &'f [table::Field<'f>],
}

impl Extra<'_, '_> {
    /// Itself, or nothing where every member is documented.
    pub(super) fn unless_empty(self) -> Option<Self> {
        self.fields.extra(self.documented).next().is_some().then_some(self)
    }
}

impl Serialize for Extra<'_, '_> {
    /// Of members with one name the last one counts; it stands where the first one stood.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut places = HashMap::new();
        let mut members = Vec::new();
        for (name, value) in self.fields.extra(self.documented) {
            let name = name.to_cow();
            let place = *places.entry(name.clone()).or_insert(members.len());
            match members.get_mut(place) {
                Some((_, earlier)) => *earlier = value,
                None => members.push((name, value)),
            }
        }
        let mut map = serializer.serialize_map(Some(members.len()))?;
        for (name, value) in members {
            map.serialize_entry(&name, &Raw(value.as_str()))?;
        }
        map.end()
    }
}
