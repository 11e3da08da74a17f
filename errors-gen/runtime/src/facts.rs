//! What is known of a vendor's codes, asked one attribute at a time.
//!
//! What is built on this is written once for both: the types of one vendor, whose answers come from one table each, so
//! that a program gets no more of them than it asks for, and a vendor that is chosen at run time.

use core::marker::PhantomData;

use crate::table::{CodeForm, Field, Wording};
use crate::{Audience, ErrorCode, Kind, Retry, Vendor};

/// The facts of one vendor. Codes are given by their index.
pub(crate) trait Facts<'t>: Copy {
    fn vendor_name(self) -> &'t str;
    fn form(self) -> CodeForm<'t>;
    fn kind(self, code: usize) -> Option<Kind>;
    fn retry(self, code: usize) -> Option<Retry<'t>>;
    fn audience(self, code: usize) -> Option<Audience>;
    fn action(self, code: usize) -> Option<&'t str>;
    fn wire(self, code: usize) -> Option<&'t str>;
    fn wordings(self, code: usize) -> &'t [Wording<'t>];
    fn fields(self, code: usize) -> &'t [Field<'t>];
    fn sensitive(self, code: usize) -> &'t [&'t str];
}

/// The facts of the vendor whose codes are `C`.
#[derive(Debug)]
pub(crate) struct Typed<C>(PhantomData<C>);

impl<C> Typed<C> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<C> Clone for Typed<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Typed<C> {}

impl<C: ErrorCode> Facts<'static> for Typed<C> {
    fn vendor_name(self) -> &'static str {
        C::VENDOR_NAME
    }
    fn form(self) -> CodeForm<'static> {
        C::FORM
    }
    fn kind(self, code: usize) -> Option<Kind> {
        C::from_index(code).map(C::kind)
    }
    fn retry(self, code: usize) -> Option<Retry<'static>> {
        C::from_index(code).map(C::retry)
    }
    fn audience(self, code: usize) -> Option<Audience> {
        C::from_index(code).map(C::audience)
    }
    fn action(self, code: usize) -> Option<&'static str> {
        C::from_index(code).map(C::action)
    }
    fn wire(self, code: usize) -> Option<&'static str> {
        C::from_index(code).map(C::as_str)
    }
    fn wordings(self, code: usize) -> &'static [Wording<'static>] {
        C::from_index(code).map_or(&[], C::messages)
    }
    fn fields(self, code: usize) -> &'static [Field<'static>] {
        C::from_index(code).map_or(&[], C::fields)
    }
    fn sensitive(self, code: usize) -> &'static [&'static str] {
        C::from_index(code).map_or(&[], C::sensitive)
    }
}

impl<'t> Facts<'t> for Vendor<'t> {
    fn vendor_name(self) -> &'t str {
        self.table().name
    }
    fn form(self) -> CodeForm<'t> {
        self.table().form
    }
    fn kind(self, code: usize) -> Option<Kind> {
        self.table().codes.kinds.get(code).copied()
    }
    fn retry(self, code: usize) -> Option<Retry<'t>> {
        self.table().codes.retries.get(code).copied()
    }
    fn audience(self, code: usize) -> Option<Audience> {
        self.table().codes.audiences.get(code).copied()
    }
    fn action(self, code: usize) -> Option<&'t str> {
        self.table().codes.actions.get(code).copied()
    }
    fn wire(self, code: usize) -> Option<&'t str> {
        self.table().codes.wire.get(code).copied()
    }
    fn wordings(self, code: usize) -> &'t [Wording<'t>] {
        self.table().codes.messages.get(code).copied().unwrap_or_default()
    }
    fn fields(self, code: usize) -> &'t [Field<'t>] {
        self.table().codes.fields.get(code).copied().unwrap_or_default()
    }
    fn sensitive(self, code: usize) -> &'t [&'t str] {
        self.table().codes.sensitive.get(code).copied().unwrap_or_default()
    }
}
