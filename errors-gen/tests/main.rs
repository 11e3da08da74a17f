//! Everything that is tested from outside, as one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]
#![allow(clippy::option_option, reason = "null is told from what is left out")]

mod alike;
mod any_vendor;
mod batches;
mod bodies;
mod case_variants;
mod cases;
mod classes;
mod corpus;
mod decision_basis;
mod decision_table;
mod decisions_by_vendor;
mod details;
mod documents;
mod edges;
mod examples;
#[cfg(feature = "http")]
mod http;
mod invariants;
mod json_kinds;
mod logging;
mod long_lists;
mod masking;
mod messages;
mod mocks;
mod model;
mod oracle;
mod orphans;
mod outcomes;
mod owning;
#[cfg(feature = "problem-details")]
mod problems;
mod rules;
#[cfg(feature = "serde")]
mod serialized;
mod shapes;
mod topics;
#[cfg(feature = "tracing")]
mod traced;
mod two_levels;
mod two_sources;
mod variants;
mod writing;
