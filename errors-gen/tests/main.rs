//! Everything that is tested from outside, as one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]
#![allow(clippy::option_option, reason = "null is told from what is left out")]

mod bodies;
mod corpus;
mod invariants;
mod long_lists;
mod oracle;
mod orphans;
mod rules;
mod shapes;
mod two_sources;
