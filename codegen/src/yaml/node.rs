//! What a tree is made of.

use super::scalar::{Plain, resolve};

/// The index of a node in its tree, in the order in which nodes begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NodeId(pub(super) usize);

/// A key, a value or an element.
#[derive(Debug)]
pub(crate) struct Node {
    /// The index of the first character.
    pub(super) start: usize,
    /// The index of the character behind it; of a list or map, behind what opens it.
    pub(super) end: usize,
    /// The index of the character at which a list or map was found to end.
    pub(super) close: Option<usize>,
    /// What the node is in the node around it.
    pub(crate) role: Role,
    /// What it holds.
    pub(crate) content: Content,
}

/// What a node is in the node around it.
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

/// What a node holds.
#[derive(Debug)]
pub(crate) enum Content {
    /// Text, a number, a boolean or nothing.
    Scalar {
        /// The text, escapes and folding undone.
        text: String,
        /// Whether it is written without quotes, so that YAML may take it for something other than text.
        plain: bool,
    },
    /// A list.
    List(Vec<NodeId>),
    /// A map: keys and values in order, repeated keys included.
    Map(Vec<(NodeId, NodeId)>),
    /// An alias or a merge key, for which there is a finding already.
    Refused,
}

impl Node {
    /// The text of a scalar.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// What YAML takes the node for, where it is a scalar without quotes.
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

    /// Whether nothing is written, as behind `key:`.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(&self.content, Content::Scalar { text, plain: true } if text.is_empty())
    }
}
