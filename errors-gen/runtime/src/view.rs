//! Typed views of what stands in a body, read on demand.
//!
//! The documented fields of an error are the methods of a generated view, which borrows the body. One pass over the
//! object finds them when the view is made; `detail.current_version()` types the value when it is called, and no other.
//! Such an accessor gives `Ok(None)` where the member is missing or null, and a [`FieldError`] where it has another type
//! than documented. That error is about this one field: all others can still be read.
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
//! // What is not documented is reachable by name and by iteration.
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

/// What a field can be read as. Generated types implement it too; it is not meant for others.
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
/// | a type with members | a struct of the vendor's `types` |
/// | `A or B` | an enum of the vendor's `types`, which takes what is neither as well |
pub trait View<'b>: Copy {
    /// What is expected, as errors say it: `a string`.
    #[doc(hidden)]
    const EXPECTED: &'static str;

    /// Whether null is a value of this type, not the lack of one.
    #[doc(hidden)]
    const NULL: bool = false;

    /// Whether the value has the JSON type that this view reads.
    #[doc(hidden)]
    #[must_use]
    fn fits(json: Json<'b>) -> bool;

    /// Whether the value looks like what this view reads, to choose between types that share a JSON type: an object has
    /// one of the documented members, the first element of a list looks like what the list holds.
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
