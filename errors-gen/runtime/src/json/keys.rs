//! Looks up the keys of an object in a table of members.

use errors_tables::{Member, Members};

use super::{Entries, Fault, Scanner, Span, Text};
use crate::swar::word;

/// Calls `found` for each member of an object that the table lists, with its value. The object has been validated; a
/// value of another type has no members.
pub(crate) fn known_values(members: &Members<'_>, object: &str, mut found: impl FnMut(&Member<'_>, Span)) {
    let Some(mut entries) = Entries::new(object, 0, b'{') else { return };
    let mut expected = 0;
    while let Some(here) = entries.advance()
        && let Ok(member) = here.quote().and_then(|()| find_key(members, here, &mut expected))
        && let Ok(value) = here.colon().and_then(|()| here.value(0))
    {
        if let Some(member) = member {
            found(member, value);
        }
    }
}

/// Reads the key whose opening quote is at the scanner's position, and returns the table's member for it, if any.
/// `expected` is the index of the member to compare first, 0 at the start of an object: bodies mostly have their
/// members in the order of the table.
#[inline]
pub(crate) fn find_key<'t>(
    members: &Members<'t>,
    here: &mut Scanner<'_>,
    expected: &mut usize,
) -> Result<Option<&'t Member<'t>>, Fault> {
    let (text, start) = (here.text(), here.at() + 1);
    // Compared as one word of eight bytes: without it a body takes 1.4 to 1.7 times as many instructions.
    let head = word(text.as_bytes(), start);
    if let Some(member) = head.and_then(|head| find_head(members, head, text.as_bytes(), start, expected)) {
        here.go_to(start + member.name.len() + 1);
        return Ok(Some(member));
    }
    let (key, escaped) = here.string()?;
    Ok(if escaped || head.is_none() { find_text(members, Text::new(key.unquoted().of(text))) } else { None })
}

/// The member whose name, followed by a quote, is at a position; `head` are the eight bytes there.
#[inline]
fn find_head<'t>(
    members: &Members<'t>,
    head: u64,
    bytes: &[u8],
    at: usize,
    expected: &mut usize,
) -> Option<&'t Member<'t>> {
    // Without it a body takes 1.04 to 1.13 times as many instructions.
    if let Some(member) = members.all.get(*expected)
        && is_at(member, head, bytes, at)
    {
        *expected += 1;
        return Some(member);
    }
    if members.starts & Members::bit(head) == 0 {
        return None;
    }
    let index = position_of(members, head, bytes, at)?;
    *expected = index + 1;
    members.all.get(index)
}

/// The index of the member whose name, followed by a quote, is at a position. Not inlined, since most members come in
/// the order of the table.
#[inline(never)]
fn position_of(members: &Members<'_>, head: u64, bytes: &[u8], at: usize) -> Option<usize> {
    members.all.iter().position(|member| is_at(member, head, bytes, at))
}

/// The member for a key that has escapes, or that is less than eight bytes before the end of the text.
#[cold]
#[inline(never)]
fn find_text<'t>(members: &Members<'t>, key: Text<'_>) -> Option<&'t Member<'t>> {
    members.all.iter().find(|member| key == member.name)
}

/// Whether the name of a member, followed by a quote, is at a position; `head` are the eight bytes there.
#[inline]
fn is_at(member: &Member<'_>, head: u64, bytes: &[u8], at: usize) -> bool {
    if (head ^ member.head) & member.mask != 0 {
        return false;
    }
    let name = member.name.as_bytes();
    if name.len() < 8 {
        return true;
    }
    let end = at + name.len();
    bytes.get(at..end) == Some(name) && bytes.get(end) == Some(&b'"')
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    use errors_tables::{Member, Members};

    use super::known_values;
    use crate::json::Json;

    const NAMES: Members<'_> = Members::new(&[
        Member::new("code", 0),
        Member::new("message", 1),
        Member::new("a", 2),
        Member::new("a longer name", 3),
        Member::new("a\"b", 4),
    ]);

    /// Members in various spellings, with text in keys and values that could be mistaken for another member.
    const MEMBERS: &[&str] = &[
        r#""code":"C""#,
        r#""message":"a message that is longer than a word or two, with a \" in it""#,
        r#""c\u006fde":"D""#,
        r#""m\u0065ssage":"},\"code\":\"no\"""#,
        r#""a":1"#,
        r#""a":"\\""#,
        r#""\u0061":2"#,
        r#""a longer name":{"code":"nested","message":{},"a":[]}"#,
        r#""a\"b":[ "]", "}" ]"#,
        r#""b\":":"x""#,
        r#""another of the same length":null"#,
        r#""other":-1.5e+3"#,
    ];

    fn each_object(see: &mut impl FnMut(&str)) {
        let spaced = |member: &str| member.replace("\":", "\" :\n").replace("\\\" :\n", "\\\":");
        let written: [fn(&[&str]) -> String; 2] =
            [|all| format!("{{{}}}", all.join(",")), |all| format!("{{ {}\t}}", all.join(" ,\n"))];
        for write in written {
            see(&write(&[]));
            for a in MEMBERS {
                see(&write(&[a]));
                for b in MEMBERS {
                    see(&write(&[a, b]));
                    for c in MEMBERS {
                        see(&write(&[a, b, c]));
                        see(&write(&[spaced(a).as_str(), spaced(b).as_str(), c]));
                    }
                }
            }
        }
    }

    /// The last value of each name.
    fn values(object: &str) -> [Option<&str>; 5] {
        let mut values = [None; 5];
        known_values(&NAMES, object, |member, value| values[usize::from(member.node)] = Some(value.of(object)));
        values
    }

    #[test]
    fn values_are_those_of_the_last_members() {
        each_object(&mut |object| {
            let json = Json::parse(object.as_bytes()).unwrap_or_else(|| panic!("{object}"));
            let last = |name: &str| json.get(name).map(Json::as_str);
            let expected = NAMES.all.iter().map(|member| last(member.name)).collect::<Vec<_>>();
            assert_eq!(values(object)[..], expected, "{object}");
        });
    }

    #[test]
    fn what_is_no_object_has_no_values() {
        for other in ["[\"code\"]", "\"code\"", "null", "7", "{}", "{ }"] {
            assert_eq!(values(other), [None; 5], "{other}");
        }
    }
}
