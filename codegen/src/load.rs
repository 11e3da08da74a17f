//! Loads catalogs at run time: returns the tables of a vendor instead of printing them.
//!
//! The tables borrow from an [`Arena`], which holds any number of vendors and frees them together.
//!
//! ```
//! use errors_codegen::load::{Arena, read_text};
//! use errors_runtime::Vendor;
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
//!         topic: out_of_stock
//!         audience: customer
//!         meaning: The shop has not enough of an item.
//!         action: Order fewer.
//!         retry: after_fix
//! ";
//! let arena = Arena::new();
//! let shop = Vendor::from(arena.load(&read_text("shop", catalog)?)?);
//! let response = shop.read(409, r#"{"error":{"code":"OUT_OF_STOCK","message":"Only 2 left"}}"#);
//! assert_eq!(response.code().unwrap().action(), "Order fewer.");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::fmt;

pub use crate::lower::Arena;
use crate::lower::{self, Limit};
use crate::model;
pub use crate::{read_directory, read_files, read_text};

impl Arena {
    /// Lowers a vendor to tables in the arena. The model can be dropped afterwards.
    ///
    /// # Errors
    ///
    /// The catalog exceeds a limit of the tables. The memory used until then is freed with the arena.
    pub fn load<'t>(&'t self, vendor: &model::Vendor) -> Result<&'t errors_tables::Vendor<'t>, LoadError> {
        match lower::vendor(self, vendor) {
            Ok(lowered) => Ok(lowered.vendor),
            Err(limit) => Err(LoadError { vendor: vendor.name.clone(), limit }),
        }
    }
}

/// Why a catalog cannot be loaded: it exceeds a limit of the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    vendor: String,
    limit: Limit,
}

impl fmt::Display for LoadError {
    /// One line: ``the catalog of `shop` needs 40 places whose values are kept, but there can be no more than 31``.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { vendor, limit: Limit { what, needed, most } } = self;
        write!(f, "the catalog of `{vendor}` needs {needed} {what}, but there can be no more than {most}")
    }
}

impl std::error::Error for LoadError {}
