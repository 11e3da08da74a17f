//! Conversions from and to the types of other crates, each behind the feature of that crate's name.

#[cfg(feature = "http")]
mod http;
#[cfg(feature = "serde")]
pub(crate) mod serde;
