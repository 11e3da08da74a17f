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
mod distinct;
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
mod stencil;
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
use crate::render::formatted;
use data::Data;

/// What all vendors share: the runtime crate, and the code that is the same for each of them.
pub(crate) struct Shared {
    path: String,
    runtime: TokenStream,
    accessors: String,
}

impl Shared {
    /// With this path of the runtime crate, as text and as tokens.
    ///
    /// # Errors
    ///
    /// The path makes no Rust.
    pub(crate) fn new(path: &str, runtime: TokenStream) -> syn::Result<Self> {
        let accessors = formatted(accessors::emit(&runtime))?;
        Ok(Self { path: path.to_owned(), runtime, accessors })
    }
}

/// A vendor's module.
///
/// # Errors
///
/// A name is none.
pub(crate) fn vendor(vendor: &Vendor, lookup: &Lookup, reader: &Reader, shared: &Shared) -> syn::Result<String> {
    let Shared { path, runtime, accessors } = shared;
    let mut data = Data::new(path);
    code::emit(vendor, &mut data);
    let code = [
        conversions::emit(vendor, runtime),
        numbers::emit(vendor, lookup, &mut data),
        operations::emit(vendor, runtime, &mut data),
        digits::emit(vendor, runtime, &mut data),
        ranges::emit(vendor, runtime, &mut data),
        read::emit(vendor, runtime),
        transport::emit(vendor, runtime),
        lookup::emit(lookup, runtime, &mut data),
        reader::emit(vendor, reader, runtime),
        vendor::emit(vendor, runtime),
    ];
    let code = formatted(code.into_iter().collect())?;
    let trait_of_all = error_code::emit(vendor, runtime)?;
    let views = [detail::emit(vendor, runtime)?, types::emit(vendor, runtime, &mut data)?].concat();
    statuses::emit(vendor, &mut data);
    columns::emit(vendor, &mut data);
    let Data { enums, tables, wrong, .. } = data;
    match wrong {
        Some(wrong) => Err(wrong),
        None => Ok([enums.as_str(), accessors, &trait_of_all, &code, &views, &tables].concat()),
    }
}
