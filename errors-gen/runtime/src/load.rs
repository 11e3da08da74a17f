//! Catalogs at run time: the checked model of a vendor becomes the same tables that the generator writes.
//!
//! The tables borrow, so they need something to borrow from: an [`Arena`], which holds any number of vendors and frees
//! them together.
//!
//! ```
//! use errors_gen::Vendor;
//! use errors_gen::load::{Arena, read_text};
//!
//! let catalog = r"
//! vendor: shop
//! title: Shop
//! sources: [https://example.com/errors]
//! reviewed: 2026-11-21
//! code: text
//! envelopes:
//!   - name: error
//!     items: [{ at: $.error, code: code, message: message }]
//! sections:
//!   - title: Orders
//!     codes:
//!       OUT_OF_STOCK:
//!         status: 409
//!         kind: failed_precondition
//!         audience: customer
//!         meaning: The shop has not enough of an item.
//!         action: Order fewer.
//!         retry: { advice: after_fix, reason: The order must change first. }
//! ";
//! let arena = Arena::new();
//! let shop = Vendor::from(arena.load(&read_text("shop", catalog)?)?);
//! let response = shop.read(409, r#"{"error":{"code":"OUT_OF_STOCK","message":"Only 2 left"}}"#);
//! assert_eq!(response.code().unwrap().action(), "Order fewer.");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod reader;
mod texts;
mod vocabulary;

use alloc::string::String;
use core::fmt;

use bumpalo::Bump;
use errors_codegen::lower::Limit;
use errors_codegen::model;
pub use errors_codegen::{read_directory, read_files, read_text};

use crate::table::Vendor;
use texts::Copier;

/// The memory of vendors that were loaded at run time.
#[derive(Debug, Default)]
pub struct Arena {
    bump: Bump,
}

impl Arena {
    /// An arena without vendors.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lowers a vendor and copies everything of it into the arena. The model is not needed any longer afterwards.
    ///
    /// # Errors
    ///
    /// The catalog is larger than the tables can be. What was copied by then is freed with the arena.
    pub fn load<'t>(&'t self, vendor: &model::Vendor) -> Result<&'t Vendor<'t>, LoadError> {
        let table = Copier { bump: &self.bump }.vendor(vendor);
        match table {
            Ok(table) => Ok(self.bump.alloc(table)),
            Err(Limit { what, needed, most }) => Err(LoadError { vendor: vendor.name.clone(), what, needed, most }),
        }
    }
}

/// Why a catalog cannot be loaded: there is too much of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    vendor: String,
    what: &'static str,
    needed: usize,
    most: usize,
}

impl fmt::Display for LoadError {
    /// One line: ``the catalog of `shop` needs 40 places whose values are kept, but there can be no more than 31``.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { vendor, what, needed, most } = self;
        write!(f, "the catalog of `{vendor}` needs {needed} {what}, but there can be no more than {most}")
    }
}

impl core::error::Error for LoadError {}

#[cfg(test)]
mod tests;
