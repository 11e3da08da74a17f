//! Detail codes: a second code of an item, which says more precisely what its code means.

use core::fmt;

use crate::Advised;

/// A detail code, such as a bank's reason for the code `card_declined`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DetailCode<'t> {
    /// The text on the wire.
    pub wire: &'t str,
    /// The name of the variant in Rust.
    pub name: &'t str,
    /// The index of the code that it refines; `None` if it means the same with every code.
    pub code: Option<u32>,
    /// What it means.
    pub meaning: &'t str,
    /// The advice that replaces that of the code. Where it is `None`, that of the code applies.
    pub advised: Advised<'t>,
}

impl fmt::Display for DetailCode<'_> {
    /// The text on the wire.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.wire)
    }
}
