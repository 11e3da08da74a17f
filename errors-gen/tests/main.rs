//! Everything that is tested from outside, as one binary.

mod bodies;
mod corpus;
mod invariants;
mod oracle;
mod orphans;
mod rules;
mod shapes;
mod two_sources;
