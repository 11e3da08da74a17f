//! What a node is made of.

use crate::yaml::{Content, Node, NodeId, Plain};

/// The entries of a map; an empty node has none.
pub(super) fn entries(node: &Node) -> Option<&[(NodeId, NodeId)]> {
    match &node.content {
        Content::Map(entries) => Some(entries),
        _ => node.is_empty().then_some(&[]),
    }
}

/// The form of a node. Booleans, null and numbers other than integers have none.
pub(super) fn form(node: &Node) -> &'static str {
    match &node.content {
        Content::List(_) => "list",
        Content::Map(_) => "map",
        Content::Refused => "",
        Content::Scalar { .. } => match node.plain() {
            None | Some(Plain::Text) => "text",
            Some(Plain::Signed(_)) => "number",
            Some(Plain::Unsigned(number)) if i64::try_from(number).is_ok() => "number",
            Some(_) => "",
        },
    }
}
