//! A few facts of a reading, for pipelines that need no more.

use errors_runtime::{Response, Topic};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::super::raw::Text;
use crate::arguments::Select;

/// What was selected of a reading.
pub(super) struct Selected<'a, 'b> {
    pub(super) response: &'a Response<'b>,
    pub(super) select: &'a [Select],
}

impl Serialize for Selected<'_, '_> {
    /// The facts in the order in which they were asked for.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { response, select } = self;
        let mut map = serializer.serialize_map(Some(select.len()))?;
        for fact in *select {
            match fact {
                Select::Code => map.serialize_entry("code", &response.raw_code().map(Text))?,
                Select::Kind => map.serialize_entry("kind", response.kind().as_str())?,
                Select::Topic => map.serialize_entry("topic", &response.topic().value.map(Topic::as_str))?,
                Select::Label => map.serialize_entry("label", &Text(response.label()))?,
            }
        }
        map.end()
    }
}
