//! The attributes of codes: one slice for each attribute, all of the same length and order.

use crate::{Advised, Audience, Kind, Retry, Topic, Wording, WrittenIn};

/// The attributes of all codes of a vendor. Entry `i` of every slice belongs to code `i`.
#[derive(Clone, Copy, Debug)]
pub struct Codes<'t> {
    /// The code's text on the wire.
    pub wire: &'t [&'t str],
    /// The name of the variant in Rust.
    pub names: &'t [&'t str],
    /// The section of the vendor's page, an index into [`Vendor::sections`](crate::Vendor::sections).
    pub sections: &'t [u16],
    /// Documented HTTP statuses.
    pub statuses: &'t [&'t [StatusRule<'t>]],
    /// The documented values of the item's own status member, which can differ from the HTTP status of the response.
    pub item_statuses: &'t [&'t [u16]],
    /// The API calls that can fail with it, indices into [`Vendor::operations`](crate::Vendor::operations), ascending;
    /// `None` if the vendor does not say.
    pub operations: &'t [Option<&'t [u16]>],
    /// The fixed wordings of its message.
    pub messages: &'t [&'t [Wording<'t>]],
    /// What it means with some statuses or wordings; the first that applies is used.
    pub variants: &'t [&'t [Variant<'t>]],
    /// Its documented fields.
    pub fields: &'t [&'t [Field<'t>]],
    /// The names of the fields and of the placeholders of its message that can hold personal or secret data.
    pub sensitive: &'t [&'t [&'t str]],
    /// What it means.
    pub meanings: &'t [&'t str],
    /// What to do about it.
    pub actions: &'t [&'t str],
    /// The canonical kind.
    pub kinds: &'t [Kind],
    /// The topic: what the error is about for a shop.
    pub topics: &'t [Topic],
    /// Whether and how to send the request again.
    pub retries: &'t [Retry<'t>],
    /// Who can do something about it.
    pub audiences: &'t [Audience],
    /// Since when and why the code is deprecated.
    pub deprecated: &'t [Option<&'t str>],
    /// The index of the code that replaces it.
    pub replaced_by: &'t [Option<u32>],
    /// Where it is documented.
    pub links: &'t [&'t str],
    /// Where it is written; `None` if any place will do.
    pub written_in: &'t [Option<WrittenIn<'t>>],
}

/// A documented HTTP status of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StatusRule<'t> {
    /// The status.
    pub http: u16,
    /// The calls that it applies to, ascending; `None` if it applies to all.
    pub operations: Option<&'t [u16]>,
}

/// What a code means with some statuses or wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant<'t> {
    /// The HTTP statuses with which it is so, the item's own where it has one; empty for all.
    pub http: &'t [u16],
    /// The texts of the wordings with which it is so; empty for all.
    pub messages: &'t [&'t str],
    /// What the code means then.
    pub meaning: &'t str,
    /// What it says in place of the code. What it leaves out, the code says.
    pub advised: Advised<'t>,
}

/// A documented field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'t> {
    /// The key on the wire.
    pub name: &'t str,
    /// Other keys for the same field, in order of preference.
    pub also: &'t [&'t str],
    /// Its type in the catalog's syntax: `string`, `Reference[]`.
    pub ty: &'t str,
    /// Whether it is always present; `None` if the vendor does not say.
    pub required: Option<bool>,
    /// Whether it can hold personal or secret data.
    pub sensitive: bool,
    /// Whether `Display` shows it after the message.
    pub shown: bool,
}
