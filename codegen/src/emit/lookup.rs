//! `LOOKUP`: from the text of a code to its index.

use proc_macro2::TokenStream;
use quote::quote;

use super::data::{Data, number};
use super::tokens;
use crate::lower::{Hash, KeyBytes, Lookup};

/// The static that both `Code::from_wire` and the reader use.
pub(super) fn emit(lookup: &Lookup, runtime: &TokenStream, data: &mut Data<'_>) -> TokenStream {
    let table = quote!(#runtime::table);
    let value = match lookup {
        Lookup::Text { bytes, hash } => {
            let bytes = match bytes {
                KeyBytes::Ends => quote!(#table::KeyBytes::Ends),
                KeyBytes::EndsAndMiddle => quote!(#table::KeyBytes::EndsAndMiddle),
                KeyBytes::All => quote!(#table::KeyBytes::All),
            };
            let hash = emit_hash(hash, &table, data);
            quote!(#table::Lookup::Text { bytes: #bytes, hash: #hash })
        }
        Lookup::Number { width, hash, .. } => {
            let width = tokens::number((*width).into());
            let hash = emit_hash(hash, &table, data);
            quote!(#table::Lookup::Number { width: #width, values: &NUMBERS, hash: #hash })
        }
        Lookup::Sorted(order) => {
            data.table("ORDER", "u32", &order.iter().map(number).collect::<Vec<_>>());
            quote!(#table::Lookup::Sorted(&ORDER))
        }
    };
    quote!(static LOOKUP: #table::Lookup<'static> = #value;)
}

fn emit_hash(hash: &Hash, table: &TokenStream, data: &mut Data<'_>) -> TokenStream {
    let seed = tokens::bits(hash.seed);
    let shift = tokens::number(hash.shift.into());
    let bucket_shift = tokens::number(hash.bucket_shift.into());
    data.table("DISPLACEMENTS", "u32", &hash.displacements.iter().map(number).collect::<Vec<_>>());
    let slots = emit_slots(&hash.slots, table, data);
    quote! {
        #table::Hash {
            seed: #seed, shift: #shift, bucket_shift: #bucket_shift, displacements: &DISPLACEMENTS, slots: #slots,
        }
    }
}

/// The slots, as small as their largest entry fits.
fn emit_slots(slots: &[u32], table: &TokenStream, data: &mut Data<'_>) -> TokenStream {
    let (entry, size) = match slots.iter().max().copied().unwrap_or_default() {
        0..=0xff => ("u8", quote!(U8)),
        0x100..=0xffff => ("u16", quote!(U16)),
        _ => ("u32", quote!(U32)),
    };
    data.table("SLOTS", entry, &slots.iter().map(number).collect::<Vec<_>>());
    quote!(#table::Slots::#size(&SLOTS))
}
