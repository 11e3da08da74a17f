//! The model: a catalog that has been checked, with references resolved and names assigned. Emitters, exports and
//! loaders only use this.
//!
//! Texts are those of the catalog; every reference (a section, an operation, a type, a member path) is resolved; all
//! defaults are applied. What the vendor's page does not say is `None`, never an empty string.

mod class;
mod code;
mod envelope;
mod example;
mod fields;
pub(crate) mod generated_names;
mod retry;
mod types;
pub(crate) mod unions;
mod vendor;
mod wording;

pub use class::{Advised, Class, ClassBy, ClassValue};
pub use code::{Code, DetailCode, NoStatus, StatusRule, Transport, Variant};
pub use envelope::{
    AllOf, Batch, CodePath, Condition, Envelope, ItemPath, Items, Path, Requirement, Statuses, Step, ValueTest, Write,
    WriteValue, WrittenIn,
};
pub use errors_tables::{
    Advice, Area, Audience, CodeForm, Effect, Kind, Outcome, Reason, Successes, TimeUnit, Topic, WaitSource,
};
pub use example::{Difference, Example, ReadElement, Reads};
pub use fields::{Field, KnownText, TypeDef, TypeExpr, TypeShape};
pub use retry::{Headers, Retry, Stated, Wait};
pub use types::Types;
pub use vendor::{Operation, Section, Source, Vendor};
pub use wording::Wording;
