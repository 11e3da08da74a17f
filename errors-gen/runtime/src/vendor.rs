//! A vendor, with everything that its catalog says.

use errors_tables::{Class, CodeForm, DetailCode, Field, Operation};

/// One vendor: everything that its catalog says.
#[derive(Clone, Copy, Debug)]
pub struct Vendor<'t> {
    table: &'t errors_tables::Vendor<'t>,
}

impl<'t> Vendor<'t> {
    /// The vendor of this table.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(table: &'t errors_tables::Vendor<'t>) -> Self {
        Self { table }
    }

    /// The table.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn table(self) -> &'t errors_tables::Vendor<'t> {
        self.table
    }

    /// The name of the vendor's module and file: `omnicart`.
    #[must_use]
    pub const fn name(self) -> &'t str {
        self.table.name
    }

    /// The vendor's name as people write it: `OmniCart`.
    #[must_use]
    pub const fn title(self) -> &'t str {
        self.table.title
    }

    /// The URLs of the pages that the facts come from.
    #[must_use]
    pub const fn sources(self) -> &'t [&'t str] {
        self.table.sources
    }

    /// The day of the last comparison with the sources, `YYYY-MM-DD`.
    #[must_use]
    pub const fn reviewed(self) -> &'t str {
        self.table.reviewed
    }

    /// The syntax of codes.
    #[must_use]
    pub const fn form(self) -> CodeForm {
        self.table.form
    }

    /// The classes of codes, listed or not.
    #[must_use]
    pub const fn classes(self) -> &'t [Class<'t>] {
        self.table.classes
    }

    /// The detail codes.
    #[must_use]
    pub const fn detail_codes(self) -> &'t [DetailCode<'t>] {
        self.table.detail_codes
    }

    /// The vendor's API calls.
    #[must_use]
    pub const fn operations(self) -> &'t [Operation<'t>] {
        self.table.operations
    }

    /// The documented fields of the code with this index; for `None`, the fields that every error may have.
    #[must_use]
    pub fn documented_fields(self, code: Option<usize>) -> &'t [Field<'t>] {
        self.table.documented_fields(code)
    }
}

impl<'t> From<&'t errors_tables::Vendor<'t>> for Vendor<'t> {
    fn from(table: &'t errors_tables::Vendor<'t>) -> Self {
        Self::new(table)
    }
}
