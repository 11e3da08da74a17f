//! The path from a value to one nested in it.

use core::fmt::{self, Write};

use crate::json::{Json, JsonKind, Text};

/// Writes the path from `root` to a value nested in it, such as `extensionErrors[1].code`; nothing if it is not nested
/// in it. If `masked`, only the key of the field is written, as `title…`, since the keys within it can be personal,
/// too.
///
/// The path is computed from the value's position in the body, so that reading need not record it.
pub(super) fn write(root: Json<'_>, value: Json<'_>, masked: bool, out: &mut impl Write) -> fmt::Result {
    let mut at = root;
    while holds(at, value) && at.as_str().len() > value.as_str().len() {
        let first = at.as_str().len() == root.as_str().len();
        if masked && !first {
            return out.write_char('…');
        }
        let within = match at.kind() {
            JsonKind::Object => {
                let Some((name, member)) = at.members().find(|(_, member)| holds(*member, value)) else { break };
                write_name(name, first, out)?;
                member
            }
            JsonKind::List => {
                let Some((index, element)) = at.elements().enumerate().find(|(_, element)| holds(*element, value))
                else {
                    break;
                };
                write!(out, "[{index}]")?;
                element
            }
            _ => break,
        };
        at = within;
    }
    Ok(())
}

/// Whether a value is another one or nested in it.
fn holds(outer: Json<'_>, inner: Json<'_>) -> bool {
    offset(outer, inner).is_some()
}

/// The byte offset of a value within another; `None` if it is not nested in it.
pub(super) fn offset(outer: Json<'_>, inner: Json<'_>) -> Option<usize> {
    let (outer, inner) = (outer.as_str().as_bytes(), inner.as_str().as_bytes());
    let offset = inner.as_ptr().addr().checked_sub(outer.as_ptr().addr())?;
    (offset.checked_add(inner.len())? <= outer.len()).then_some(offset)
}

/// Writes the key of a member: plain, or in quotes and brackets as in the paths of catalogs.
fn write_name(name: Text<'_>, first: bool, out: &mut impl Write) -> fmt::Result {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '-');
    if !name.raw().is_empty() && name.chars().all(is_plain) {
        return write!(out, "{}{name}", if first { "" } else { "." });
    }
    out.write_str("['")?;
    for character in name.chars() {
        if matches!(character, '\'' | '\\') {
            out.write_char('\\')?;
        }
        out.write_char(character)?;
    }
    out.write_str("']")
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::*;
    use alloc::string::String;

    fn path(root: Json<'_>, value: Json<'_>) -> String {
        let mut path = String::new();
        assert!(write(root, value, false, &mut path).is_ok());
        path
    }

    #[test]
    fn members_and_elements_are_named() {
        let body = r#" {"a": [1, {"b\u0063": {"it's\\": [[2]]}}], "a": 3} "#;
        let root = Json::parse(body.as_bytes()).unwrap();
        let (_, list) = root.members().next().unwrap();
        let object = list.elements().nth(1).unwrap();
        let nested = object.get("bc").unwrap();
        let deepest = nested.get("it's\\").unwrap().elements().next().unwrap().elements().next().unwrap();
        assert_eq!(path(root, root), "");
        assert_eq!(path(root, list), "a");
        assert_eq!(path(root, nested), "a[1].bc");
        assert_eq!(path(root, deepest), r"a[1].bc['it\'s\\'][0][0]");
        assert_eq!(path(list, object), "[1]");
        assert_eq!(path(root, Json::parse(b"3").unwrap()), "");
        assert_eq!(path(object, root), "");
    }
}
