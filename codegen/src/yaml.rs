//! YAML as a tree whose nodes know their places.
//!
//! The tree is built over the parser's events. It takes less than YAML does: what a catalog may not have is among its
//! findings, as are errors of syntax.

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
