//! Detail codes: finer codes that come beside codes.

use core::fmt;

use crate::Advised;

/// A finer code beside the code, such as a bank's reason beside `card_declined`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DetailCode<'t> {
    /// The text as it stands on the wire.
    pub wire: &'t str,
    /// The Rust name.
    pub name: &'t str,
    /// The index of the code that it refines; `None` where it says the same beside every code.
    pub code: Option<u32>,
    /// What it means.
    pub meaning: &'t str,
    /// What it says in place of the code. What it leaves out, the code says.
    pub advised: Advised<'t>,
}

impl fmt::Display for DetailCode<'_> {
    /// The text as it stands on the wire.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.wire)
    }
}
