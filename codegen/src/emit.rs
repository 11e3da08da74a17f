//! From the model and its tables to the tokens of a vendor's module: one file for each artifact.
//!
//! Nothing is checked here and no case is changed. Texts become literals, names become identifiers, and documentation
//! goes through [`doc`], so that no text of a catalog can alter the code around it.

mod accessors;
mod code;
mod code_doc;
mod columns;
mod conversions;
mod detail;
mod digits;
mod doc;
mod enumeration;
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
use quote::quote;

use crate::lower::{Lookup, Reader};
use crate::model::Vendor;

/// A vendor's module. `runtime` is the path of the runtime crate.
pub(crate) fn vendor(vendor: &Vendor, lookup: &Lookup, reader: &Reader, runtime: &TokenStream) -> TokenStream {
    let code = code::emit(vendor);
    let accessors = accessors::emit(runtime);
    let conversions = conversions::emit(vendor, runtime);
    let error_code = error_code::emit(vendor, runtime);
    let numbers = numbers::emit(vendor, lookup);
    let operations = operations::emit(vendor, runtime);
    let digits = digits::emit(vendor, runtime);
    let ranges = ranges::emit(vendor, runtime);
    let detail = detail::emit(vendor, runtime);
    let types = types::emit(vendor, runtime);
    let read = read::emit(vendor, runtime);
    let transport = transport::emit(vendor, runtime);
    let lookup = lookup::emit(lookup, runtime);
    let reader = reader::emit(vendor, reader, runtime);
    let statuses = statuses::emit(vendor);
    let columns = columns::emit(vendor, runtime);
    let vendor = vendor::emit(vendor, runtime);
    quote! {
        #code
        #accessors
        #conversions
        #error_code
        #numbers
        #operations
        #digits
        #ranges
        #read
        #detail
        #types
        #transport
        #lookup
        #reader
        #statuses
        #columns
        #vendor
    }
}
