//! A vendor as a whole.

use crate::{Audience, Class, Codes, DetailCode, Field, Kind, Reader, Retry, Topic};

/// One vendor: everything that its catalog says.
#[derive(Clone, Copy, Debug)]
pub struct Vendor<'t> {
    /// The name of the vendor's module and file: `omnicart`.
    pub name: &'t str,
    /// The vendor's name as people write it: `OmniCart`.
    pub title: &'t str,
    /// The pages that the facts come from.
    pub sources: &'t [&'t str],
    /// The day of the last comparison with the sources, `YYYY-MM-DD`.
    pub reviewed: &'t str,
    /// The tables that bodies are read with.
    pub reader: &'t Reader<'t>,
    /// The syntax of codes.
    pub form: CodeForm,
    /// The classes of codes, listed or not: first those that look at the code, then those that look at other members.
    pub classes: &'t [Class<'t>],
    /// The sections of the vendor's page, in its order.
    pub sections: &'t [&'t str],
    /// The vendor's API calls.
    pub operations: &'t [Operation<'t>],
    /// The fields that every error may have, even if its code is not listed.
    pub item_fields: &'t [Field<'t>],
    /// The detail codes.
    pub detail_codes: &'t [DetailCode<'t>],
    /// The listed codes.
    pub codes: Codes<'t>,
}

impl<'t> Vendor<'t> {
    /// The documented fields of the code with this index; for `None`, the fields that every error may have.
    #[must_use]
    pub fn documented_fields(&self, code: Option<usize>) -> &'t [Field<'t>] {
        code.and_then(|index| self.codes.fields.get(index)).map_or(self.item_fields, |fields| fields)
    }
}

/// One of the vendor's API calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation<'t> {
    /// The catalog's key: `initiate`.
    pub key: &'t str,
    /// The heading of the vendor's page: `Initiate Cart`.
    pub title: &'t str,
}

/// The syntax of codes on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeForm {
    /// Any text.
    Text,
    /// A decimal integer.
    Integer,
    /// Digits of a fixed width, leading zeros kept.
    Digits {
        /// The number of digits.
        width: u8,
    },
}

/// An HTTP status that the vendor documents for responses without a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TransportError<'t> {
    /// The HTTP status.
    pub http: u16,
    /// The catalog's name: `ServiceUnavailable`.
    pub name: &'t str,
    /// What it means.
    pub meaning: &'t str,
    /// What to do about it.
    pub action: &'t str,
    /// The canonical kind.
    pub kind: Kind,
    /// The topic: what the error is about for a shop.
    pub topic: Topic,
    /// Whether and how to send the request again.
    pub retry: Retry<'t>,
    /// Who can do something about it.
    pub audience: Audience,
}
