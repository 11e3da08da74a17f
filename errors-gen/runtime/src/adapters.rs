//! Conversions from and to the types of other crates, each behind the feature of that crate's name.

#[cfg(feature = "http")]
mod http;
#[cfg(feature = "problem-details")]
pub(crate) mod problem_details;
#[cfg(feature = "serde")]
pub(crate) mod serde;
#[cfg(any(feature = "problem-details", feature = "tracing"))]
mod shown;
#[cfg(feature = "tracing")]
mod tracing;
