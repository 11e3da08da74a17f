//! The model lowered to the tables that the runtime reads: codes as columns and a perfect hash, envelopes as one trie.
//!
//! The tables borrow from an [`Arena`]. They are handed out as they are by [`load`](crate::load), and printed as statics by
//! the emitter.

mod arena;
mod classes;
mod codes;
mod envelopes;
mod hash;
mod reader;
mod trie;
mod writing;

use errors_tables as tables;

use crate::model::Vendor;

pub use arena::Arena;

/// A vendor that has too much of something for the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Limit {
    /// What there is too much of: `places whose values are kept`.
    pub(crate) what: &'static str,
    /// How many the catalog needs.
    pub(crate) needed: usize,
    /// How many there can be.
    pub(crate) most: usize,
}

impl Limit {
    /// An error if more are needed than there can be.
    fn check(what: &'static str, needed: usize, most: usize) -> Result<(), Self> {
        if needed > most { Err(Self { what, needed, most }) } else { Ok(()) }
    }
}

/// A vendor lowered to tables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lowered<'t> {
    /// The tables.
    pub(crate) vendor: &'t tables::Vendor<'t>,
    /// The members of each declared type; `None` for one that is no object.
    pub(crate) types: &'t [Option<&'t [tables::Field<'t>]>],
}

/// Lowers a vendor. Nothing of the tables borrows from the model.
///
/// # Errors
///
/// The first thing that there is too much of.
pub(crate) fn vendor<'t>(arena: &'t Arena, vendor: &Vendor) -> Result<Lowered<'t>, Limit> {
    codes::vendor(arena, vendor)
}

/// Whether the envelopes of a vendor fit the tables.
///
/// # Errors
///
/// More than 63 values or names to keep, 16 places, or 255 nodes; or a member that is named beside a `.*` when the value
/// is needed for both, since a node keeps its value once.
pub(crate) fn check_envelopes(vendor: &Vendor) -> Result<(), Limit> {
    reader::envelopes(&Arena::new(), vendor).map(|_| ())
}
