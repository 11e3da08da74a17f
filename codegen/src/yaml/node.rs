//! The nodes of a tree.

use super::scalar::{Plain, resolve};

/// The index of a node in its tree. Nodes are in the order of their starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NodeId(pub(super) usize);

/// A key, a value or an element.
#[derive(Debug)]
pub(crate) struct Node {
    /// The character offset of the start.
    pub(super) start: usize,
    /// The character offset of the end; for a sequence or map, the end of the token that opens it.
    pub(super) end: usize,
    /// The character offset at which the parser reports the end of a sequence or map.
    pub(super) close: Option<usize>,
    /// The node's role in its parent.
    pub(crate) role: Role,
    /// The content.
    pub(crate) content: Content,
}

/// A node's role in its parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The whole document.
    Root,
    /// A key of a map.
    Key,
    /// The value of this key.
    Value(NodeId),
    /// An element of this list.
    Element(NodeId),
}

/// The content of a node.
#[derive(Debug)]
pub(crate) enum Content {
    /// Text, a number, a boolean or nothing.
    Scalar {
        /// The text, with escapes decoded and lines unfolded.
        text: String,
        /// Whether it is written without quotes, so that YAML may read it as something other than text.
        plain: bool,
    },
    /// A sequence.
    List(Vec<NodeId>),
    /// A map: keys and values in order, including duplicate keys.
    Map(Vec<(NodeId, NodeId)>),
    /// An alias or a merge key, which has a finding already.
    Refused,
}

impl Node {
    /// The text of a scalar; `None` for other nodes.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// What YAML reads the node as, if it is a scalar without quotes.
    pub(crate) fn plain(&self) -> Option<Plain> {
        match &self.content {
            Content::Scalar { text, plain: true } => Some(resolve(text)),
            _ => None,
        }
    }

    /// Whether it is a scalar without quotes.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.content, Content::Scalar { plain: true, .. })
    }

    /// Whether nothing is written, as after `key:`.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(&self.content, Content::Scalar { text, plain: true } if text.is_empty())
    }
}
