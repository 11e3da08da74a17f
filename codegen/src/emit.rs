//! From the model and its tables to a vendor's module: one file for each artifact.
//!
//! Nothing is checked here and no case is changed. Texts become literals, names become identifiers, and documentation
//! goes through [`doc`], so that no text of a catalog can alter the code around it. The runtime crate is called `runtime`
//! in all of it.

// What the module says.
mod code;
mod code_methods;
mod conversions;
mod detail;
mod digits;
mod error_code;
mod index;
mod operations;
mod ranges;
mod read;
mod types;

// The tables behind it.
mod columns;
mod lookup;
mod reader;
mod relations;
mod transport;
mod vendor;

// What they are made of.
mod code_doc;
mod data;
mod distinct;
mod doc;
mod enumeration;
mod envelope;
mod tokens;
mod unions;
mod views;

pub(crate) use doc::visible;
pub(crate) use index::emit as index;

use proc_macro2::TokenStream;
use quote::quote;

use crate::lower::{Lookup, Reader};
use crate::model::Vendor;
use data::Data;

/// A vendor's module.
pub(crate) struct Module {
    /// The items, to be formatted.
    pub(crate) items: TokenStream,
    /// The large tables, as they stand in the file.
    pub(crate) tables: String,
}

/// The module of a vendor, for a runtime crate at this path.
pub(crate) fn module(vendor: &Vendor, lookup: &Lookup, reader: &Reader, runtime: &TokenStream) -> Module {
    let mut data = Data::new("runtime");
    let statics = statics(vendor, lookup, reader, &mut data);
    let items = [
        quote!(use #runtime as runtime;),
        code::emit(vendor),
        code_methods::emit(vendor, lookup),
        error_code::emit(vendor),
        conversions::emit(vendor),
        operations::emit(vendor),
        digits::emit(vendor),
        ranges::emit(vendor),
        read::emit(vendor),
        detail::emit(vendor),
        types::emit(vendor),
        statics,
    ];
    Module { items: items.into_iter().collect(), tables: data.tables }
}

/// The tables: the small ones as items, the large ones as text.
fn statics(vendor: &Vendor, lookup: &Lookup, reader: &Reader, data: &mut Data<'_>) -> TokenStream {
    let runtime = &quote!(runtime);
    columns::emit(vendor, data);
    relations::emit(vendor, data);
    [
        transport::emit(vendor, runtime),
        vendor::structure(vendor, runtime),
        lookup::emit(lookup, runtime, data),
        reader::emit(vendor, reader, runtime),
        vendor::emit(vendor, runtime),
    ]
    .into_iter()
    .collect()
}
