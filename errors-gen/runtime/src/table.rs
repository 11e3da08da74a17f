//! The tables that the runtime reads: plain borrowed data.
//!
//! They have two sources. The generator writes them as statics, one for each attribute, so that the linker drops the
//! text that nobody asks for; and a catalog loaded at run time is lowered to the same types.
//!
//! Most programs never name these types: they use the `Code` of a vendor's module. Tools that handle any vendor start
//! from a [`Vendor`].

mod codes;
mod condition;
mod lookup;
mod member;
mod reader;
mod structure;
mod usual;
mod values;
mod vendor;

pub use codes::{Codes, Field, Part, StatusRule, Wording};
pub(crate) use condition::Enough;
pub use condition::{Condition, Test, ValueTest};
pub(crate) use lookup::GOLDEN;
pub use lookup::{Hash, KeyBytes, Lookup, Slots};
pub use member::{Member, Members};
pub use reader::{
    CodePath, Envelope, ItemPath, ItemPlaces, Kept, Node, Place, Reader, Step, SuccessRule, TextRole, Write,
    WriteMember, WriteValue,
};
pub use structure::{Statement, Statements};
pub use usual::Usual;
pub use vendor::{Advised, CodeForm, DigitGroup, DigitValue, IntegerRange, Operation, TransportError, Vendor};
