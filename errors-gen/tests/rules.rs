//! The reading rules, each with the bodies that it decides.
