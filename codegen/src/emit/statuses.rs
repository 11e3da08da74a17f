//! From an HTTP status to the codes documented with it.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens;
use crate::model::Vendor;

/// The statuses with their codes, both ascending.
pub(super) fn emit(vendor: &Vendor) -> TokenStream {
    let mut by_status: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (index, code) in vendor.codes.iter().enumerate() {
        for rule in &code.statuses {
            let codes = by_status.entry(rule.http).or_default();
            if codes.last() != Some(&index) {
                codes.push(index);
            }
        }
    }
    let count = tokens::count(by_status.len());
    let entries = by_status.iter().map(|(&http, codes)| {
        let http = tokens::number(http.into());
        let codes = tokens::codes(codes, vendor);
        quote!((#http, #codes))
    });
    quote!(static BY_STATUS: [(u16, &[Code]); #count] = [#(#entries),*];)
}
