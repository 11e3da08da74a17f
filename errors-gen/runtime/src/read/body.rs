//! A body while it is looked at.

use crate::table::Reader;

use super::condition::Known;
use super::found::Found;
use super::http::Http;
use super::slots::Slots;

/// A body, or an element of a batch, with how it is read and the HTTP status that it came with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body<'b, 't> {
    pub(super) reader: &'t Reader<'t>,
    pub(super) text: &'b str,
    pub(super) http: Http,
}

impl<'b> Body<'b, '_> {
    /// What conditions on it are asked of.
    #[inline]
    pub(super) const fn known<'a>(&self, slots: &'a Slots, found: &Found) -> Known<'a>
    where
        'b: 'a,
    {
        Known { text: self.text, http: self.http, slots, counted: found.counted() }
    }
}
