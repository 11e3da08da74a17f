//! Typed views of the fields in a body, which are read on demand.
//!
//! The documented fields of an error are the accessors of a generated view, which borrows the body. Creating the view
//! finds all of them in one pass over the object; calling an accessor such as `detail.current_version()` converts that
//! value only. An accessor returns `Ok(None)` if the member is missing or null, and a [`FieldError`] if it has another
//! type than documented. The error concerns this field only: all others can still be read.
//!
//! ```
//! use errors_gen::commercetools::{self, Detail};
//!
//! let body = r#"{"statusCode": 409, "message": "Version mismatch.", "errors": [{
//!     "code": "ConcurrentModification", "message": "Version mismatch.", "currentVersion": "five", "hint": "reload"
//! }]}"#;
//! let response = commercetools::read(409, body);
//! let Some(Detail::ConcurrentModification(detail)) = response.detail() else { panic!() };
//! let error = detail.current_version().unwrap_err();
//! assert_eq!(error.to_string(), r#"`currentVersion`: expected a 64-bit integer, found a string ("five")"#);
//!
//! // Undocumented members can be read by key and by iteration.
//! assert_eq!(detail.fields().read::<errors_gen::json::Text>("hint").unwrap().unwrap(), "reload");
//! assert_eq!(detail.extra().next().unwrap().0, "hint");
//! ```

mod error;
mod excerpt;
mod fields;
pub(crate) mod generated;
pub(crate) mod known;
mod list;
pub(crate) mod located;
mod map;
pub(crate) mod marked;
mod number;
mod path;
mod scalars;
mod value;

pub use error::FieldError;
pub use fields::Fields;
pub(crate) use fields::Named;
use generated::Generated;
pub use list::{List, ListIter};
use located::Located;
pub use map::{Map, MapIter};
pub use number::Number;
pub use value::Value;

use crate::json::Json;

/// A type that a field can be read as. Generated types implement it too; it is not meant to be implemented by other
/// crates.
///
/// | catalog | Rust |
/// |---|---|
/// | `string`, `datetime` | [`Text`](crate::json::Text) |
/// | `integer` | [`i64`] |
/// | `number` | [`Number`] |
/// | `boolean` | [`bool`] |
/// | `object` | [`Fields`] |
/// | `any` | [`Json`] |
/// | `T[]` | [`List<T>`](List) |
/// | `map<T>` | [`Map<T>`](Map) |
/// | a type with members | a struct of the vendor's module `types` |
/// | `A or B` | an enum of the vendor's module `types`, with a variant for values that are neither |
pub trait View<'b>: Copy {
    /// What is expected, in the words of errors: `a string`.
    #[doc(hidden)]
    const EXPECTED: &'static str;

    /// Whether null is a value of this type. Otherwise it counts as missing.
    #[doc(hidden)]
    const NULL: bool = false;

    /// Whether the value has the JSON type that this view reads.
    #[doc(hidden)]
    #[must_use]
    fn fits(json: Json<'b>) -> bool;

    /// Whether the value looks like this type, to choose between types that have the same JSON type: an object needs
    /// one of the documented members, the first element of an array must look like the element type.
    #[doc(hidden)]
    #[must_use]
    fn resembles(json: Json<'b>) -> bool {
        Self::fits(json)
    }

    /// Reads the value.
    ///
    /// # Errors
    ///
    /// The value has another type.
    #[doc(hidden)]
    fn view(at: Located<'b>) -> Result<Self, FieldError>;
}
