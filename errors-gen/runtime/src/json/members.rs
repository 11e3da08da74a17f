//! Members of an object by the names that a table knows.

use core::ops::ControlFlow;

use errors_tables::{Member, Members};

use super::{Passage, Span, Text, Utf8};
use crate::hint::cold_path;
use crate::swar::word;

/// Finding members of a body among those of a table.
pub(crate) trait FindMember<'t> {
    /// The member whose name and a quote stand at a position. `expected` is the index of the one that is looked for first,
    /// 0 at the start of an object: members mostly come in the order of the table.
    ///
    /// Names with escapes, and short ones at the very end, are none: [`Self::passed_over`] is for those.
    fn standing_at(&self, bytes: &[u8], at: usize, expected: &mut usize) -> Option<&'t Member<'t>>;

    /// The member of the name at this span of a text, if [`Self::standing_at`] can have passed it over.
    fn passed_over(&self, text: Utf8<'_>, name: Span, escaped: bool) -> Option<&'t Member<'t>>;

    /// Goes over the members of an object, and hands on the values of those that are known until there is a break. What is
    /// no object has none.
    ///
    /// Of two values, those of the code and the message, it can be known already where they stand: they are often the
    /// longest, and mostly come first.
    fn values_in(&self, object: Utf8<'_>, seen: [Span; 2], found: impl FnMut(&Member<'_>, Span) -> ControlFlow<()>);
}

impl<'t> FindMember<'t> for Members<'t> {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every member of a body passes here")]
    fn standing_at(&self, bytes: &[u8], at: usize, expected: &mut usize) -> Option<&'t Member<'t>> {
        let head = word(bytes, at)?;
        if let Some(member) = self.all.get(*expected)
            && stands_at(member, head, bytes, at)
        {
            *expected += 1;
            return Some(member);
        }
        cold_path();
        if self.starts & Self::bit(head) == 0 {
            return None;
        }
        *expected = position_of(self, head, bytes, at);
        let member = self.all.get(*expected)?;
        *expected += 1;
        Some(member)
    }

    #[inline]
    fn passed_over(&self, text: Utf8<'_>, name: Span, escaped: bool) -> Option<&'t Member<'t>> {
        // Eight bytes and the quote before them.
        let near_end = text.len() - (name.start as usize) < 9;
        if escaped || near_end { named(self, Text::new(name.inside(text))) } else { None }
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the passage in registers")]
    fn values_in(
        &self,
        object: Utf8<'_>,
        seen: [Span; 2],
        mut found: impl FnMut(&Member<'_>, Span) -> ControlFlow<()>,
    ) {
        let mut passage = Passage::new(object, b'{');
        passage.pass_first(seen, |bytes, name| self.standing_at(bytes, name, &mut self.all.len()).is_none());
        let mut expected = 0;
        while let Some(name) = passage.name() {
            let member = if let Some(member) = self.standing_at(passage.bytes(), name, &mut expected) {
                passage.pass_seen_name(member.name.len());
                Some(member)
            } else {
                let name = passage.pass_name();
                self.passed_over(object, name.span, name.escaped)
            };
            let Some(value) = passage.value(seen) else { return };
            if let Some(member) = member
                && found(member, value).is_break()
            {
                return;
            }
        }
    }
}

/// The index of the member whose name and a quote stand at a position; the number of members where there is none.
/// Out of line, since most members come in the order of the table.
#[inline(never)]
fn position_of(members: &Members<'_>, head: u64, bytes: &[u8], at: usize) -> usize {
    members.all.iter().position(|member| stands_at(member, head, bytes, at)).unwrap_or(members.all.len())
}

#[cold]
#[inline(never)]
fn named<'t>(members: &Members<'t>, name: Text<'_>) -> Option<&'t Member<'t>> {
    members.all.iter().find(|member| name == member.name)
}

/// Whether the name of a member and a quote stand at a position; `head` holds the eight bytes from there on.
#[inline]
pub(crate) fn stands_at(member: &Member<'_>, head: u64, bytes: &[u8], at: usize) -> bool {
    if (head ^ member.head) & member.mask != 0 {
        return false;
    }
    if member.name.len() < 8 {
        return true;
    }
    // Not that seldom, but the longer comparison is better out of the way of the short one.
    cold_path();
    tail_stands_at(member.name, bytes, at)
}

/// The same behind the first eight bytes.
#[inline(always)]
#[expect(clippy::inline_always, reason = "behind a hint it would be called, which costs more than it does")]
fn tail_stands_at(name: &str, bytes: &[u8], at: usize) -> bool {
    let (name, end) = (name.as_bytes(), at + name.len());
    let stands = |there: Option<&[u8]>| match (there.and_then(|there| there.last_chunk()), name.last_chunk::<8>()) {
        (Some(there), Some(name)) => u64::from_le_bytes(*there) == u64::from_le_bytes(*name),
        _ => false,
    };
    let there = bytes.get(at..end);
    let tail = if name.len() <= 16 { stands(there) } else { there == Some(name) };
    tail && bytes.get(end) == Some(&b'"')
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;
    use core::ops::ControlFlow;

    use errors_tables::{Member, Members};

    use super::{FindMember as _, Span, Utf8};
    use crate::json::Json;

    const NAMES: Members<'_> = Members::new(&[
        Member::new("code", 0),
        Member::new("message", 1),
        Member::new("a", 2),
        Member::new("a longer name", 3),
        Member::new("a\"b", 4),
    ]);

    /// Members as they may be written, with what could be taken for another member in their names and values.
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
    fn values(object: &str, seen: [Span; 2]) -> [Option<&str>; 5] {
        let mut values = [None; 5];
        NAMES.values_in(Utf8::new(object), seen, |member, value| {
            values[usize::from(member.node)] = Some(value.of(Utf8::new(object)).as_str());
            ControlFlow::Continue(())
        });
        values
    }

    #[test]
    fn values_are_those_of_the_last_members_wherever_the_code_and_the_message_stand() {
        each_object(&mut |object| {
            let json = Json::parse(object.as_bytes()).unwrap_or_else(|| panic!("{object}"));
            let last =
                |name: &str| json.members().filter(|(member, _)| *member == *name).last().map(|(_, value)| value);
            let expected = NAMES.all.iter().map(|member| last(member.name).map(Json::as_str)).collect::<Vec<_>>();
            let span = |value: Json<'_>| {
                let start = value.as_str().as_ptr().addr() - object.as_ptr().addr();
                Span::new(start, start + value.as_str().len())
            };
            let [code, message, short] = ["code", "message", "a"].map(|name| last(name).map_or(Span::NONE, span));
            for seen in [[Span::NONE; 2], [code, message], [message, code], [code, code], [short, message]] {
                assert_eq!(values(object, seen)[..], expected, "{object}");
            }
        });
    }

    #[test]
    fn what_is_no_object_has_no_values() {
        for other in ["[\"code\"]", "\"code\"", "null", "7", "{}", "{ }"] {
            assert_eq!(values(other, [Span::NONE; 2]), [None; 5], "{other}");
        }
    }

    #[test]
    fn nothing_is_looked_at_behind_a_break() {
        let mut met = 0;
        NAMES.values_in(Utf8::new(r#"{"a": 1, "a": 2}"#), [Span::NONE; 2], |_, _| {
            met += 1;
            ControlFlow::Break(())
        });
        assert_eq!(met, 1);
    }
}
