//! `LOOKUP`: from the text of a code to its index.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens;
use crate::lower::{Hash, KeyBytes, Lookup};

/// The static that both `Code::from_wire` and the reader use.
pub(super) fn emit(lookup: &Lookup, runtime: &TokenStream) -> TokenStream {
    let table = quote!(#runtime::table);
    let value = match lookup {
        Lookup::Text { bytes, hash } => {
            let bytes = match bytes {
                KeyBytes::Ends => quote!(#table::KeyBytes::Ends),
                KeyBytes::EndsAndMiddle => quote!(#table::KeyBytes::EndsAndMiddle),
                KeyBytes::All => quote!(#table::KeyBytes::All),
            };
            let hash = emit_hash(hash, &table);
            quote!(#table::Lookup::Text { bytes: #bytes, hash: #hash })
        }
        Lookup::Number { width, hash, .. } => {
            let width = tokens::number((*width).into());
            let hash = emit_hash(hash, &table);
            quote!(#table::Lookup::Number { width: #width, values: &NUMBERS, hash: #hash })
        }
        Lookup::Sorted(order) => {
            let order = tokens::slice(order.iter().map(|&index| tokens::number(index.into())));
            quote!(#table::Lookup::Sorted(#order))
        }
    };
    quote!(static LOOKUP: #table::Lookup<'static> = #value;)
}

fn emit_hash(hash: &Hash, table: &TokenStream) -> TokenStream {
    let seed = tokens::bits(hash.seed);
    let shift = tokens::number(hash.shift.into());
    let bucket_shift = tokens::number(hash.bucket_shift.into());
    let displacements = tokens::slice(hash.displacements.iter().map(|&value| tokens::number(value.into())));
    let slots = emit_slots(&hash.slots, table);
    quote! {
        #table::Hash {
            seed: #seed, shift: #shift, bucket_shift: #bucket_shift, displacements: #displacements, slots: #slots,
        }
    }
}

/// The slots, as small as their largest entry fits.
fn emit_slots(slots: &[u32], table: &TokenStream) -> TokenStream {
    let entries = tokens::slice(slots.iter().map(|&index| tokens::number(index.into())));
    match slots.iter().max().copied().unwrap_or_default() {
        0..=0xff => quote!(#table::Slots::U8(#entries)),
        0x100..=0xffff => quote!(#table::Slots::U16(#entries)),
        _ => quote!(#table::Slots::U32(#entries)),
    }
}
