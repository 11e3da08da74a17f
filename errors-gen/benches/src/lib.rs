//! Measures `errors-gen` against what a user would write instead. README.md says how, RESULTS.md what came out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a measurement that cannot be taken stops")]

pub mod bodies;
pub mod bounds;
pub mod codes;
pub mod count;
pub mod group;
pub mod groups;
pub mod growth;
pub mod messages;
pub mod reading;
mod rivals;
pub mod rng;
pub mod sink;
pub mod timing;
