//! Parses YAML to a tree whose nodes have source positions.
//!
//! The tree is built from the parser's events. Catalogs may only use a part of YAML: everything else is a finding, as
//! are syntax errors.

mod build;
mod comments;
mod culprit;
mod lines;
mod lookalikes;
mod node;
mod places;
mod quotes;
mod scalar;
mod span;
mod syntax;
mod tree;

pub(crate) use node::{Content, Node, NodeId, Role};
pub(crate) use quotes::needs_quotes;
pub(crate) use scalar::Plain;
pub(crate) use span::Span;
pub(crate) use tree::Tree;

/// The maximum number of findings of one kind about the YAML itself.
const MAX_FINDINGS: usize = 100;
