//! Any vendor, chosen at run time: what gateways and tools use.
//!
//! It starts from a [`Vendor`]: one that is compiled in, by its name, or one whose catalog was loaded.

mod code;
mod response;

pub use code::AnyCode;
pub use response::{AnyErrors, AnyItem, AnyResponse};

use crate::Reading;
use crate::read::{Guess, ItemSpans};
use crate::table::Vendor;

impl<'t> Vendor<'t> {
    /// Reads a body of this vendor that came with this HTTP status; `None` where the status is not known. Never fails.
    #[must_use]
    pub fn read<'b, B: AsRef<[u8]> + ?Sized>(
        &'t self,
        status: impl Into<Option<u16>>,
        body: &'b B,
    ) -> AnyResponse<'b, 't> {
        AnyResponse::new(self, Reading::read(self.reader, status.into(), body.as_ref()))
    }

    /// The same with room for the items of long lists, as [`Reading::read_with`] explains.
    #[must_use]
    pub fn read_with<'b, B: AsRef<[u8]> + ?Sized>(
        &'t self,
        status: impl Into<Option<u16>>,
        body: &'b B,
        room: &'b mut [ItemSpans],
    ) -> AnyResponse<'b, 't> {
        AnyResponse::new(self, Reading::read_with(self.reader, status.into(), body.as_ref(), room))
    }

    /// Looks at a body that may have been cut short for the code that it shows so far. See [`Guess`].
    #[must_use]
    pub fn guess<'b, B: AsRef<[u8]> + ?Sized>(&'t self, status: impl Into<Option<u16>>, body: &'b B) -> Guess<'b, 't> {
        Reading::guess(self.reader, status.into(), body.as_ref())
    }

    /// The code with this index in the vendor's tables.
    #[must_use]
    pub fn code(&'t self, index: usize) -> Option<AnyCode<'t>> {
        AnyCode::new(self, index)
    }

    /// Every listed code, in the catalog's order.
    #[must_use]
    pub fn all_codes(&'t self) -> impl DoubleEndedIterator<Item = AnyCode<'t>> + ExactSizeIterator + Clone {
        (0..self.codes.wire.len()).map(|index| AnyCode::listed(self, index))
    }

    /// The listed code with this text on the wire.
    #[must_use]
    pub fn find(&'t self, wire: &str) -> Option<AnyCode<'t>> {
        self.code(self.reader.lookup.find(self.reader.wire, wire)?)
    }

    /// The listed code with this name in Rust.
    #[must_use]
    pub fn find_name(&'t self, name: &str) -> Option<AnyCode<'t>> {
        self.code(self.codes.names.iter().position(|known| *known == name)?)
    }
}
