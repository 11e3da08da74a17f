//! From the model and its tables to the tokens of a vendor's module: one file for each artifact.
//!
//! Nothing is checked here and no case is changed. Texts become literals, names become identifiers, and documentation
//! goes through [`doc`], so that no text of a catalog can alter the code around it.

mod accessors;
mod code;
mod code_doc;
mod columns;
mod conversions;
mod data;
mod detail;
mod digits;
mod doc;
mod envelope;
mod error_code;
mod index;
mod lookup;
mod numbers;
mod operations;
mod ranges;
mod read;
mod reader;
mod statuses;
mod tokens;
mod transport;
mod types;
mod unions;
mod vendor;
mod views;

pub(crate) use doc::visible;
pub(crate) use index::emit as index;

use proc_macro2::TokenStream;

use crate::lower::{Lookup, Reader};
use crate::model::Vendor;
use data::Data;

/// A vendor's module.
pub(crate) struct Module {
    /// The enums, as text.
    pub(crate) enums: String,
    /// What is code.
    pub(crate) code: TokenStream,
    /// The tables, as text.
    pub(crate) tables: String,
}

/// A vendor's module; `path` is that of the runtime crate, as text and as tokens.
///
/// # Errors
///
/// A name of an enum or of a variant is none.
pub(crate) fn vendor(
    vendor: &Vendor,
    lookup: &Lookup,
    reader: &Reader,
    (path, runtime): (&str, &TokenStream),
) -> syn::Result<Module> {
    let mut data = Data::new(path);
    code::emit(vendor, &mut data);
    let code = [
        accessors::emit(runtime),
        conversions::emit(vendor, runtime),
        error_code::emit(vendor, runtime),
        numbers::emit(vendor, lookup, &mut data),
        operations::emit(vendor, runtime, &mut data),
        digits::emit(vendor, runtime, &mut data),
        ranges::emit(vendor, runtime, &mut data),
        read::emit(vendor, runtime),
        detail::emit(vendor, runtime),
        types::emit(vendor, runtime, &mut data),
        transport::emit(vendor, runtime),
        lookup::emit(lookup, runtime, &mut data),
        reader::emit(vendor, reader, runtime),
        vendor::emit(vendor, runtime),
    ];
    statuses::emit(vendor, &mut data);
    columns::emit(vendor, &mut data);
    let Data { enums, tables, wrong, .. } = data;
    match wrong {
        Some(wrong) => Err(wrong),
        None => Ok(Module { enums, code: code.into_iter().collect(), tables }),
    }
}
