//! What the compiler cannot know: which branch a program mostly takes.

/// Called in a branch that is seldom taken. Its instructions are then laid out apart, so that the usual path needs fewer
/// jumps.
///
/// It is called behind the comparison itself: what a function returns and its caller compares again is forgotten.
pub(crate) use errors_tables::cold_path;
