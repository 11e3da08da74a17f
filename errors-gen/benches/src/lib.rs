//! Measures `errors-gen` against what a user would write instead. README.md says how, and what came out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a measurement that cannot be taken stops")]

pub mod allocations;
pub mod bodies;
pub mod codes;
pub mod details;
pub mod figures;
pub mod group;
pub mod growth;
pub mod messages;
pub mod reading;
pub mod results;
mod rivals;
pub mod rng;
pub mod targets;
pub mod timing;
