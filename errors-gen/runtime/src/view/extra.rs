//! The way through fields: the documented ones, and all others.

use core::fmt;

use super::Fields;
use crate::json::{Json, Members, Text};
use crate::table::Field;

/// The documented fields that are there. A field that comes under several names is given once.
#[derive(Clone)]
pub struct Documented<'b, 'f> {
    fields: Fields<'b>,
    left: &'f [Field<'f>],
}

impl<'b, 'f> Documented<'b, 'f> {
    pub(super) const fn new(fields: Fields<'b>, left: &'f [Field<'f>]) -> Self {
        Self { fields, left }
    }
}

impl<'b, 'f> Iterator for Documented<'b, 'f> {
    type Item = (&'f Field<'f>, Json<'b>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (field, left) = self.left.split_first()?;
            self.left = left;
            if let Some(value) = self.fields.first(names(field)) {
                return Some((field, value));
            }
        }
    }
}

impl fmt::Debug for Documented<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.left.iter().map(|field| field.name)).finish()
    }
}

/// The members that are not documented, in their order, repeated names too: neither fields nor anything that the vendor's
/// envelopes name, such as the code and the message.
#[derive(Clone)]
pub struct Extra<'b, 'f> {
    fields: Fields<'b>,
    members: Members<'b>,
    documented: &'f [Field<'f>],
}

impl<'b, 'f> Extra<'b, 'f> {
    pub(super) fn new(fields: Fields<'b>, documented: &'f [Field<'f>]) -> Self {
        Self { fields, members: fields.iter(), documented }
    }
}

impl<'b> Iterator for Extra<'b, '_> {
    type Item = (Text<'b>, Json<'b>);

    fn next(&mut self) -> Option<Self::Item> {
        let Self { fields, members, documented } = self;
        members.find(|(member, _)| {
            !fields.names(*member) && !documented.iter().flat_map(names).any(|name| *member == *name)
        })
    }
}

impl fmt::Debug for Extra<'_, '_> {
    /// The names. The values may be anything, so they are not shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.clone().map(|(name, _)| name)).finish()
    }
}

/// All names of a field, in order of preference.
pub(super) fn names<'f>(field: &Field<'f>) -> impl Iterator<Item = &'f str> + use<'f> {
    core::iter::once(field.name).chain(field.also.iter().copied())
}
