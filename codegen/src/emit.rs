//! Emits a vendor's module from the model and its tables. Each generated item has a file here.
//!
//! The model has been checked, and has all names in their final form. Texts become literals, names become identifiers,
//! and documentation is escaped by [`doc`], so that no text of a catalog can change the code around it. Generated code
//! refers to the runtime crate as `runtime`.

// The public items of the module.
mod code_enum;
mod code_methods;
mod code_trait;
mod conversions;
mod detail;
mod detail_codes;
mod digits;
mod index;
mod operations;
mod ranges;
mod read_fn;
mod transport;
mod types;
mod vendor;

// The tables that they read.
mod relations;
mod tables_module;

// Parts of several items.
mod code_doc;
mod doc;
mod enumeration;
mod expression;
mod known_texts;
mod statics;
mod table_values;
mod tokens;
mod unions;
mod vendor_page;
mod views;

pub(crate) use index::emit as index;

use proc_macro2::TokenStream;
use quote::quote;

use crate::lower::Lowered;
use crate::model::Vendor;
use statics::Statics;

/// A vendor's module.
pub(crate) struct Module {
    /// The items, not formatted yet.
    pub(crate) items: TokenStream,
    /// The large tables, formatted.
    pub(crate) tables: String,
}

/// Emits the module of a vendor. `runtime` is the path of the runtime crate.
pub(crate) fn module(vendor: &Vendor, lowered: &Lowered<'_>, runtime: &TokenStream) -> Module {
    let lookup = &lowered.vendor.reader.lookup;
    let items = [
        quote!(use #runtime as runtime;),
        code_enum::emit(vendor),
        code_methods::emit(vendor, lookup),
        code_trait::emit(vendor),
        conversions::emit(vendor),
        operations::emit(vendor),
        digits::emit(vendor),
        ranges::emit(vendor),
        read_fn::emit(vendor),
        transport::emit(vendor),
        detail::emit(vendor),
        detail_codes::emit(vendor),
        types::emit(vendor),
        vendor::emit(vendor),
    ];
    let mut statics = Statics::default();
    tables_module::emit(lowered.vendor, &mut statics);
    let imports = relations::emit(vendor, lookup, &mut statics);
    relations::fields_of_types(lowered.types, &mut statics);
    Module { items: items.into_iter().collect(), tables: statics.module(&imports) }
}
