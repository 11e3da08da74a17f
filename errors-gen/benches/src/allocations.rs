//! How often each variant allocates for one piece of work.
//!
//! Counted by a program of its own (`targets/count_allocations.rs`), whose lines are read here.

use std::collections::HashMap;
use std::process::Command;

/// Allocations by group and variant.
#[derive(Clone, Debug, Default)]
pub struct Allocations(HashMap<(String, String), f64>);

impl Allocations {
    /// Lets the program count.
    ///
    /// # Panics
    ///
    /// Where it does not run.
    #[must_use]
    pub fn count(program: &str) -> Self {
        let output = Command::new(program).output().expect("a program that counts");
        assert!(output.status.success(), "counting failed");
        let text = String::from_utf8(output.stdout).expect("lines of text");
        let entry = |line: &str| {
            let mut columns = line.split('\t');
            let (group, variant) = (columns.next()?.to_owned(), columns.next()?.to_owned());
            Some(((group, variant), columns.next()?.parse().ok()?))
        };
        Self(text.lines().filter_map(entry).collect())
    }

    /// How often a variant allocates for one piece of work, on average.
    #[must_use]
    pub fn get(&self, group: &str, variant: &str) -> Option<f64> {
        self.0.get(&(group.to_owned(), variant.to_owned())).copied()
    }
}
