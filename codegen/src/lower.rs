//! Lowers the model to the tables that the runtime reads: codes to columns and a perfect hash, envelopes to one trie.
//!
//! The tables borrow from an [`Arena`]. [`load`](crate::load) returns them, and the emitter prints them as statics.

mod advice;
mod arena;
mod classes;
mod envelopes;
mod hash;
mod reader;
mod trie;
mod vendor;
mod writing;

use errors_tables as tables;

use crate::model::Vendor;

pub use arena::Arena;

/// A vendor that exceeds a limit of the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Limit {
    /// What exceeds its limit: `places whose values are kept`.
    pub(crate) what: &'static str,
    /// How many the catalog needs.
    pub(crate) needed: usize,
    /// How many there can be.
    pub(crate) most: usize,
}

impl Limit {
    /// Checks that no more are needed than there can be.
    fn check(what: &'static str, needed: usize, most: usize) -> Result<(), Self> {
        if needed > most { Err(Self { what, needed, most }) } else { Ok(()) }
    }
}

/// The tables of a vendor.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lowered<'t> {
    /// The tables.
    pub(crate) vendor: &'t tables::Vendor<'t>,
    /// The members of each declared type; `None` for one that is not an object.
    pub(crate) types: &'t [Option<&'t [tables::Field<'t>]>],
}

/// Lowers a vendor. The tables do not borrow from the model.
///
/// # Errors
///
/// The first limit that is exceeded.
pub(crate) fn vendor<'t>(arena: &'t Arena, vendor: &Vendor) -> Result<Lowered<'t>, Limit> {
    vendor::vendor(arena, vendor)
}

/// Checks that the envelopes of a vendor fit the tables.
///
/// # Errors
///
/// There are more than 63 values and keys to store, 16 places, or 255 nodes; or paths need the value of a member both
/// by its name and by a `.*` at the same place, since a node has only one slot for its value.
pub(crate) fn check_envelopes(vendor: &Vendor) -> Result<(), Limit> {
    reader::envelopes(&Arena::new(), vendor).map(|_| ())
}
