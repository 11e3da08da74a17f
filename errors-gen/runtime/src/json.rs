//! JSON in a body: a validating scanner, and borrowed views of the values that it has validated.
//!
//! The syntax is RFC 8259, as [`serde_json`] accepts it when it skips a value: lone surrogate escapes and numbers of
//! any size are valid. Nesting is limited to [`MAX_DEPTH`].
//!
//! [`serde_json`]: https://docs.rs/serde_json

mod entries;
pub(crate) mod escape;
mod fault;
mod keys;
mod literal;
mod scanner;
mod span;
mod string;
mod text;
mod value;

pub(crate) use entries::Entries;
pub use errors_tables::JsonKind;
pub(crate) use fault::Fault;
pub(crate) use keys::{find_key, known_values};
pub use scanner::MAX_DEPTH;
pub(crate) use scanner::Scanner;
pub(crate) use span::Span;
pub use text::{Chars, Text};
pub use value::{Elements, Json, Members};
