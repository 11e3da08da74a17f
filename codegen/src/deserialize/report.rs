//! Collects the findings of deserialization.

use std::cell::{Cell, RefCell};

use super::words;
use crate::finding::Finding;
use crate::yaml::{NodeId, Tree};

/// The maximum number of findings in one file.
const MAX_FINDINGS: usize = 1_000;

/// The tree that is read, and the findings so far.
pub(super) struct Report<'t> {
    pub(super) tree: &'t Tree<'t>,
    findings: RefCell<Vec<Finding>>,
    /// Whether all findings are about keys.
    only_keys: Cell<bool>,
}

impl<'t> Report<'t> {
    /// A report without findings.
    pub(super) fn new(tree: &'t Tree<'t>) -> Self {
        Self { tree, findings: RefCell::default(), only_keys: Cell::new(true) }
    }

    /// Reports a key that the map may not have.
    pub(super) fn unknown_key(&self, key: NodeId, text: &str, known: &'static [&'static str]) {
        self.add(|tree| words::unknown_key(tree, key, text, known));
    }

    /// Reports a duplicate key.
    pub(super) fn repeated_key(&self, key: &str, first: NodeId, second: NodeId) {
        self.add(|tree| words::repeated_key(tree, key, first, second));
    }

    /// Reports a key without a value, which can be left out.
    pub(super) fn nothing(&self, node: NodeId) {
        self.only_keys.set(false);
        self.add(|tree| words::nothing(tree, node));
    }

    /// Reports a missing key.
    pub(super) fn missing_key(&self, map: NodeId, key: &str) {
        self.only_keys.set(false);
        self.add(|tree| words::missing_key(tree, map, key));
    }

    /// Reports a node of the wrong type.
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

    /// The findings, and whether all are about keys.
    pub(super) fn finish(self) -> (Vec<Finding>, bool) {
        (self.findings.into_inner(), self.only_keys.get())
    }
}
