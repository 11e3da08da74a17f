//! Finding the end of an object of a list by the object behind it, without a look at what stands between.

use crate::swar::{ONES, lowest_byte, word, zero_flags};

/// How many bytes are looked at together.
const BLOCK: usize = 16;

/// Behind the object that the position is inside of, outside of its strings, where another object of the same list follows
/// without white space, and no bracket of a list or of another object stands between, not even in a string. The bytes have
/// been validated, and the object is the element of a list.
///
/// What is sure then: a brace before a quote and a letter opens an object, since in a string the quote would be its end,
/// behind which no letter stands. So the comma and the brace before it are no text either. And as nothing was opened in
/// between, nothing but the object itself was closed there: what follows is in its list.
#[inline(always)]
#[expect(clippy::inline_always, reason = "keeps what a passage needs in registers")]
pub(super) fn end_before_sibling(bytes: &[u8], at: usize) -> Option<usize> {
    let bracket = find_bracket(bytes, at)?;
    let around: &[u8; 5] = bytes.get(bracket.checked_sub(2)?.max(at)..)?.first_chunk()?;
    let [between @ .., letter] = around;
    (between == b"},{\"" && letter.is_ascii_alphabetic()).then(|| bracket - 1)
}

/// The index of the first bracket that opens anything or closes a list, in a string or not. It may be missed near the end.
#[inline(always)]
#[expect(clippy::inline_always, reason = "keeps what a passage needs in registers")]
fn find_bracket(bytes: &[u8], mut at: usize) -> Option<usize> {
    for block in bytes.get(at..)?.as_chunks::<BLOCK>().0 {
        // Written so that it is compiled to few vector instructions.
        if block.iter().fold(0, |any, byte| any | u8::from(byte | 0x20 == b'{') | u8::from(*byte == b']')) != 0 {
            let (near, far) = (word(block, 0).map_or(0, bracket_flags), word(block, 8).map_or(0, bracket_flags));
            return Some(at + if near == 0 { 8 + lowest_byte(far) } else { lowest_byte(near) });
        }
        at += BLOCK;
    }
    None
}

/// A flag in the high bit of each byte that is such a bracket; only the lowest is exact.
#[inline]
const fn bracket_flags(word: u64) -> u64 {
    let opening = zero_flags((word | (ONES * 0x20)) ^ (ONES * b'{' as u64));
    opening | zero_flags(word ^ (ONES * b']' as u64))
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
