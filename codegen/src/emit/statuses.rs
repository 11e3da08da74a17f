//! From an HTTP status to the codes documented with it.

use std::collections::BTreeMap;

use super::data::{Data, codes};
use crate::model::Vendor;

/// The statuses with their codes, both ascending.
pub(super) fn emit(vendor: &Vendor, data: &mut Data<'_>) {
    let mut by_status: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (index, code) in vendor.codes.iter().enumerate() {
        for rule in &code.statuses {
            let codes = by_status.entry(rule.http).or_default();
            if codes.last() != Some(&index) {
                codes.push(index);
            }
        }
    }
    let entries: Vec<_> =
        by_status.iter().map(|(http, indices)| format!("({http}, {})", codes(indices, vendor))).collect();
    data.table("BY_STATUS", "(u16, &[Code])", &entries);
}
