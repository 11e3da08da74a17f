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
mod stencils;
mod tokens;
mod transport;
mod types;
mod unions;
mod vendor;
mod views;

pub(crate) use doc::visible;
pub(crate) use index::emit as index;

use crate::lower::{Lookup, Reader};
use crate::model::Vendor;
use crate::render::formatted;
use data::Data;
use stencils::Stencils;

/// What all vendors share: the runtime crate, and the code that is the same for each of them.
pub(crate) struct Shared {
    path: String,
    accessors: String,
    /// The implementations of the runtime's trait.
    error_codes: Stencils<2>,
    /// The structs of views.
    structs: Stencils<5>,
    /// The accessors of views.
    fields: Stencils<3>,
}

impl Shared {
    /// With this path of the runtime crate.
    ///
    /// # Errors
    ///
    /// The path makes no Rust.
    pub(crate) fn new(path: &str) -> syn::Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            accessors: formatted(accessors::emit(&path.parse()?))?,
            error_codes: Stencils::default(),
            structs: Stencils::default(),
            fields: Stencils::default(),
        })
    }
}

/// What the module of a vendor is made from.
struct Module<'a> {
    vendor: &'a Vendor,
    lookup: &'a Lookup,
    reader: &'a Reader,
    shared: &'a Shared,
}

/// A vendor's module.
///
/// # Errors
///
/// A name is none.
pub(crate) fn vendor(vendor: &Vendor, lookup: &Lookup, reader: &Reader, shared: &Shared) -> syn::Result<String> {
    let module = Module { vendor, lookup, reader, shared };
    let parts = [module.codes(), module.code()?, module.views()?, module.columns()];
    let enums = parts.iter().map(|part| part.enums.as_str());
    let code = parts.iter().map(|part| part.code.as_str());
    let tables = parts.iter().map(|part| part.tables.as_str());
    let text = enums.chain([shared.accessors.as_str()]).chain(code).chain(tables).collect();
    parts.into_iter().find_map(|part| part.wrong).map_or(Ok(text), Err)
}

impl<'a> Module<'a> {
    fn codes(&self) -> Data<'a> {
        let mut data = Data::new(&self.shared.path);
        code::emit(self.vendor, &mut data);
        data
    }

    fn views(&self) -> syn::Result<Data<'a>> {
        let Self { vendor, shared, .. } = self;
        let mut data = Data::new(&shared.path);
        let runtime = &shared.path.parse()?;
        data.code = detail::emit(vendor, runtime, shared)? + &types::emit(vendor, runtime, shared, &mut data)?;
        Ok(data)
    }

    fn columns(&self) -> Data<'a> {
        let mut data = Data::new(&self.shared.path);
        statuses::emit(self.vendor, &mut data);
        columns::emit(self.vendor, &mut data);
        data
    }

    fn code(&self) -> syn::Result<Data<'a>> {
        let Self { vendor, lookup, reader, shared } = self;
        let mut data = Data::new(&shared.path);
        let runtime = &shared.path.parse()?;
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
        data.code = error_code::emit(vendor, runtime, shared)? + &formatted(code.into_iter().collect())?;
        Ok(data)
    }
}
