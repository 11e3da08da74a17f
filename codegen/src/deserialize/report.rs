//! What is found while a tree is read.

use std::cell::{Cell, RefCell};

use super::words;
use crate::finding::Finding;
use crate::yaml::{NodeId, Tree};

/// More findings than this in one file help nobody.
const MAX_FINDINGS: usize = 1_000;

/// The tree that is read, and what has been found so far.
pub(super) struct Report<'t> {
    pub(super) tree: &'t Tree<'t>,
    findings: RefCell<Vec<Finding>>,
    /// Whether nothing but keys was wrong.
    only_keys: Cell<bool>,
}

impl<'t> Report<'t> {
    /// Nothing found yet.
    pub(super) fn new(tree: &'t Tree<'t>) -> Self {
        Self { tree, findings: RefCell::default(), only_keys: Cell::new(true) }
    }

    /// A key that the map may not have.
    pub(super) fn unknown_key(&self, key: NodeId, text: &str, known: &'static [&'static str]) {
        self.add(|tree| words::unknown_key(tree, key, text, known));
    }

    /// A key that the map has already.
    pub(super) fn repeated_key(&self, key: &str, first: NodeId, second: NodeId) {
        self.add(|tree| words::repeated_key(tree, key, first, second));
    }

    /// A key that the map lacks.
    pub(super) fn missing_key(&self, map: NodeId, key: &str) {
        self.only_keys.set(false);
        self.add(|tree| words::missing_key(tree, map, key));
    }

    /// A node that is something other than what is expected.
    pub(super) fn mismatch(&self, node: NodeId, expected: &str) {
        self.only_keys.set(false);
        self.add(|tree| words::mismatch(tree, node, expected));
    }

    fn add(&self, finding: impl FnOnce(&Tree<'_>) -> Finding) {
        let mut findings = self.findings.borrow_mut();
        match findings.len() {
            ..MAX_FINDINGS => findings.push(finding(self.tree)),
            MAX_FINDINGS => findings.push(words::more(self.tree)),
            _ => {}
        }
    }

    /// What was found, and whether it was nothing but keys.
    pub(super) fn finish(self) -> (Vec<Finding>, bool) {
        (self.findings.into_inner(), self.only_keys.get())
    }
}
