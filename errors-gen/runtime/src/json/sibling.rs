//! Finding the end of an object of a list by the object behind it, without a look at what stands between.

use super::blocks::{self, BLOCK};
use crate::swar::{ONES, zero_flags};

/// Behind the object that the position is inside of, outside of its strings, where another object of the same list follows
/// without white space, and none stands between, not even in a string. The bytes have been validated; the object is the
/// element of a list that is inside of objects only.
///
/// What is sure then: a brace before a quote and a letter opens an object, since in a string the quote would be its end,
/// behind which no letter stands. So the comma and the brace before it are no text either. As no object was opened in between,
/// the one that was closed there is the object itself or one around its list. Behind one of those no object follows, only a name.
#[inline(always)]
#[expect(clippy::inline_always, reason = "keeps what a passage needs in registers")]
pub(super) fn end_before_sibling(bytes: &[u8], at: usize) -> Option<usize> {
    let any = |block: &[u8; BLOCK]| blocks::any(block, |byte| byte == b'{');
    let first = |block: &[u8; BLOCK]| blocks::first(block, |word| zero_flags(word ^ (ONES * u64::from(b'{'))));
    let brace = blocks::find(bytes, at, any, first).ok()?;
    let around: &[u8; 5] = bytes.get(brace.checked_sub(2)?.max(at)..)?.first_chunk()?;
    let [between @ .., letter] = around;
    (between == b"},{\"" && letter.is_ascii_alphabetic()).then(|| brace - 1)
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::end_before_sibling;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    /// Members as they may be written behind the code and the message of an item.
    const MEMBERS: &[&str] = &[
        r#""field":"sku""#,
        r#""note":"},{\"code\":\"no\"}""#,
        r#""note":"a } b, c""#,
        r#""note":"\\""#,
        r#""note":"{" "#,
        r#""}":"},""#,
        r#""of":{"code":"nested"}"#,
        r#""all":[{"code":"nested"},{"code":"nested"}]"#,
        r#""last":7"#,
        r#""long":"a message that is longer than a block or two, and has nothing unusual in it""#,
    ];

    /// Objects with up to two of these members, each with the places where one of them ends.
    fn objects() -> Vec<(String, Vec<usize>)> {
        let mut objects = Vec::new();
        for first in MEMBERS {
            let start = format!("{{{first}");
            objects.push((format!("{start}}}"), [start.len()].into()));
            for second in MEMBERS {
                let both = format!("{start},{second}");
                objects.push((format!("{both}}}"), [start.len(), both.len()].into()));
            }
        }
        objects
    }

    #[test]
    fn an_object_ends_where_it_does() {
        let objects = objects();
        let mut found = 0;
        for (object, places) in &objects {
            for (sibling, _) in &objects {
                // Another list, or what is no object, stands behind.
                for behind in [format!(",{sibling}]"), format!("],\"b\":[{sibling}]"), format!(",\"}},\",{sibling}]")] {
                    let text = format!("{object}{behind} {}", " ".repeat(16));
                    for place in places {
                        let end = end_before_sibling(text.as_bytes(), *place);
                        assert!(end.is_none_or(|end| end == object.len()), "{text}, {place}, {end:?}");
                        found += usize::from(end.is_some());
                    }
                }
            }
        }
        assert!(found > objects.len() * objects.len() / 4, "only {found} were found");
    }

    #[test]
    fn what_is_not_sure_is_left() {
        for text in [r#""a":1}, {"b":2}"#, r#""a":1},{ "b":2}"#, r#""a":1},{"":2}"#, r#""a":1},{}"#, r#""a":1}]"#] {
            assert_eq!(end_before_sibling(format!("{text}{}", " ".repeat(16)).as_bytes(), 0), None, "{text}");
        }
        assert_eq!(end_before_sibling(b"", 0), None);
        assert_eq!(end_before_sibling(b"}", 2), None);
    }
}
