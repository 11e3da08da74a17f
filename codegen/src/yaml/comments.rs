//! Finds comments that cut off text.

use super::MAX_FINDINGS;
use super::node::{Content, Node, NodeId, Role};
use super::places::Places;
use crate::finding::Finding;

/// The comment after a text without quotes, on the line on which it ends.
pub(super) fn behind<'p>(places: &'p Places<'_>, nodes: &[Node], id: NodeId) -> Option<&'p str> {
    let node = nodes.get(id.0)?;
    if !matches!(&node.content, Content::Scalar { text, plain: true } if !text.is_empty()) {
        return None;
    }
    let rest = places.text().get(places.span(nodes, id).end..)?;
    let line = rest.lines().next()?;
    let comment = line.trim_start();
    (comment.starts_with('#') && comment.len() < line.len()).then_some(comment)
}

/// The findings for `#` after text and directly before a word, as in `Item #7`: the rest is read as a comment.
pub(super) fn cut_texts(places: &Places<'_>, nodes: &[Node]) -> Vec<Finding> {
    if !places.text().contains(" #") {
        return Vec::new();
    }
    let ids = (0..nodes.len()).map(NodeId).filter(|id| !matches!(nodes[id.0].role, Role::Key | Role::Root));
    let cut = ids.filter_map(|id| {
        let comment = behind(places, nodes, id)?;
        comment.get(1..)?.starts_with(char::is_alphanumeric).then_some((id, comment))
    });
    let finding = |(id, comment): (NodeId, &str)| {
        let start = comment.as_ptr() as usize - places.text().as_ptr() as usize;
        let finding =
            Finding::new(places.of_range(start..start + comment.trim_end().len()), "the text ends at this ` #`");
        finding
            .label("a comment to YAML")
            .help("put the whole text in quotes; a comment has a space behind its `#`")
            .related(places.of_node(nodes, id), "all that is read")
    };
    cut.take(MAX_FINDINGS).map(finding).collect()
}
