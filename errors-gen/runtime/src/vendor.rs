//! A vendor that is chosen at run time.

use errors_tables::{CodeForm, Field, Operation};

use crate::{AnyCode, Guess, Response, Status};

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

    /// The pages that the facts come from.
    #[must_use]
    pub const fn sources(self) -> &'t [&'t str] {
        self.table.sources
    }

    /// The day of the last comparison with the sources, `YYYY-MM-DD`.
    #[must_use]
    pub const fn reviewed(self) -> &'t str {
        self.table.reviewed
    }

    /// What a code looks like, and what its parts say.
    #[must_use]
    pub const fn form(self) -> CodeForm<'t> {
        self.table.form
    }

    /// The vendor's calls.
    #[must_use]
    pub const fn operations(self) -> &'t [Operation<'t>] {
        self.table.operations
    }

    /// The documented fields of the code with this index; without one, those that every error may have.
    #[must_use]
    pub fn documented_fields(self, code: Option<usize>) -> &'t [Field<'t>] {
        self.table.documented_fields(code)
    }

    /// Reads a body of this vendor that came with this HTTP status; `None` where the status is not known. Never fails.
    #[must_use]
    pub fn read<'b, B>(self, status: impl Into<Status>, body: &'b B) -> Response<'b, AnyCode<'t>>
    where
        B: AsRef<[u8]> + ?Sized,
        't: 'b,
    {
        Response::of(AnyCode::unchecked(self, 0), status.into(), body.as_ref())
    }

    /// Looks at a body that may have been cut short for the code that it shows so far. See [`Guess`].
    #[must_use]
    pub fn guess<'b, B>(self, status: impl Into<Status>, body: &'b B) -> Guess<'b, AnyCode<'t>>
    where
        B: AsRef<[u8]> + ?Sized,
        't: 'b,
    {
        Guess::of(AnyCode::unchecked(self, 0), status.into(), body.as_ref())
    }

    /// The code with this index in the vendor's tables.
    #[must_use]
    pub fn code(self, index: usize) -> Option<AnyCode<'t>> {
        AnyCode::new(self, index)
    }

    /// Every listed code, in the catalog's order.
    #[must_use]
    pub fn all_codes(self) -> impl DoubleEndedIterator<Item = AnyCode<'t>> + ExactSizeIterator + Clone {
        (0..self.table.codes.wire.len()).map(move |index| AnyCode::unchecked(self, index))
    }

    /// The listed code with this text on the wire.
    #[must_use]
    pub fn find(self, wire: &str) -> Option<AnyCode<'t>> {
        let reader = self.table.reader;
        self.code(reader.lookup.find(reader.wire, wire)?)
    }

    /// The listed code with this name in Rust.
    #[must_use]
    pub fn find_name(self, name: &str) -> Option<AnyCode<'t>> {
        self.code(self.table.codes.names.iter().position(|known| *known == name)?)
    }
}

impl<'t> From<&'t errors_tables::Vendor<'t>> for Vendor<'t> {
    fn from(table: &'t errors_tables::Vendor<'t>) -> Self {
        Self::new(table)
    }
}
