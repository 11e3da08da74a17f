//! One of the two states: what the catalogs say, as it is exported, and the catalogs themselves where they are there.

use std::path::Path;

use errors_codegen::model::Vendor;
use serde_json::Value;

use crate::failure::Failure;
use crate::resolved::{AdvisedStatus, Resolved};

/// The vendors of one state.
pub(super) struct Side(Vec<VendorSide>);

/// One vendor in one state.
pub(super) struct VendorSide {
    name: String,
    exported: Value,
    /// The statuses without a code, with their advice; empty in an export, which has none.
    statuses: Vec<Value>,
    catalog: Option<Vendor>,
}

impl Side {
    pub(super) fn of_catalogs(vendors: Vec<Vendor>) -> Result<Self, Failure> {
        let side = |vendor: Vendor| {
            let exported = serde_json::to_value(Resolved::new(&vendor))?;
            let statuses = vendor.transport.iter().map(|entry| serde_json::to_value(AdvisedStatus::new(entry)));
            let statuses = statuses.collect::<Result<_, _>>()?;
            Ok(VendorSide { name: vendor.name.clone(), exported, statuses, catalog: Some(vendor) })
        };
        vendors.into_iter().map(side).collect::<Result<_, Failure>>().map(Self)
    }

    /// What `export --format json` wrote.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub(super) fn of_export(text: &[u8], file: &Path) -> Result<Self, String> {
        let vendors: Vec<Value> = serde_json::from_slice(text)
            .map_err(|error| format!("`{}` is not what `export --format json` writes: {error}", file.display()))?;
        let side = |exported: Value| match (exported["vendor"].as_str(), exported["codes"].is_array()) {
            (Some(name), true) => {
                Ok(VendorSide { name: name.to_owned(), exported, statuses: Vec::new(), catalog: None })
            }
            _ => Err(format!("`{}` has an entry without `vendor` or `codes`", file.display())),
        };
        vendors.into_iter().map(side).collect::<Result<_, _>>().map(Self)
    }

    /// Whether there is more than what is exported.
    pub(super) fn has_catalogs(&self) -> bool {
        self.0.iter().all(|vendor| vendor.catalog.is_some())
    }

    pub(super) fn vendors(&self) -> &[VendorSide] {
        &self.0
    }

    pub(super) fn vendor(&self, name: &str) -> Option<&VendorSide> {
        self.0.iter().find(|vendor| vendor.name == name)
    }
}

impl VendorSide {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) const fn catalog(&self) -> Option<&Vendor> {
        self.catalog.as_ref()
    }

    /// The statuses without a code, with their advice.
    pub(super) fn statuses(&self) -> &[Value] {
        &self.statuses
    }

    /// The entries of an exported list: `codes`, `detail_codes`, `transport`.
    pub(super) fn entries(&self, list: &str) -> &[Value] {
        self.exported[list].as_array().map_or(&[], Vec::as_slice)
    }
}
