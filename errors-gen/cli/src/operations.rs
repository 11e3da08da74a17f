//! A vendor's operations by their keys.

use errors_codegen::model::Vendor;
use errors_codegen::words::similar;

/// The keys of operations.
pub(crate) fn keys<'a>(vendor: &'a Vendor, indices: &[usize]) -> Vec<&'a str> {
    indices.iter().filter_map(|&index| vendor.operations.get(index)).map(|operation| operation.key.as_str()).collect()
}

/// Whether a vendor has an operation of this key.
///
/// # Errors
///
/// What is wrong, and the keys that are close.
pub(crate) fn check<'v>(vendor: &'v Vendor, key: &str) -> Result<(), (String, Vec<&'v str>)> {
    let known = || all(vendor);
    if known().any(|known| known == key) {
        return Ok(());
    }
    Err((format!("{} has no operation `{key}`", vendor.title), similar(key, known())))
}

/// The keys of all operations.
pub(crate) fn all(vendor: &Vendor) -> impl Iterator<Item = &str> {
    vendor.operations.iter().map(|operation| operation.key.as_str())
}
