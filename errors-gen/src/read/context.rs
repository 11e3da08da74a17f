//! What stands beside the errors.

use crate::json::Json;
use crate::table::Kept;

use super::reading::Reading;

/// The members that an envelope keeps beside its errors.
#[derive(Clone, Debug)]
pub struct Context<'r, 'b, 't> {
    reading: &'r Reading<'b, 't>,
    kept: &'t [Kept<'t>],
}

impl<'r, 'b, 't> Context<'r, 'b, 't> {
    pub(super) const fn new(reading: &'r Reading<'b, 't>, kept: &'t [Kept<'t>]) -> Self {
        Self { reading, kept }
    }

    /// The member at this path of the catalog; null where it is null.
    #[must_use]
    pub fn get(mut self, name: &str) -> Option<Json<'b>> {
        self.find(|(member, _)| *member == name).map(|(_, value)| value)
    }
}

impl<'b, 't> Iterator for Context<'_, 'b, 't> {
    type Item = (&'t str, Json<'b>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (kept, rest) = self.kept.split_first()?;
            self.kept = rest;
            if let Some(value) = self.reading.kept(kept.slot) {
                return Some((kept.name, value));
            }
        }
    }
}
