//! The members of a body other than its errors.

use core::fmt;

use crate::json::Json;
use crate::table::Kept;

use super::reading::Reading;

/// The further members of an envelope that the catalog lists, with their paths.
#[derive(Clone)]
pub struct Context<'r, 'b, 't> {
    reading: &'r Reading<'b, 't>,
    kept: &'t [Kept<'t>],
    /// How many of them have been returned.
    given: usize,
}

impl<'b, 't> Reading<'b, 't> {
    /// The members that the envelope keeps beside the errors, as far as they are there, with their paths.
    #[must_use]
    pub(crate) fn context(&self) -> Context<'_, 'b, 't> {
        Context { reading: self, kept: self.keeper().map_or(&[], |envelope| envelope.keep), given: 0 }
    }
}

impl<'b> Context<'_, 'b, '_> {
    /// The member with this path of the catalog; `None` if it is missing. A null is returned as such.
    #[must_use]
    pub fn get(mut self, name: &str) -> Option<Json<'b>> {
        self.find(|(member, _)| *member == name).map(|(_, value)| value)
    }
}

impl<'b, 't> Iterator for Context<'_, 'b, 't> {
    type Item = (&'t str, Json<'b>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let kept = self.kept.get(self.given)?;
            self.given += 1;
            if let Some(value) = self.reading.kept_member(self.given - 1) {
                return Some((kept.name, value));
            }
        }
    }
}

impl fmt::Debug for Context<'_, '_, '_> {
    /// Shows the paths, but not the values, which may be personal or secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.clone().map(|(name, _)| name)).finish()
    }
}
